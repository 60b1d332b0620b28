/**
 * Makes an element. Attributes are set as such; `on` takes listeners; `false`, `undefined` and `null` are left out.
 * Strings become text, never markup.
 *
 * @param {string} tag
 * @param {Record<string, any>} [attributes]
 * @param {...any} children
 * @returns {any}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "on") for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.flat(3).filter((child) => child !== undefined && child !== null && child !== false));
  return element;
}

/** The element of an id that the page's HTML has. @param {string} id @returns {any} */
export const byId = (id) => document.getElementById(id);

/** A line icon, drawn with strokes alone. @param {string} path */
export function icon(path) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [name, value] of Object.entries({ viewBox: "0 0 24 24", "aria-hidden": "true", class: "icon" }))
    svg.setAttribute(name, value);
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

export const icons = {
  attach: "M20 11.5 12 19.4a5 5 0 0 1-7-7l8.2-8.2a3.3 3.3 0 0 1 4.7 4.7L9.6 17a1.7 1.7 0 0 1-2.4-2.4l7.3-7.2",
  send: "M12 20V5M5.5 11.5 12 5l6.5 6.5",
  down: "M12 5v14M5.5 12.5 12 19l6.5-6.5",
  file: "M13.5 3.5H7a1.5 1.5 0 0 0-1.5 1.5v14A1.5 1.5 0 0 0 7 20.5h10a1.5 1.5 0 0 0 1.5-1.5V8.500zM13.500 3.500v5h5",
  open: "M8 10l4 4 4-4",
  reply: "M10 6 4.5 11.5 10 17M5 11.5h8.5a6 6 0 0 1 6 6V19",
  close: "M6 6l12 12M18 6 6 18",
};
