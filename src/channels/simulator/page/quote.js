import { h } from "./dom.js";
import { nameOf } from "./state.js";

/** Who said what, in a line: a message as it stands above a reply to it, and above the field while one is written. */
export function quoteOf(/** @type {any} */ { from, text }) {
  const [line = ""] = text.split("\n").filter((/** @type {string} */ each) => each.trim() !== "");
  return h("span", { class: "quote" }, h("b", {}, nameOf(from)), ` ${line}`);
}
