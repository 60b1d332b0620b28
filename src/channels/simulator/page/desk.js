import { ApiError, api } from "./api.js";
import { blockOf } from "./blocks.js";
import { coursesOf } from "./courses.js";
import { h, icon, icons } from "./dom.js";
import { state, t } from "./state.js";
import { sides } from "./titles.js";
import { treeOf } from "./tree.js";
import { moment } from "./words.js";

/** After something happened the desk is read anew, though not for every message of a busy minute. */
const SETTLES = 400;

/**
 * What leaders see of a round: how far it is whole, the tree, the table with the way to each figure's words, the trend,
 * what was sent. Nothing is read while it is not on screen.
 *
 * @param {any} root
 */
export function deskOf(root) {
  let [round, node, words] = ["", "", ""];
  let fresh = false;
  let shown = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  const body = h("div", { class: "desk-body", tabindex: -1 });
  const why = h("aside", { class: "desk-why", hidden: true });
  let reading = 0;

  const frame = () =>
    root.replaceChildren(
      h("header", { class: "title sided" }, h("div", { class: "who" }, h("strong", {}, t("desk"))), sides("desk")),
      body,
      why,
    );

  async function read() {
    const mine = ++reading;
    fresh = true;
    try {
      const found = await api.desk(state.language, round, node);
      if (mine === reading) draw(found);
    } catch (cause) {
      if (mine !== reading) return;
      fresh = false;
      frame();
      body.replaceChildren(
        h("p", { class: "nothing" }, cause instanceof ApiError && !cause.lost ? t("notOpen") : t("lost")),
      );
    }
  }

  /** @param {any} found */
  function draw(found) {
    const kept = { top: body.scrollTop, focus: focused() };
    frame();
    const { counts } = found;
    const missing = counts.of - counts.onTime - counts.late - counts.draft;
    const parts = [
      ["on-time", counts.onTime],
      ["late", counts.late],
      ["draft", counts.draft],
      ["missing", missing],
    ];
    body.replaceChildren(
      choices(found),
      h("h2", {}, found.heading),
      h(
        "div",
        {
          class: "shares",
          role: "img",
          "aria-label": t("reported", { reported: counts.onTime + counts.late, of: counts.of }),
        },
        parts.map(([name, count]) => count > 0 && h("span", { class: `share ${name}`, "data-count": count })),
      ),
      h(
        "p",
        { class: "legend" },
        [
          ["onTime", counts.onTime, "on-time"],
          ["late", counts.late, "late"],
          ["draft", counts.draft, "draft"],
          ["missing", missing, "missing"],
        ].map(([key, count, name]) => h("span", { class: `mark ${name}` }, t(String(key), { count }))),
      ),
      h(
        "div",
        { class: "sentences" },
        found.sentences.map((/** @type {string} */ each) => h("p", {}, each)),
      ),
      section("figures", ...found.tables.map(tableOf)),
      section("trend", coursesOf(found.courses)),
      section(
        "tree",
        treeOf(found.tree, node, (id) => turn(round, id)),
      ),
      section("deliveries", timeline(found)),
    );
    // The stylesheet alone may not size them: how wide a share is, is a figure.
    for (const share of body.querySelectorAll(".share")) share.style.flexGrow = share.dataset.count;
    body.scrollTop = kept.top;
    if (kept.focus) body.querySelector(`[data-key="${CSS.escape(kept.focus)}"]`)?.focus({ preventScroll: true });
  }

  const focused = () =>
    body.contains(document.activeElement) ? /** @type {any} */ (document.activeElement).dataset.key : undefined;

  /** @param {any} found */
  function choices(found) {
    const rounds = h(
      "select",
      { "aria-label": t("round"), "data-key": "round", on: { change: () => turn(rounds.value, node) } },
      found.rounds.map((/** @type {any} */ each) =>
        h("option", { value: each.id, selected: each.id === found.round }, each.label),
      ),
    );
    const branches = found.tree.filter((/** @type {any} */ each) => each.standing === undefined);
    const units = h(
      "select",
      { "aria-label": t("tree"), "data-key": "node", on: { change: () => turn(round, units.value) } },
      h("option", { value: "" }, t("whole")),
      branches.map((/** @type {any} */ each) =>
        h("option", { value: each.id, selected: each.id === node }, `${"　".repeat(each.depth)}${each.name}`),
      ),
      node !== "" &&
        !branches.some((/** @type {any} */ each) => each.id === node) &&
        h(
          "option",
          { value: node, selected: true },
          found.tree.find((/** @type {any} */ each) => each.id === node)?.name ?? node,
        ),
    );
    return h("div", { class: "choose" }, rounds, units);
  }

  /** @param {string} toRound @param {string} toNode */
  function turn(toRound, toNode) {
    [round, node] = [toRound, toNode];
    close();
    void read();
  }

  /** @param {string} key @param {...any} children */
  const section = (key, ...children) => h("section", { "aria-label": t(key) }, h("h3", {}, t(key)), children);

  /** @param {any} table */
  function tableOf({ caption, head, rows }) {
    return h(
      "div",
      { class: "table", role: "region", tabindex: 0, "aria-label": `${caption} · ${t("table")}` },
      h(
        "table",
        {},
        h("caption", {}, caption),
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            head.map((/** @type {string} */ each) => h("th", { scope: "col" }, each)),
          ),
        ),
        h(
          "tbody",
          {},
          rows.map((/** @type {any} */ row) =>
            h(
              "tr",
              {},
              h("th", { scope: "row" }, row.name),
              row.cells.map((/** @type {any} */ cell) => h("td", {}, figure(cell))),
            ),
          ),
        ),
      ),
    );
  }

  /** @param {any} cell */
  function figure(cell) {
    if (!cell.why) return cell.text;
    return h(
      "button",
      {
        type: "button",
        class: "figure",
        "data-key": cell.why,
        "aria-expanded": String(cell.why === words),
        on: { click: () => open(cell.why) },
      },
      cell.text,
    );
  }

  /** @param {string} asked */
  async function open(asked) {
    words = asked;
    mark();
    const blocks = await api.why(state.language, asked).catch(() => []);
    if (words !== asked) return;
    const leave = h(
      "button",
      { type: "button", class: "round", "aria-label": t("cancel"), on: { click: () => close(true) } },
      icon(icons.close),
    );
    why.replaceChildren(
      h("div", { class: "why-head" }, h("h3", {}, t("why")), leave),
      h(
        "div",
        { class: "why-lines" },
        blocks.map((/** @type {any} */ block) => blockOf(block, async () => {})),
      ),
    );
    why.hidden = false;
    leave.focus({ preventScroll: true });
  }

  function close(back = false) {
    const was = words;
    words = "";
    why.hidden = true;
    mark();
    if (back) body.querySelector(`[data-key="${CSS.escape(was)}"]`)?.focus({ preventScroll: true });
  }

  function mark() {
    for (const each of body.querySelectorAll(".figure"))
      each.setAttribute("aria-expanded", String(each.dataset.key === words));
  }

  /** @param {any} found */
  function timeline({ deliveries, undelivered }) {
    if (deliveries.length === 0) return h("p", { class: "nothing" }, t("noDeliveries"));
    return [
      undelivered > 0 && h("p", { class: "error" }, t("undelivered", { count: undelivered })),
      h(
        "ol",
        { class: "timeline" },
        deliveries.map((/** @type {any} */ each) => {
          const { day, time } = moment(state.language, each.at);
          return h(
            "li",
            {},
            h("time", { datetime: each.at }, `${day} ${time}`),
            h("span", {}, each.what),
            each.count > 1 && h("span", { class: "times" }, t("times", { count: each.count })),
          );
        }),
      ),
    ];
  }

  root.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape" && !why.hidden) close(true);
  });

  return {
    /** Reads what there is, if anything has happened since. */
    show() {
      shown = true;
      if (!fresh) void read();
    },
    /** Something happened: what is on screen is read anew before long. */
    stale() {
      fresh = false;
      if (!shown) return;
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        if (root.offsetParent) void read();
      }, SETTLES);
    },
  };
}
