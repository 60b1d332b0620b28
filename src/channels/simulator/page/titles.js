import { byId, h, icon, icons } from "./dom.js";
import { shortName } from "./people.js";
import { chatOf, nameOf, personOf, state, t } from "./state.js";

/** Whose phone it is; pressing it opens the list of people. @param {() => void} change */
export function phoneTitle(change) {
  const person = personOf(state.me);
  return h(
    "header",
    { class: "title" },
    h(
      "button",
      { type: "button", class: "who", title: t("change"), on: { click: change } },
      h("strong", {}, person ? shortName(person) : nameOf(state.me)),
      h("span", {}, person ? person.unit.name : t("strangers")),
      icon(icons.open),
    ),
  );
}

/** Which group it is, with a choice where there are several. @param {(id: string) => void} choose */
export function groupTitle(choose) {
  return h("header", { class: "title sided" }, groupName(choose), sides("group"));
}

/** The switch between what the group hears and what its leaders see. @param {"group" | "desk"} shown */
export function sides(shown) {
  const turn = (/** @type {string} */ side) => {
    document.body.dataset.side = side;
    dispatchEvent(new CustomEvent("side"));
    byId(side).querySelector(".sides [aria-pressed=true]")?.focus();
  };
  return h(
    "div",
    { class: "sides", role: "group", "aria-label": t("sides") },
    ["group", "desk"].map((side) =>
      h("button", { type: "button", "aria-pressed": String(side === shown), on: { click: () => turn(side) } }, t(side)),
    ),
  );
}

/** @param {(id: string) => void} choose */
function groupName(choose) {
  const groups = state.chats.filter(({ kind }) => kind === "group");
  const shown = chatOf(state.group);
  const select = h(
    "select",
    { "aria-label": t("group"), on: { change: () => choose(select.value) } },
    groups.map(({ id, name }) => h("option", { value: id, selected: id === state.group }, name)),
  );
  return h(
    "div",
    { class: "who" },
    groups.length > 1 ? select : h("strong", {}, shown?.name ?? t("group")),
    h("span", {}, t("members", { count: shown?.people.length ?? 0 })),
  );
}
