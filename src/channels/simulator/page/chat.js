import { api } from "./api.js";
import { composerOf, failure } from "./composer.js";
import { h } from "./dom.js";
import { logOf } from "./log.js";
import { chatOf, nameOf, personOf, state, t } from "./state.js";
import { commandsFor } from "./words.js";

/**
 * A chat in its frame: who it is, what was said, where to write.
 *
 * @param {any} root
 * @param {string} id
 * @param {any} title  what stands at the top
 */
export function openChat(root, id, title) {
  const inGroup = chatOf(id)?.kind === "group";
  const me = state.me;
  const speaks = !inGroup || chatOf(id)?.people.includes(me);
  const log = logOf({
    inGroup,
    empty: t(inGroup ? "emptyGroup" : "empty"),
    press,
    ...(speaks ? { amend: (message) => composer?.amend(message), reply: (message) => composer?.reply(message) } : {}),
  });
  const composer = speaks
    ? composerOf({
        label: inGroup ? t("writeAs", { name: nameOf(me) }) : t("write"),
        commands: inGroup ? [] : commandsFor(state.language, personOf(me)?.role),
        send: async (text, upon) =>
          take(await (upon?.amends ? api.amend(me, upon.message.id, text) : api.say(me, text, id, upon?.message.id))),
        file: async (file, words, upon) => take(await api.file(me, file, words, id, upon?.message.id)),
      })
    : undefined;
  root.replaceChildren(
    title,
    h("div", { class: "scroll" }, log.list, log.toLatest),
    composer?.element ?? h("p", { class: "watching" }, t("watching")),
  );

  /** @param {{messages: any[]}} answer */
  function take({ messages }) {
    for (const message of messages) log.put(message);
  }

  /** @param {string} message @param {string} action @param {Record<string, string>} [fields] */
  async function press(message, action, fields) {
    const bubble = log.elementOf(message);
    if (!bubble || bubble.getAttribute("aria-busy") === "true") return;
    bubble.setAttribute("aria-busy", "true");
    const held = bubble.contains(document.activeElement);
    try {
      take(await api.press(me, message, action, fields));
      if (held) follow(message);
    } catch (cause) {
      const error = log.elementOf(message)?.querySelector(".error");
      if (!error) return;
      error.textContent = failure(cause);
      error.hidden = false;
    } finally {
      log.elementOf(message)?.removeAttribute("aria-busy");
    }
  }

  /** Whoever answered by keyboard goes on in the question that came after. @param {string} answered */
  function follow(answered) {
    const current = log.list.querySelector(".message.current");
    if (!current || current.dataset.id === answered) return;
    current.querySelector("input, textarea, button.choice")?.focus({ preventScroll: true });
  }

  return { id, put: log.put, show: log.show, focus: () => composer?.focus(), messages: log.messages };
}
