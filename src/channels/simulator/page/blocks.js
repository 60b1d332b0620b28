import { h, icon, icons } from "./dom.js";
import { formOf } from "./form.js";
import { t } from "./state.js";

/**
 * A block of a message as the phone shows it.
 *
 * @param {any} block
 * @param {(action: string, fields?: Record<string, string>) => Promise<void>} press
 */
export function blockOf(block, press) {
  switch (block.kind) {
    case "heading":
      return h("p", { class: "heading" }, block.text);
    case "text":
      return h("p", { class: "text" }, block.text);
    case "fields":
      return h(
        "dl",
        { class: "fields" },
        block.fields.map((/** @type {any} */ field) => [h("dt", {}, field.label), h("dd", {}, field.value)]),
      );
    case "table":
      return tableOf(block);
    case "progress":
      return h(
        "p",
        { class: "progress" },
        h("progress", { max: Math.max(1, block.of), value: block.done, "aria-label": t("progress", block) }),
        h("span", { "aria-hidden": "true" }, `${block.done}/${block.of}`),
      );
    case "choices":
      return choicesOf(block, press);
    case "inputs":
      return formOf(block, press);
    case "picture":
      return h(
        "a",
        { href: block.url, download: block.name, class: "picture" },
        h("img", { src: block.url, alt: block.alt }),
      );
    case "file":
      return h(
        "a",
        { href: block.url, download: block.name, class: "file", title: t("download", block) },
        icon(icons.file),
        h("span", { class: "file-name" }, block.name),
        h("span", { class: "file-size" }, sizeOf(block.size)),
      );
    default:
      return "";
  }
}

/** @param {any} table */
function tableOf({ caption, head, rows }) {
  return h(
    "div",
    { class: "table", role: "region", tabindex: 0, "aria-label": caption ? `${caption} · ${t("table")}` : t("table") },
    h(
      "table",
      {},
      caption && h("caption", {}, caption),
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          head.map((/** @type {string} */ cell) => h("th", { scope: "col" }, cell)),
        ),
      ),
      h(
        "tbody",
        {},
        rows.map((/** @type {string[]} */ [first, ...rest]) =>
          h(
            "tr",
            {},
            h("th", { scope: "row" }, first ?? ""),
            rest.map((cell) => h("td", {}, cell)),
          ),
        ),
      ),
    ),
  );
}

/**
 * @param {any} block
 * @param {(action: string) => Promise<void>} press
 */
function choicesOf({ choices }, press) {
  // What closes a list of ticks stands apart from what is ticked.
  const parts = [true, false].map((ticks) =>
    choices.filter((/** @type {any} */ { ticked }) => (ticked !== undefined) === ticks),
  );
  return parts.filter((part) => part.length > 0).map((part) => h("div", { class: "choices" }, part.map(choiceOf)));

  /** @param {any} choice */
  function choiceOf({ label, action, ticked }) {
    return h(
      "button",
      {
        type: "button",
        class: ticked === undefined ? "choice" : "choice tick",
        "data-action": action,
        "aria-pressed": ticked === undefined ? undefined : String(ticked),
        on: { click: () => press(action) },
      },
      label,
    );
  }
}

/** @param {number} bytes */
function sizeOf(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
