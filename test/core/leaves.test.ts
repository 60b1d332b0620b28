import { expect, test } from "vitest";
import { emptyPerson, evolvePerson, isAway, type PersonEntry } from "../../src/core/person.ts";

const origin = { at: 0, sentAt: 0, by: "a", channel: "simulator" };
const after = (...entries: readonly PersonEntry[]) =>
  entries.reduce(
    (person, entry, index) => evolvePerson(person, { ...origin, id: `${index}`, ...entry }),
    emptyPerson("a"),
  );

test("a leave cancelled before single days could be is cancelled whole", () => {
  const away = { kind: "went-on-leave", leave: { from: 10, to: 20, standIn: "b" } } as const;
  expect(isAway(after(away), 10)).toBe(true);
  expect(isAway(after(away, { kind: "leave-cancelled" }), 10)).toBe(false);
});

test("days said anew have the new stand-in, and those around them keep the old one", () => {
  const person = after(
    { kind: "went-on-leave", leave: { from: 10, to: 40, standIn: "b" } },
    { kind: "went-on-leave", leave: { from: 20, to: 30, standIn: "c" } },
  );
  expect(person.leaves).toEqual([
    { from: 10, to: 20, standIn: "b" },
    { from: 20, to: 30, standIn: "c" },
    { from: 30, to: 40, standIn: "b" },
  ]);
});
