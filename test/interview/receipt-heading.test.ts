import { expect, test } from "vitest";
import { HOUR } from "../../src/core/time.ts";
import { realFlow, type Talk, talk } from "./talk.ts";

const flow = realFlow();
const opened = Date.UTC(2020, 4, 19, 1, 0);

/** A report that was sent in the first hour. */
function sentReport(): Talk {
  const person = talk(flow, "market-regulation");
  person.say("口罩 排查12 不合格2 整改1\n其余都是0");
  person.say("工作情况：走访企业3家，检查药店12家。");
  person.say("报送吧");
  return person;
}

const at = (person: Talk, hours: number) => person.set({ now: opened + hours * HOUR, sentAt: opened + hours * HOUR });

test("a receipt is headed as a correction when one was made, and not where nothing was corrected since", () => {
  const person = sentReport();
  at(person, 1);
  expect(person.command("fix", "口罩 排查 14")).toContain("已更正  FY01-福州市监-02");
  at(person, 2);
  const again = person.command("submit");
  expect(again).toContain("本期已经报送");
  expect(again).not.toContain("已更正");
  expect(again).toContain("已报送  FY01-福州市监-02（含 1 次更正）");
});

test("words that change nothing of a corrected report are not headed as a correction", () => {
  const person = sentReport();
  at(person, 1);
  person.command("fix", "口罩 排查 14");
  at(person, 2);
  expect(person.say("没有要改的")).not.toContain("已更正");
});

test("a correction that is refused leaves the receipt headed as it stood", () => {
  const person = sentReport();
  at(person, 1);
  expect(person.command("fix", "口罩 罚没 约3万")).not.toContain("已更正");
  at(person, 2);
  expect(person.command("submit")).toContain("已报送  FY01-福州市监-01\n");
});
