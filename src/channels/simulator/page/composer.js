import { h, icon, icons } from "./dom.js";
import { quoteOf } from "./quote.js";
import { t } from "./state.js";

/** The message that is written upon: mended by its own writer, or replied to. @typedef {{message: any, amends: boolean}} Upon */

/**
 * Where a message is written: Enter sends, Shift+Enter begins a new line, Escape leaves an
 * amendment or a reply.
 *
 * @param {{label: string, commands: string[], send(text: string, upon?: Upon): Promise<void>, file(file: File, words: string, upon?: Upon): Promise<void>}} how
 */
export function composerOf({ label, commands, send, file }) {
  /** @type {Upon | undefined} */
  let upon;
  const text = h("textarea", {
    class: "words",
    rows: 1,
    "aria-label": label,
    placeholder: label,
    enterkeyhint: "send",
    autocomplete: "off",
    on: {
      input: grow,
      keydown: (/** @type {KeyboardEvent} */ event) => {
        // While an input method composes, Enter chooses a word.
        if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
          event.preventDefault();
          form.requestSubmit();
        } else if (event.key === "Escape" && upon) leave();
      },
    },
  });
  const chosen = h("input", {
    type: "file",
    class: "unseen",
    tabindex: -1,
    "aria-hidden": "true",
    on: {
      change: async () => {
        const [first] = chosen.files;
        chosen.value = "";
        const words = text.value.trim();
        // What stands in the field goes with the file, as its caption does on a phone.
        const on = upon?.amends ? undefined : upon;
        if (!first || !(await trying(() => file(first, words, on)))) return;
        if (on) leave();
        if (text.value.trim() === words) text.value = "";
        grow();
      },
    },
  });
  const about = h("span", { class: "about" });
  const note = h(
    "p",
    { class: "upon", hidden: true },
    about,
    h(
      "button",
      { type: "button", class: "round", title: t("cancel"), "aria-label": t("cancel"), on: { click: leave } },
      icon(icons.close),
    ),
  );
  const error = h("p", { class: "error", role: "alert", hidden: true });
  const form = h(
    "form",
    {
      class: "composer",
      on: {
        submit: async (/** @type {SubmitEvent} */ event) => {
          event.preventDefault();
          const words = text.value;
          if (words.trim() === "") return;
          const on = upon;
          leave();
          text.value = "";
          grow();
          const sent = await trying(() => send(words, on));
          if (!sent && text.value === "") {
            text.value = words;
            if (on) write(on);
          }
          grow();
        },
      },
    },
    note,
    error,
    h(
      "div",
      { class: "writing" },
      h(
        "button",
        {
          type: "button",
          class: "round",
          title: t("attach"),
          "aria-label": t("attach"),
          on: { click: () => chosen.click() },
        },
        icon(icons.attach),
      ),
      chosen,
      text,
      h("button", { type: "submit", class: "round send", title: t("send"), "aria-label": t("send") }, icon(icons.send)),
    ),
  );
  const chips = h(
    "div",
    { class: "chips", role: "group", "aria-label": t("commands") },
    commands.map((command) =>
      h("button", { type: "button", class: "chip", on: { click: () => trying(() => send(command)) } }, command),
    ),
  );

  function grow() {
    text.style.height = "auto";
    // The height is given with the border; without its two pixels an empty line would scroll.
    text.style.height = `${Math.min(text.scrollHeight + 2, 140)}px`;
  }
  function leave() {
    upon = undefined;
    note.hidden = true;
  }
  /** @param {Upon} on */
  function write(on) {
    upon = on;
    about.replaceChildren(on.amends ? t("amending") : quoteOf(on.message));
    note.hidden = false;
  }
  /** @param {() => Promise<void>} act */
  async function trying(act) {
    error.hidden = true;
    try {
      await act();
      return true;
    } catch (cause) {
      error.textContent = failure(cause);
      error.hidden = false;
      return false;
    }
  }

  return {
    element: h("div", { class: "foot" }, commands.length > 0 && chips, form),
    focus: () => text.focus({ preventScroll: true }),
    /** @param {any} message */
    amend(message) {
      write({ message, amends: true });
      text.value = message.blocks.findLast((/** @type {any} */ block) => block.kind === "text")?.text ?? message.text;
      grow();
      text.focus();
    },
    /** @param {any} message */
    reply(message) {
      // Words that mend another message are not a reply to this one.
      if (upon?.amends) text.value = "";
      write({ message, amends: false });
      grow();
      text.focus();
    },
  };
}

/** What went wrong, as a sentence. @param {any} cause */
export function failure(cause) {
  return t("failed", { why: cause.lost ? t("lost") : cause.message });
}
