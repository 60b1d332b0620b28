import { h } from "./dom.js";
import { t } from "./state.js";

/**
 * The unit tree: branches with how many of theirs reported, units with how they stand. Pressing one shows its figures.
 *
 * @param {any[]} nodes  a branch before what lies in it
 * @param {string} chosen
 * @param {(id: string) => void} choose
 */
export function treeOf(nodes, chosen, choose) {
  /** @param {number} from @param {number} depth @returns {[any[], number]} */
  const level = (from, depth) => {
    const items = [];
    let at = from;
    while (at < nodes.length && nodes[at].depth >= depth) {
      const node = nodes[at];
      const [below, next] = level(at + 1, depth + 1);
      items.push(node.standing === undefined ? branchOf(node, below) : h("li", {}, lineOf(node)));
      at = next;
    }
    return [items, at];
  };
  const [items] = level(0, nodes[0]?.depth ?? 0);
  return h("ul", { class: "tree" }, items);

  /** @param {any} node @param {any[]} below */
  function branchOf(node, below) {
    // What is whole folds itself away; where something is wanting, one looks.
    const inside = nodes.some((each) => each.id === chosen && each.standing !== undefined) || node.id === chosen;
    return h(
      "li",
      {},
      h(
        "details",
        { open: inside && node.id === chosen },
        h("summary", {}, h("span", { class: "node" }, node.name), meter(node)),
        h("ul", {}, h("li", {}, pick(node, t("whole"))), below),
      ),
    );
  }

  /** @param {any} node */
  function lineOf(node) {
    return h(
      "span",
      { class: "leaf" },
      pick(node, node.name),
      h("span", { class: `mark ${node.standing}` }, t(`is-${node.standing}`)),
    );
  }

  /** @param {any} node @param {string} name */
  function pick(node, name) {
    const again = node.id === chosen;
    return h(
      "button",
      {
        type: "button",
        class: "pick",
        "data-key": `node-${node.id}`,
        "aria-pressed": String(again),
        on: { click: () => choose(again ? "" : node.id) },
      },
      name,
    );
  }
}

/** @param {any} node */
function meter({ reported, of }) {
  return [
    h("meter", { min: 0, max: of, value: reported, "aria-hidden": "true" }),
    h("span", { class: "of" }, `${reported}/${of}`),
  ];
}
