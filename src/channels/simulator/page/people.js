import { h, icon, icons } from "./dom.js";
import { STRANGER, state, t, unread } from "./state.js";

/**
 * Whose phone: a list by unit that is searched by typing; arrows move in it, Enter takes the phone.
 *
 * @param {any} root
 * @param {{pick(id: string): void, close(): void}} to
 */
export function peopleList(root, { pick, close }) {
  let active = "";
  const search = h("input", {
    type: "search",
    class: "find",
    role: "combobox",
    "aria-expanded": "true",
    "aria-controls": "people-list",
    "aria-autocomplete": "list",
    autocomplete: "off",
    spellcheck: "false",
    on: {
      input: () => {
        active = "";
        draw();
      },
      keydown: (/** @type {KeyboardEvent} */ event) => {
        if (event.key === "ArrowDown" || event.key === "ArrowUp") {
          event.preventDefault();
          step(event.key === "ArrowDown" ? 1 : -1);
        } else if (event.key === "Enter") {
          const target = active || options()[0]?.dataset.person;
          if (target) pick(target);
        } else if (event.key === "Escape") {
          if (search.value === "") close();
          search.value = "";
          draw();
        }
      },
    },
  });
  const list = h("div", { class: "list", id: "people-list", role: "listbox" });
  const leave = h("button", { type: "button", class: "round close", on: { click: close } }, icon(icons.close));
  root.replaceChildren(h("div", { class: "search" }, search, leave), list);

  /** @returns {any[]} */
  const options = () => [...list.querySelectorAll("[role=option]")];

  /** @param {number} by */
  function step(by) {
    const all = options();
    const at = all.findIndex((option) => option.dataset.person === active);
    const next = all[Math.max(0, Math.min(all.length - 1, at + by))];
    if (next) mark(next);
  }

  /** @param {any} option */
  function mark(option) {
    active = option.dataset.person;
    for (const each of options()) each.classList.toggle("active", each === option);
    search.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  function draw() {
    for (const [name, key] of [
      ["aria-label", "people"],
      ["placeholder", "find"],
    ])
      search.setAttribute(name, t(key));
    list.setAttribute("aria-label", t("people"));
    leave.setAttribute("aria-label", t("cancel"));
    const query = search.value.trim().toLowerCase();
    // Words in any order, in whichever language the unit is called by.
    const wanted = query.split(/\s+/);
    const found = state.people.filter(({ id, name, role, unit, called }) => {
      const words = [id, name, unit.name, unit.department, t(`role-${role}`), ...called].join("\n").toLowerCase();
      return wanted.every((/** @type {string} */ word) => words.includes(word));
    });
    /** @type {Map<string, any[]>} */
    const units = new Map();
    for (const person of found) units.set(person.unit.name, [...(units.get(person.unit.name) ?? []), person]);
    const stranger = t("stranger").toLowerCase().includes(query);
    list.replaceChildren(
      ...[...units].map(([unit, people]) =>
        groupOf(
          unit,
          people.map((person) => ({ id: person.id, name: shortName(person) })),
        ),
      ),
      ...(stranger ? [groupOf(t("strangers"), [{ id: STRANGER, name: t("stranger") }])] : []),
    );
    if (found.length === 0 && !stranger)
      list.append(h("p", { class: "nothing" }, t("nobody", { query: search.value })));
    search.removeAttribute("aria-activedescendant");
  }

  /** @param {string} unit @param {{id: string, name: string}[]} people */
  function groupOf(unit, people) {
    return h(
      "div",
      { role: "group", "aria-label": unit },
      h("p", { class: "unit", "aria-hidden": "true" }, unit),
      people.map(({ id, name }) => {
        const count = unread(id);
        const held = id === state.me;
        return h(
          "div",
          {
            role: "option",
            id: `person-${id}`,
            class: id === active ? "active" : undefined,
            "aria-selected": String(held),
            "data-person": id,
            on: { click: () => pick(id) },
          },
          h("span", {}, name),
          count > 0 && !held && h("span", { class: "count", "aria-label": t("unread", { count }) }, String(count)),
        );
      }),
    );
  }

  return {
    draw,
    focus: () => search.focus(),
    showHeld: () => list.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "center" }),
  };
}

/** What tells a person from others of the unit: the post, where the name begins with the unit's. @param {any} person */
export function shortName({ name, role, unit }) {
  const rest = name.startsWith(unit.name) ? name.slice(unit.name.length).replace(/^[\s,，·-]+/, "") : name;
  if (rest === "") return t(`role-${role}`);
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}
