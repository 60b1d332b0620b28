import { expect, test } from "vitest";
import { peopleOf } from "../../src/app/people/people.ts";
import { exampleRoster } from "../world.ts";

const roster = exampleRoster();
const people = peopleOf(roster);
const member = (id: string) => {
  const found = people.member(id);
  if (!found) throw new Error(`nobody is called ${id}`);
  return found;
};

test("on the simulator everybody is known by the roster's id, on a platform by the address given there", () => {
  expect(people.memberAt({ channel: "simulator", id: "leader-1" })?.id).toBe("leader-1");
  expect(people.memberAt({ channel: "telegram", id: "leader-1" })).toBeUndefined();
  const bound = peopleOf({
    ...roster,
    people: roster.people.map((each) => (each.id === "leader-1" ? { ...each, addresses: { telegram: "77" } } : each)),
  });
  expect(bound.memberAt({ channel: "telegram", id: "77" })?.id).toBe("leader-1");
});

test("somebody on several channels is reached on the first that runs", () => {
  const both = { ...member("leader-1"), addresses: { telegram: "77", lark: "ou_1" } };
  expect(people.addressOf(both, ["lark", "telegram"])).toEqual({ channel: "lark", id: "ou_1" });
  expect(people.addressOf(both, ["telegram", "simulator"])).toEqual({ channel: "telegram", id: "77" });
  expect(people.addressOf(member("leader-1"), ["telegram"])).toBeUndefined();
});

test("a liaison sees the own unit, a city coordinator the branch, the coordinator and leaders all", () => {
  const sees = (id: string, unit: string) => people.oversees(member(id), unit);
  expect([sees("fuzhou-market-liaison", "fuzhou-market"), sees("fuzhou-market-liaison", "xiamen-market")]).toEqual([
    true,
    false,
  ]);
  expect([sees("fuzhou-coordinator", "fuzhou-market"), sees("fuzhou-coordinator", "xiamen-market")]).toEqual([
    true,
    false,
  ]);
  expect([sees("fj-coordinator", "xiamen-market"), sees("leader-2", "fuzhou-market")]).toEqual([true, true]);
});

test("the liaison stands before the deputy", () => {
  expect(people.reporters("fuzhou-market").map(({ role }) => role)).toEqual(["liaison", "deputy"]);
});
