import { h, icon, icons } from "./dom.js";
import { asks, messageOf } from "./message.js";
import { state, t } from "./state.js";
import { moment } from "./words.js";

const GAP = 10 * 60 * 1000;
const NEAR = 48;

/**
 * The messages of a chat, oldest first. It stays at the newest message while it is there; a message that is longer than
 * the screen is shown from its beginning.
 *
 * @param {{inGroup: boolean, empty: string, press(id: string, action: string, fields?: Record<string, string>): Promise<void>, amend?(message: any): void, reply?(message: any): void}} how
 */
export function logOf(how) {
  const list = h("ol", { class: "log", role: "log", "aria-live": "polite", "aria-relevant": "additions", tabindex: 0 });
  const toLatest = h(
    "button",
    {
      type: "button",
      class: "latest",
      title: t("latest"),
      "aria-label": t("latest"),
      hidden: true,
      on: { click: () => bottom() },
    },
    icon(icons.down),
  );
  const nothing = h("li", { class: "nothing" }, how.empty);
  /** @type {Map<string, any>} */
  let messages = new Map();
  let atEnd = true;

  const bottom = () => {
    list.scrollTop = list.scrollHeight;
  };
  /** One that is longer than the screen is read from its top. @param {any} element */
  const beginning = (element) => {
    if (element.offsetHeight > list.clientHeight) list.scrollTop = element.offsetTop - list.offsetTop - 12;
  };
  const look = () => {
    atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR;
    toLatest.hidden = atEnd;
  };
  list.addEventListener("scroll", look);
  new ResizeObserver(() => atEnd && bottom()).observe(list);

  /** @param {string} id */
  const elementOf = (id) => list.querySelector(`:scope > [data-id="${CSS.escape(id)}"]`);
  const make = (/** @type {any} */ message) => messageOf(message, { ...how, quoted: messages.get(message.answers) });
  const divider = (/** @type {any} */ before, /** @type {any} */ message) => {
    if (before && Date.parse(message.at) - Date.parse(before.at) < GAP) return undefined;
    const { day, time } = moment(state.language, message.at);
    return h("li", { class: "when" }, h("time", { datetime: message.at }, `${day} ${time}`));
  };
  /** The question that stands keeps its form open; older ones step back. */
  const settle = () => {
    const current = [...messages.values()].filter(asks).at(-1)?.id;
    for (const each of list.querySelectorAll(":scope > .message.bot")) {
      const stands = each.dataset.id === current;
      if (each.classList.contains("current") === stands && each.dataset.settled) continue;
      each.dataset.settled = "true";
      each.classList.toggle("current", stands);
      for (const fold of each.querySelectorAll("details.fold")) fold.open = stands;
    }
  };

  return {
    list,
    toLatest,
    messages: () => messages,
    elementOf,
    /** @param {any[]} given */
    show(given) {
      messages = new Map(given.map((message) => [message.id, message]));
      const items = given.flatMap((message, index) => [divider(given[index - 1], message), make(message)]);
      list.replaceChildren(...items.filter(Boolean));
      if (given.length === 0) list.append(nothing);
      settle();
      bottom();
      if (given.length > 0) beginning(list.lastElementChild);
      look();
    },
    /** @param {any} message */
    put(message) {
      const known = elementOf(message.id);
      const before = [...messages.values()].at(-1);
      messages.set(message.id, message);
      const element = make(message);
      if (known) {
        element.classList.toggle("current", known.classList.contains("current"));
        keepingFocus(known, element);
        settle();
        if (atEnd) bottom();
        return;
      }
      const wasAtEnd = atEnd;
      nothing.remove();
      list.append(...[divider(before, message), element].filter(Boolean));
      settle();
      if (wasAtEnd || message.from === state.me) bottom();
      if (wasAtEnd) beginning(element);
      look();
    },
  };
}

/** Puts new content in the place of the old without taking the focus from who presses or types there. */
function keepingFocus(/** @type {any} */ known, /** @type {any} */ element) {
  /** @type {any} */
  const active = known.contains(document.activeElement) ? document.activeElement : undefined;
  for (const field of known.querySelectorAll("input, textarea")) {
    const next = element.querySelector(`[name="${CSS.escape(field.name)}"]`);
    if (next && field.value !== field.defaultValue) next.value = field.value;
  }
  known.replaceWith(element);
  if (!active) return;
  const { action } = active.dataset;
  const next = action
    ? element.querySelector(`[data-action="${CSS.escape(action)}"]`)
    : element.querySelector(`[name="${CSS.escape(active.name ?? "")}"]`);
  (next ?? element.querySelector("button"))?.focus({ preventScroll: true });
}
