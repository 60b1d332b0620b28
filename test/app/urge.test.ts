import { afterEach, beforeEach, expect, test } from "vitest";
import { urgeNow } from "../../src/app/deliveries/urge.ts";
import { exampleRoster, type World, world } from "../world.ts";

const round = "2020-05-21";
const head = { id: "head", name: "福州市商务局局长", role: "head", unit: "fuzhou-commerce", addresses: {} } as const;

let it: World;
beforeEach(async () => {
  const roster = exampleRoster();
  it = await world({ roster: { ...roster, people: [...roster.people, head] } });
});
afterEach(() => it.end());

/** The coordinator presses for these units. */
function urge(units: readonly string[], id: string, how: { whom?: "head"; urgent?: boolean } = {}) {
  const [running] = it.bot.house.flows;
  const by = it.bot.house.people.member("fj-coordinator");
  if (!running || !by) throw new Error("the world has a flow and a coordinator");
  return urgeNow(it.bot.house, running, round, units, { by, id, ...how });
}

test("units are urged with their next question, in the name of who pressed, and it is said to whom it went", async () => {
  await it.say("fuzhou-market-liaison", "零报告");
  await it.say("fuzhou-market-liaison", "是");
  await it.at("2020-05-20T09:00+08:00");
  const urged = await urge(["fuzhou-commerce", "fuzhou-market", "nowhere"], "m1", { urgent: true });
  expect(urged.map(({ unit, kind }) => [unit, kind])).toEqual([
    ["fuzhou-commerce", "sent"],
    ["fuzhou-market", "not-owed"],
    ["nowhere", "not-owed"],
  ]);
  expect(urged[0]).toMatchObject({ to: { id: "fuzhou-commerce-liaison" } });
  expect(it.heard("fuzhou-commerce-liaison").at(-1)).toContain("福建省专项整治协调员催报");
  expect(it.sent.at(-1)?.urgent).toBe(true);
});

test("a unit that was just told is left alone, and the ladder keeps its distance too", async () => {
  await it.at("2020-05-20T16:30+08:00");
  await urge(["fuzhou-commerce"], "m1");
  expect(await urge(["fuzhou-commerce"], "m2")).toEqual([
    { unit: "fuzhou-commerce", kind: "too-soon", until: Date.parse("2020-05-20T17:30+08:00") },
  ]);
  const before = it.heard("fuzhou-commerce-liaison").length;
  await it.at("2020-05-20T17:29+08:00");
  expect(it.heard("fuzhou-commerce-liaison")).toHaveLength(before);
  await it.at("2020-05-20T17:30+08:00");
  expect(it.heard("fuzhou-commerce-liaison")).toHaveLength(before + 1);
});

test("a press that is delivered twice urges once", async () => {
  await it.at("2020-05-20T09:00+08:00");
  await urge(["fuzhou-commerce"], "m1");
  const before = it.sent.length;
  await it.at("2020-05-20T11:00+08:00");
  await urge(["fuzhou-commerce"], "m1");
  expect(it.sent).toHaveLength(before);
});

test("the unit's head is told by a press alone, and whom no address leads to is said", async () => {
  await it.at("2020-05-21T15:00+08:00");
  expect(await urge(["fuzhou-commerce", "xiamen-commerce"], "m1", { whom: "head" })).toMatchObject([
    { kind: "sent", to: { id: "head" } },
    { kind: "unreachable" },
  ]);
  expect(it.heard("head")).toEqual([
    "福建省专项整治协调员催报\n福州市商务局第1期还没报送，5月21日（周四）17:00 截止，请督促联络员",
  ]);
});
