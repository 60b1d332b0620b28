import { blockOf } from "./blocks.js";
import { h, icon, icons } from "./dom.js";
import { quoteOf } from "./quote.js";
import { nameOf, state, t } from "./state.js";

/**
 * One message as the phone shows it.
 *
 * @param {any} message
 * @param {{inGroup: boolean, quoted?: any, press(id: string, action: string, fields?: Record<string, string>): Promise<void>, amend?(message: any): void, reply?(message: any): void}} how
 */
export function messageOf(message, { inGroup, quoted, press, amend, reply }) {
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
      quoted && h("p", { class: "quoted" }, quoteOf(quoted)),
      blocks.map((/** @type {any} */ block) => blockOf(block, (action, fields) => press(id, action, fields))),
      h("p", { class: "error", role: "alert", hidden: true }),
    ),
    h(
      "p",
      { class: "below" },
      mine && message.replaces && h("span", {}, t("amended")),
      words &&
        amend &&
        h("button", { type: "button", class: "amend", on: { click: () => amend(message) } }, t("amend")),
      reply &&
        h(
          "button",
          {
            type: "button",
            class: "reply",
            title: t("reply"),
            "aria-label": t("reply"),
            on: { click: () => reply(message) },
          },
          icon(icons.reply),
        ),
    ),
  );
}

/** Whether the message asks for something: it has buttons or a form. @param {any} message */
export const asks = (message) => message.from === "bot" && message.buttons.length > 0;
