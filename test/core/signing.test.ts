import { expect, test } from "vitest";
import type { Deliveries } from "../../src/core/delivery.ts";
import { emptyRound, type Round } from "../../src/core/round.ts";
import { type Signing, signingDuties } from "../../src/core/signing.ts";

const heads = (unit: string) => [`head-of-${unit}`];
const put = (unit: string, at: number): Signing => ({ kind: "put", unit, id: `put-${at}`, by: "liaison", at });
const decided = (unit: string, at: number, approved: boolean): Signing => ({
  ...{ kind: "decided", unit, id: `decided-${at}`, by: "head", at },
  ...{ approved, number: `${unit}-${at}` },
});
const roundWith = (signings: readonly Signing[], deliveries: Deliveries = {}): Round => ({
  ...emptyRound("weekly", "2020-05-21"),
  state: "open",
  signings,
  deliveries,
});
const keys = (round: Round) => signingDuties(round, heads, 10_000).map(({ key }) => key);

test("the head is asked about what was put to them last, and whoever reports is told of every approval", () => {
  const signings = [put("a", 1), decided("a", 2, true), put("b", 3), put("a", 4), put("b", 5)];
  expect(keys(roundWith(signings))).toEqual([
    "sign/weekly/2020-05-21/a/2",
    "sign/weekly/2020-05-21/a/4/head-of-a",
    "sign/weekly/2020-05-21/b/5/head-of-b",
  ]);
});

test("a round of thousands of approvals is looked through once, and not again until something of it changes", () => {
  const units = Array.from({ length: 3_000 }, (_, index) => `unit-${index}`);
  const signings = [
    ...units.map((unit, index) => put(unit, index)),
    ...units.map((unit, index) => decided(unit, 3_000 + index, true)),
  ];
  let looks = 0;
  const counted = new Proxy(signings, {
    get: (all, property) => {
      looks += 1;
      return Reflect.get(all, property);
    },
  });
  const told = units.map((unit, index) => [`sign/weekly/2020-05-21/${unit}/${3_001 + index}`, { state: "dropped" }]);
  const round = roundWith(counted, Object.fromEntries(told));
  expect(signingDuties(round, heads, 10_000)).toEqual([]);
  expect(looks).toBeLessThan(10 * signings.length);
  looks = 0;
  expect(signingDuties(round, heads, 10_000)).toEqual([]);
  expect(looks).toBe(0);
  const again = { ...round, signings: [...signings, put("unit-7", 9_000)] };
  expect(keys(again)).toEqual(["sign/weekly/2020-05-21/unit-7/6001/head-of-unit-7"]);
});

test("that a report was sent back is told until it is put to the head again", () => {
  const signings = [put("a", 1), decided("a", 2, false), put("b", 3), decided("b", 4, false)];
  expect(keys(roundWith(signings))).toEqual(["sign/weekly/2020-05-21/a/2", "sign/weekly/2020-05-21/b/4"]);
  expect(keys(roundWith([...signings, put("a", 5), decided("a", 6, false)]))).toEqual([
    "sign/weekly/2020-05-21/b/4",
    "sign/weekly/2020-05-21/a/6",
  ]);
});
