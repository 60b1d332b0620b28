import { api } from "./api.js";
import { failure } from "./composer.js";
import { byId, h } from "./dom.js";
import { state, t } from "./state.js";
import { moment } from "./words.js";

const face = byId("face");
const jumps = byId("jumps");
const bar = byId("moving");
const announce = byId("announce");

/** From where to where a jump goes, in milliseconds; it moves the bar. @type {{from: number, to: number} | undefined} */
let way;

/** Shows the time as it is now. */
export function drawFace() {
  const { day, time, year } = moment(state.language, state.now);
  face.replaceChildren(
    h("span", { class: "day" }, day),
    h("time", { class: "time", datetime: state.now }, time),
    h("span", { class: "year" }, year),
  );
  bar.hidden = !state.moving;
  if (!way) bar.removeAttribute("value");
  else bar.value = Math.min(1, Math.max(0, (Date.parse(state.now) - way.from) / (way.to - way.from)));
  jumps.setAttribute("aria-busy", String(state.moving));
}

/** Offers the moments that come next. */
export async function drawJumps() {
  const moments = await api.moments(state.language);
  const held = jumps.contains(document.activeElement);
  const when = h("input", {
    type: "datetime-local",
    name: "when",
    "aria-label": t("pick"),
    value: state.now.slice(0, 16),
    min: state.now.slice(0, 16),
    required: true,
  });
  const error = h("p", { class: "error", role: "alert", hidden: true });
  const other = h(
    "details",
    { class: "other", on: { keydown: (/** @type {KeyboardEvent} */ event) => event.key === "Escape" && shut() } },
    h("summary", { class: "jump" }, t("pick")),
    h(
      "form",
      {
        novalidate: true,
        on: {
          submit: (/** @type {SubmitEvent} */ event) => {
            event.preventDefault();
            // The page's clock has the offset of the place that reports, whatever zone the browser is in.
            if (when.value) void jumpTo(`${when.value}:00${state.now.slice(19).replace(/^\.\d+/, "")}`);
          },
        },
      },
      when,
      h("button", { type: "submit", class: "submit" }, t("jump")),
    ),
  );
  const shut = () => {
    other.open = false;
    other.querySelector("summary").focus();
  };
  jumps.replaceChildren(
    h("p", { class: "hint" }, t("hint")),
    ...moments.map((/** @type {any} */ { label, at }) =>
      h("button", { type: "button", class: "jump", on: { click: () => jumpTo(at) } }, label),
    ),
    other,
    error,
  );
  if (held) jumps.querySelector("button, summary")?.focus();

  /** @param {string} to */
  async function jumpTo(to) {
    if (state.moving) return;
    error.hidden = true;
    if (Date.parse(to) < Date.parse(state.now)) {
      error.textContent = t("backwards");
      error.hidden = false;
      return;
    }
    way = { from: Date.parse(state.now), to: Date.parse(to) };
    state.moving = true;
    announce.textContent = t("moving");
    drawFace();
    try {
      state.now = (await api.moveTo(to)).now;
      const { day, time } = moment(state.language, state.now);
      announce.textContent = t("arrived", { now: `${day} ${time}` });
      state.moving = false;
      await drawJumps();
    } catch (cause) {
      error.textContent = failure(cause);
      error.hidden = false;
    } finally {
      way = undefined;
      state.moving = false;
      drawFace();
    }
  }
}
