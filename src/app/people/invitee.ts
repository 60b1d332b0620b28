import { fold } from "../../core/interview/reading/names.ts";
import type { Member, Role, Unit } from "../../core/roster.ts";
import type { House } from "../house.ts";
import { unitsCalled } from "../units-called.ts";

/** Who is meant by `福州市监 B岗` or `fuzhou-market deputy`. */
export type Invitee =
  | { readonly kind: "found"; readonly member: Member }
  /** Several may be meant; each can be named exactly by id. */
  | { readonly kind: "which-unit"; readonly units: readonly Unit[]; readonly role?: Role }
  | { readonly kind: "which-person"; readonly people: readonly Member[] }
  | { readonly kind: "no-unit"; readonly text: string }
  /** The roster has nobody of that role there. */
  | { readonly kind: "nobody"; readonly unit: Unit; readonly role: Role };

/** What people call the roles, folded; the longer before those that they end with. */
const called: readonly (readonly [word: string, role: Role])[] = [
  ["city-coordinator", "city-coordinator"],
  ["city coordinator", "city-coordinator"],
  ["地市协调员", "city-coordinator"],
  ["coordinator", "coordinator"],
  ["协调员", "coordinator"],
  ["deputy liaison", "deputy"],
  ["deputy", "deputy"],
  ["b岗联络员", "deputy"],
  ["b岗", "deputy"],
  ["liaison", "liaison"],
  ["联络员", "liaison"],
  ["leader", "leader"],
  ["领导", "leader"],
];

/** Units that are offered where a name fits several. */
const OFFERED = 8;

/** Finds a person of the roster among those that `may` be invited: by id, or by unit and role (the liaison unless said). */
export function inviteeOf(house: House, text: string, may: (member: Member) => boolean): Invitee {
  const { people } = house;
  const named = fold(text);
  const exact = people.member(named);
  if (exact && may(exact)) return { kind: "found", member: exact };
  const [word, role] = called.find(([each]) => named.endsWith(each)) ?? [""];
  const place = named.slice(0, named.length - word.length).trim();
  const open = people.roster.people.filter(may);
  const units = unitsCalled(
    place,
    people.roster.units.filter((unit) => open.some((each) => each.unit === unit.id)),
  );
  const [unit, ...others] = units;
  if (!unit) return { kind: "no-unit", text: text.trim() };
  if (others.length > 0) return { kind: "which-unit", units: units.slice(0, OFFERED), ...(role ? { role } : {}) };
  const there = open.filter((each) => each.unit === unit.id);
  const liaisons = there.filter((each) => each.role === (role ?? "liaison"));
  const meant = role === undefined && liaisons.length === 0 ? there : liaisons;
  const [member, ...more] = meant;
  if (!member) return { kind: "nobody", unit, role: role ?? "liaison" };
  return more.length > 0 ? { kind: "which-person", people: meant } : { kind: "found", member };
}
