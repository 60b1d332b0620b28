import { h } from "./dom.js";

const [WIDTH, HEIGHT, EDGE] = [120, 34, 7];

/**
 * A small line for each column over the rounds, its newest figure beside it; the round that is still open is hollow.
 *
 * @param {any[]} courses
 */
export function coursesOf(courses) {
  return h(
    "ul",
    { class: "courses" },
    courses.map(({ name, unit, points }) => {
      const last = points.findLast((/** @type {any} */ point) => point.value !== undefined);
      const said = points.map((/** @type {any} */ { round, text }) => `${round} ${text}`).join("，");
      return h(
        "li",
        { title: said },
        h("span", { class: "course" }, name),
        line(points, `${name}：${said}`),
        h("span", { class: "newest" }, last ? last.text : "—", h("small", {}, ` ${unit === "%" ? "" : unit}`)),
      );
    }),
  );
}

/** @param {any[]} points @param {string} label */
function line(points, label) {
  const svg = make("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "line", role: "img", "aria-label": label });
  const most = Math.max(1, ...points.map(({ value }) => value ?? 0));
  const least = Math.min(0, ...points.map(({ value }) => value ?? 0));
  const step = points.length > 1 ? (WIDTH - 2 * EDGE) / (points.length - 1) : 0;
  const places = points.map((point, index) => ({
    ...point,
    x: EDGE + index * step,
    y: HEIGHT - EDGE - (((point.value ?? 0) - least) / (most - least)) * (HEIGHT - 2 * EDGE),
  }));
  // A gap stays a gap: a line through it would invent a figure.
  const runs = places.map(({ x, y, value }, index) => {
    if (value === undefined) return "";
    return `${places[index - 1]?.value === undefined ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`;
  });
  svg.append(make("path", { d: runs.join("") }));
  for (const { x, y, value, open } of places)
    if (value !== undefined) svg.append(make("circle", { cx: x, cy: y, r: 2.6, class: open ? "open" : "" }));
  return svg;
}

/** @param {string} tag @param {Record<string, string | number>} attributes */
function make(tag, attributes) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}
