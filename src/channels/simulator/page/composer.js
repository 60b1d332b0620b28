import { h, icon, icons } from "./dom.js";
import { t } from "./state.js";

/**
 * Where a message is written: Enter sends, Shift+Enter begins a new line, Escape leaves an amendment.
 *
 * @param {{label: string, commands: string[], send(text: string, amending?: any): Promise<void>, file(file: File, words: string): Promise<void>}} how
 */
export function composerOf({ label, commands, send, file }) {
  /** @type {any} */
  let amending;
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
        } else if (event.key === "Escape" && amending) leave();
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
        if (!first || !(await trying(() => file(first, words)))) return;
        if (text.value.trim() === words) text.value = "";
        grow();
      },
    },
  });
  const note = h(
    "p",
    { class: "amending", hidden: true },
    h("span", {}, t("amending")),
    h("button", { type: "button", on: { click: leave } }, t("cancel")),
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
          const of = amending;
          leave();
          text.value = "";
          grow();
          const sent = await trying(() => send(words, of));
          if (!sent && text.value === "") text.value = words;
          grow();
        },
      },
    },
    note,
    error,
    h(
      "div",
      { class: "line" },
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
    amending = undefined;
    note.hidden = true;
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
      amending = message;
      note.hidden = false;
      text.value = message.blocks.findLast((/** @type {any} */ block) => block.kind === "text")?.text ?? message.text;
      grow();
      text.focus();
    },
  };
}

/** What went wrong, as a sentence. @param {any} cause */
export function failure(cause) {
  return t("failed", { why: cause.lost ? t("lost") : cause.message });
}
