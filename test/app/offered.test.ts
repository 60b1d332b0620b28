import { afterEach, describe, expect, test } from "vitest";
import { menuFor } from "../../src/app/menu.ts";
import type { CaseFlow } from "../../src/core/cases/case-flow.ts";
import type { Member } from "../../src/core/roster.ts";
import { shippedCaseFlows } from "../cases/play.ts";
import { flowFrom } from "../interview/talk.ts";
import { exampleRoster, type World, world } from "../world.ts";

const weekly = flowFrom("flows/epidemic-supplies-weekly.yaml");
const roster = exampleRoster();
const head: Member = { id: "fuzhou-market-head", name: "局长", role: "head", unit: "fuzhou-market", addresses: {} };
const people = [...roster.people, { ...head, addresses: { simulator: head.id } }];
const everybody = ["fuzhou-market-liaison", head.id, "leader-1", "fuzhou-coordinator", "fj-coordinator"];

let it: World;
afterEach(() => it.end());

const started = async (caseFlows: readonly CaseFlow[], signed = false) => {
  it = await world({ caseFlows, flows: [{ ...weekly, sign_off: signed }], roster: { ...roster, people } });
};
const offeredIn = (text: string) =>
  ["重大事项", "问题台账", "线索移交", "审核", "同意", "退回修改"].filter((word) =>
    new RegExp(`(^|、|：)${word}(：|、|$|。)`, "m").test(text),
  );
const named = new Map([
  ["urgent", "重大事项"],
  ["problem", "问题台账"],
  ["clue", "线索移交"],
  ["sign", "审核"],
  ["approve", "同意"],
  ["sendback", "退回修改"],
]);
const onMenu = async (person: string) => {
  const lines = await menuFor(it.bot.house, { chat: { channel: "simulator", id: person }, group: false });
  expect(lines.length).toBeGreaterThan(3);
  return lines.flatMap(({ name }) => named.get(name) ?? []);
};

/** What help says, what the platform's menu lists, and what is named where a command is unknown. */
const offers = async (person: string) => {
  const help = offeredIn(await it.say(person, "帮助"));
  const instead = offeredIn(await it.say(person, "/nothing"));
  const menu = await onMenu(person);
  expect([...menu].sort()).toEqual([...help].sort());
  expect([...instead].sort()).toEqual([...help].sort());
  return help;
};

describe("what help and the menu offer", () => {
  test("is nothing of cases where no case flow is loaded, and says so to whoever gives the command all the same", async () => {
    await started([]);
    for (const person of everybody) expect([person, await offers(person)]).toEqual([person, []]);
    expect(await it.say("fuzhou-market-liaison", "重大事项")).toContain("没有启用");
  });

  test("is of each case flow what may concern the person: a private one is not offered to who never sees a case of it", async () => {
    await started(shippedCaseFlows());
    const found = Object.fromEntries(await Promise.all(everybody.map(async (each) => [each, await offers(each)])));
    expect(found).toEqual({
      "fuzhou-market-liaison": ["重大事项", "问题台账", "线索移交"],
      [head.id]: ["重大事项", "问题台账"],
      "leader-1": ["重大事项", "问题台账"],
      "fuzhou-coordinator": ["重大事项", "问题台账"],
      "fj-coordinator": ["重大事项", "问题台账", "线索移交"],
    });
  });

  test("names a head's approval where a return waits for it, and to heads alone", async () => {
    await started([], true);
    expect(await offers(head.id)).toEqual(["审核", "同意", "退回修改"]);
    expect(await offers("leader-1")).toEqual([]);
  });
});
