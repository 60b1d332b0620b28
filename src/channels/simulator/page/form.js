import { h } from "./dom.js";
import { t } from "./state.js";

let count = 0;

/**
 * A form in a message. It folds away once a newer question stands; what was typed stays in it until it is taken.
 *
 * @param {any} block
 * @param {(action: string, fields: Record<string, string>) => Promise<void>} press
 */
export function formOf({ action, submit, inputs }, press) {
  const form = h(
    "form",
    {
      class: inputs.some((/** @type {any} */ input) => input.lines > 1) ? "form wide" : "form",
      novalidate: true,
      on: {
        submit: (/** @type {SubmitEvent} */ event) => {
          event.preventDefault();
          const fields = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
          return press(action, fields);
        },
      },
    },
    inputs.map(inputOf),
    h("button", { type: "submit", class: "submit" }, submit),
  );
  return h("details", { class: "fold", open: true }, h("summary", {}, t("again")), form);
}

/** @param {any} input */
function inputOf({ name, label, unit, placeholder, value, error, lines }) {
  count += 1;
  const id = `input-${count}`;
  const wrong = error ? { "aria-invalid": "true", "aria-describedby": `${id}-error` } : {};
  const named = { id, name, placeholder, autocomplete: "off", ...wrong };
  const field =
    lines > 1
      ? h("textarea", { ...named, rows: lines }, value ?? "")
      : h("input", { ...named, value, type: "text", inputmode: "decimal", enterkeyhint: "next" });
  return h(
    "div",
    { class: "input" },
    h("label", { for: id }, label, unit && h("span", { class: "unit" }, unit)),
    field,
    error && h("p", { class: "error", id: `${id}-error` }, error),
  );
}
