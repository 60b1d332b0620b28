import type { RosterFile } from "./roster.ts";
import { type Examiner, referAll, refers, unique } from "./source/examiner.ts";
import type { Path } from "./source/problem.ts";

type FileUnit = RosterFile["units"][number];
type FilePerson = NonNullable<FileUnit["people"]>[number];
type PlacedUnit = { readonly unit: FileUnit; readonly path: Path };
type PlacedPerson = { readonly person: FilePerson; readonly path: Path; readonly unit: FileUnit };

/** Whether a roster hangs together: ids told apart, known departments, somebody to report for each reporting unit. */
export function examineRoster(file: RosterFile, ex: Examiner): void {
  const units = placedUnits(file.units, ["units"]);
  const people = units.flatMap(({ unit, path }) =>
    (unit.people ?? []).map((person, index): PlacedPerson => ({ person, unit, path: [...path, "people", index] })),
  );
  const idAt = (all: readonly { readonly path: Path }[]) => (index: number) => [...(all[index]?.path ?? []), "id"];
  const unitIds = units.map((each) => each.unit.id);
  unique(ex, { key: "thing-unit" }, unitIds, idAt(units));
  // A person is named by id alone, so one id in two units would be one person with two duties.
  unique(
    ex,
    { key: "thing-person" },
    people.map((each) => each.person.id),
    idAt(people),
  );
  unique(
    ex,
    { key: "thing-group" },
    file.groups.map((group) => group.id),
    (index) => ["groups", index, "id"],
  );
  const departments = { what: { key: "known-departments" }, at: ["departments"], ids: Object.keys(file.departments) };
  for (const { unit, path } of units) {
    if (unit.department !== undefined) refers(ex, unit.department, departments, [...path, "department"]);
    examineDuty(unit, path, ex);
  }
  for (const { person, unit, path } of people) examineRole(person, unit, path, ex);
  examineGroups(file, people, ex);
  examineAddresses(people, ex);
}

function placedUnits(units: readonly FileUnit[], at: Path): readonly PlacedUnit[] {
  return units.flatMap((unit, index) => {
    const path = [...at, index];
    return [{ unit, path }, ...placedUnits(unit.units ?? [], [...path, "units"])];
  });
}

function examineDuty(unit: FileUnit, path: Path, ex: Examiner): void {
  const people = unit.people ?? [];
  if (unit.department === undefined) {
    if (unit.reports === true)
      ex.tell([...path, "reports"], { key: "problem-unit-department", args: { unit: unit.id } });
    return;
  }
  if (unit.reports === false || people.some((person) => person.role === "liaison")) return;
  // A role or a list that could not be read may be the liaison that seems to be missing.
  if (!ex.sound([...path, "people"]) || people.some((_, index) => !ex.sound([...path, "people", index]))) return;
  ex.tell(path, { key: "problem-unit-liaison", args: { unit: unit.id } });
}

function examineRole(person: FilePerson, unit: FileUnit, path: Path, ex: Examiner): void {
  const reporter = person.role === "liaison" || person.role === "deputy";
  if (reporter && unit.department === undefined)
    ex.tell([...path, "role"], {
      key: "problem-branch-reporter",
      args: { person: person.id, role: person.role, unit: unit.id },
    });
}

function examineGroups(file: RosterFile, people: readonly PlacedPerson[], ex: Examiner): void {
  const known = { what: { key: "known-people" }, at: ["units"], ids: people.map((each) => each.person.id) };
  for (const [index, group] of file.groups.entries()) {
    const at: Path = ["groups", index, "people"];
    referAll(ex, group.people, known, at);
    unique(ex, { key: "thing-person" }, group.people, (place) => [...at, place]);
  }
  if (file.groups.length > 0 && !file.groups.some((group) => group.leadership) && ex.sound(["groups"]))
    ex.tell(["groups"], { key: "problem-no-leadership" });
}

/** A platform's message says who sent it by address alone: two people behind one address could not be told apart. */
function examineAddresses(people: readonly PlacedPerson[], ex: Examiner): void {
  const first = new Map<string, PlacedPerson>();
  for (const placed of people)
    for (const [channel, address] of Object.entries(placed.person.addresses ?? {})) {
      const before = first.get(`${channel} ${address}`);
      if (!before) first.set(`${channel} ${address}`, placed);
      else
        ex.tell([...placed.path, "addresses", channel], {
          key: "problem-address-taken",
          args: {
            address: `${channel} ${address}`,
            person: before.person.id,
            line: String(ex.lineOf([...before.path, "addresses", channel])),
          },
        });
    }
}
