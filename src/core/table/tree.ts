import type { UnitId } from "../entry.ts";
import type { Roster, Unit } from "../roster.ts";

/** The unit tree as tables ask it; branches are units too. */
export type Tree = {
  /** The unit or branch by id. */
  unit(id: UnitId): Unit | undefined;
  /** What lies right below a node; the tops for undefined. In the order of the roster. */
  below(id: UnitId | undefined): readonly Unit[];
  /** The node itself and everything below it; everything for undefined. */
  within(id: UnitId | undefined): ReadonlySet<UnitId>;
  /** The child of `node` that `unit` is or lies below; undefined where it lies elsewhere or is the node itself. */
  branchTo(node: UnitId | undefined, unit: UnitId): UnitId | undefined;
  /** The one node under which everything lies, as far down as there is but one: what is divided by branches. */
  readonly top: UnitId | undefined;
};

/** A roster stands for as long as the process; every question asks for its tree. */
const trees = new WeakMap<Roster["units"], Tree>();

/** Indexes the units of a roster once; a parent stands before its children there. */
export function treeOf({ units }: Pick<Roster, "units">): Tree {
  const tree = trees.get(units) ?? indexed(units);
  trees.set(units, tree);
  return tree;
}

function indexed(units: Roster["units"]): Tree {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const children = new Map<UnitId | undefined, Unit[]>();
  for (const unit of units) {
    const siblings = children.get(unit.parent);
    if (siblings) siblings.push(unit);
    else children.set(unit.parent, [unit]);
  }
  const below = (id: UnitId | undefined) => children.get(id) ?? [];
  const everything = new Set(byId.keys());
  const [only, ...others] = below(undefined);
  return {
    unit: (id) => byId.get(id),
    below,
    within: (id) => {
      if (id === undefined) return everything;
      const found = new Set<UnitId>([id]);
      // A set grows while it is walked, so that children follow their parents.
      for (const each of found) for (const child of below(each)) found.add(child.id);
      return found;
    },
    branchTo: (node, unit) => {
      let at = byId.get(unit);
      while (at && at.id !== node && at.parent !== node) at = at.parent === undefined ? undefined : byId.get(at.parent);
      return at && at.id !== node ? at.id : undefined;
    },
    top: others.length === 0 && only && below(only.id).length > 0 ? only.id : undefined,
  };
}

/** Whether `unit` is `branch` or lies below it. */
export function within(roster: Pick<Roster, "units">, unit: UnitId, branch: UnitId): boolean {
  const tree = treeOf(roster);
  for (let at = tree.unit(unit); at; at = at.parent === undefined ? undefined : tree.unit(at.parent))
    if (at.id === branch) return true;
  return false;
}
