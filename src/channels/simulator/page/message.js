import { blockOf } from "./blocks.js";
import { h } from "./dom.js";
import { nameOf, state, t } from "./state.js";

/**
 * One message as the phone shows it.
 *
 * @param {any} message
 * @param {{inGroup: boolean, quoted?: any, press(id: string, action: string, fields?: Record<string, string>): Promise<void>, amend?(message: any): void}} how
 */
export function messageOf(message, { inGroup, quoted, press, amend }) {
  const { id, from, blocks } = message;
  const mine = from === state.me;
  const bot = from === "bot";
  const words = mine && blocks.length === 1 && blocks[0].kind === "text";
  const bare = blocks.length > 0 && blocks.every((/** @type {any} */ block) => block.kind === "picture");
  return h(
    "li",
    { class: `message ${bot ? "bot" : mine ? "mine" : "other"}`, "data-id": id },
    inGroup && !mine && h("p", { class: "author" }, nameOf(from)),
    h(
      "div",
      { class: bare ? "bubble bare" : "bubble" },
      quoted && h("p", { class: "quoted" }, `${nameOf(quoted.from)}：${quoted.text.slice(0, 60)}`),
      blocks.map((/** @type {any} */ block) => blockOf(block, (action, fields) => press(id, action, fields))),
      h("p", { class: "error", role: "alert", hidden: true }),
    ),
    mine &&
      h(
        "p",
        { class: "below" },
        message.replaces && h("span", {}, t("amended")),
        words &&
          amend &&
          h("button", { type: "button", class: "amend", on: { click: () => amend(message) } }, t("amend")),
      ),
  );
}

/** Whether the message asks for something: it has buttons or a form. @param {any} message */
export const asks = (message) => message.from === "bot" && message.buttons.length > 0;
