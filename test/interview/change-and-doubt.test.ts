import { describe, expect, test } from "vitest";
import { cellAt, filledFrom } from "../../src/core/cells.ts";
import { asCounted, waitingIn } from "../../src/core/submission.ts";
import { realFlow, type Talk, talk } from "./talk.ts";

const flow = realFlow();
const late = Date.UTC(2020, 4, 21, 9, 5);

/** Somebody whose report was counted by a version. */
function counted(language: "zh-CN" | "en" = "zh-CN"): Talk {
  const before = { number: 0, zero: false, cells: filledFrom({ "mask.sampling.enterprises": 5 }) };
  const person = talk(flow, "market-regulation", language, [before]);
  person.command("report");
  person.say("口罩 排查 12 2 1\n口罩 监督抽查 8 10 1\n口罩 质量违法 3 3 1.5 0 3 24\n其余都是0");
  person.say("检查药店 12 家");
  person.command("review");
  person.say("是");
  person.set({ now: late, sentAt: late, round: { state: "frozen" } });
  return person;
}

describe("a change to what a version has counted that raises a doubt", () => {
  test("is asked about once, change and doubt together", () => {
    const person = counted();
    const asked = person.say("口罩 质量违法 出动0");
    expect(asked).toBe(
      [
        "✓ 口罩 质量违法 出动 24 → 0",
        "第1期已汇总，这是更正：",
        "口罩 质量违法 出动 24 → 0",
        "⚠ 口罩 质量违法：有案件、没有出动人员。出动的记在别处了？",
        "数没错就回一句为什么改，原因随更正发给领导小组；数错了就按“我来改”。也可以按：",
        "[填错了] [漏报] [核查后调整] [我来改] [不改了]",
      ].join("\n"),
    );
    expect(cellAt(asCounted(person.report()).cells, "mask.quality.officers")).toBe(24);
    expect(person.say("出动人次记在省局")).toContain("已更正");
    expect(person.report().kept).toMatchObject([{ check: "case_without_officers", reason: "出动人次记在省局" }]);
    expect(waitingIn(person.report())).toEqual({ unexplained: 0, changes: 0 });
    expect(person.entries().map(({ entry }) => entry)).toContainEqual(
      expect.objectContaining({ kind: "corrected", reason: "出动人次记在省局" }),
    );
  });

  test("may be given a usual reason, which confirms what is in doubt", () => {
    const person = counted();
    person.say("口罩 质量违法 出动0");
    expect(person.press("核查后调整")).toContain("已更正");
    expect(person.report().kept).toEqual([expect.not.objectContaining({ unexplained: true })]);
    expect(waitingIn(person.report())).toEqual({ unexplained: 0, changes: 0 });
  });

  test("may be repaired, and is asked for its reason alone then", () => {
    const person = counted();
    person.say("口罩 质量违法 处罚0");
    const asked = person.press("改为 口罩·质量违法 处罚1");
    expect(asked).toContain("口罩 质量违法 处罚 3 → 1");
    expect(asked).not.toContain("⚠");
    expect(asked).toContain("为什么改？");
  });

  test("may be mended where 我来改 leads, or given up", () => {
    const person = counted();
    person.say("口罩 质量违法 出动0");
    person.press("我来改");
    expect(person.say("3 3 1.5 0 3 20")).toContain("为什么改？");
    expect(person.press("不改了")).toContain("还是原来的数");
    expect(cellAt(person.report().cells, "mask.quality.officers")).toBe(24);
  });

  test("needs words where the doubt does: taken off is no usual reason", () => {
    const person = counted();
    const asked = person.say("口罩 监督抽查 抽查企业 核减1");
    expect(asked).toContain("本期核减，记 -1。请写明原因");
    expect(person.buttons().map(({ label }) => label)).toEqual(["我来改", "不改了"]);
    expect(person.say("上期重复计了一家")).toContain("已更正");
    expect(person.report().kept).toMatchObject([{ reason: "上期重复计了一家" }]);
  });

  test("is asked so in English", () => {
    const person = counted("en");
    expect(person.say("masks quality officers 0")).toContain(
      "If the figures are right, say in a sentence why they change; the leaders are told. If not, press “I will mend it”. Or press:",
    );
  });
});
