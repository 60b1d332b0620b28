import { describe, expect, test } from "vitest";
import { byId, cellAt, filledFrom } from "../../src/core/cells.ts";
import { asCounted, countedRevision } from "../../src/core/submission.ts";
import { realFlow, type Talk, talk } from "./talk.ts";

const flow = realFlow();

/** A liaison with a whole report of one product, the review standing. */
function whole(...more: readonly string[]): Talk {
  const person = talk(flow, "market-regulation");
  person.command("report");
  for (const text of ["口罩", "12 2 1", "8 10 1", "都没有", "开展检查12次。", ...more]) person.say(text);
  return person;
}

/** Somebody else's change to the same report: the deputy holds the same one. */
function fromElsewhere(person: Talk, text: string): void {
  const prompt = person.person().prompt;
  person.say(text);
  person.remember(prompt);
}

describe("a doubt", () => {
  const doubted = () => {
    const person = talk(flow, "market-regulation");
    person.command("report");
    person.say("口罩 质量违法 立案3 处罚1 罚没30000 移送0 被查处0 出动24");
    return person;
  };

  test.each(["什么意思？", "为什么", "写错了", "填错了吧", "你好", "可以", "嗯", "哦", "？", "不对", "进度呢"])(
    "is not settled by “%s”, which is no reason",
    (text) => {
      const person = doubted();
      person.say(text);
      expect(person.report().kept).toEqual([]);
    },
  );

  test("is settled by what it asked for: the unit that was meant", () => {
    const person = doubted();
    expect(person.say("是元")).toContain("罚没 30,000 → 3");
    expect(cellAt(person.report().cells, "mask.quality.fines")).toBe(3);
    expect(person.report().kept).toEqual([]);
  });

  test("stands with a reason in words, or on a plain yes", () => {
    const person = doubted();
    person.say("法院判决的大案");
    expect(person.report().kept).toMatchObject([{ reason: "法院判决的大案" }]);
    const other = doubted();
    other.say("属实");
    expect(other.report().kept).toEqual([expect.not.objectContaining({ reason: expect.anything() })]);
    expect(other.command("review")).toContain("您确认属实");
  });

  test("does not take figures for another place as its reason", () => {
    const person = doubted();
    expect(person.say("口罩 监督抽查 8 10 1")).toContain("抽查企业8");
    expect(person.report().kept).toEqual([]);
  });
});

describe("ticking", () => {
  test("keeps the figures that were given before anything was ticked", () => {
    const person = talk(flow, "market-regulation");
    person.command("report");
    person.say("口罩 排查12 不合格2 整改1");
    person.say("口罩 呼吸机");
    expect(byId(person.report().cells)).toMatchObject({
      "mask.screening.screened": 12,
      "mask.screening.failed": 2,
      "mask.screening.rectified": 1,
    });
  });

  test("by number counts the options in the order in which they are shown", () => {
    const zeros = { number: 1, zero: false, cells: filledFrom({ "mask.screening.screened": 1 }) };
    const person = talk(flow, "market-regulation", "zh-CN", [zeros, zeros, zeros]);
    person.command("report");
    person.press("另 7 种");
    person.press("传感器");
    const shown = person.buttons().map(({ label }) => label);
    person.say("2");
    expect(person.report().chosen.supplies).toEqual(["ventilator"]);
    expect(shown[1]).toContain("呼吸机");
  });
});

describe("what is confirmed", () => {
  test("is sent once: 是 to the review of a sent report gives no second receipt", () => {
    const person = whole();
    person.press("报送");
    person.command("review");
    expect(person.say("是")).toContain("本期已经报送");
    expect(person.report().submission).toMatchObject({ number: "FY01-福州市监-01", corrections: 0 });
  });

  test("is what was shown: a zero report is put anew where the report has changed meanwhile", () => {
    const person = talk(flow, "market-regulation");
    person.command("zero");
    fromElsewhere(person, "口罩 排查12 不合格2 整改1");
    expect(person.say("是")).toContain("已填的 3 个数会改成 0：口罩 排查12 不合格2 整改1");
    expect(person.report().status).toBe("draft");
  });

  test("is nothing where somebody else has sent the report meanwhile", () => {
    const person = talk(flow, "market-regulation");
    person.command("zero");
    const prompt = person.person().prompt;
    for (const text of ["口罩 排查12 不合格2 整改1", "其余都是0", "工作情况：检查"]) person.say(text);
    person.press("报送");
    person.remember(prompt);
    expect(person.say("是")).toContain("本期已经报送过了");
    expect(cellAt(person.report().cells, "mask.screening.screened")).toBe(12);
  });

  test("stays confirmable after a photo was added to what is shown", () => {
    const person = whole();
    const send = person.buttons().find(({ label }) => label === "报送")?.action ?? "";
    person.attach("现场.jpg");
    expect(person.forge(send)).toContain("已报送");
  });
});

describe("a sent report", () => {
  test("is a draft again where a correction leaves figures open, and says so", () => {
    const person = whole();
    person.press("报送");
    person.command("review");
    person.press("重新勾选");
    person.press("呼吸机");
    expect(person.press("选好了")).toContain("已退回草稿");
    expect(person.report().status).toBe("draft");
  });

  test("counts a correction at once, its doubt marked, and gives one receipt for it", () => {
    const person = whole();
    person.press("报送");
    expect(person.command("fix", "口罩 整改 3")).toContain("1 处存疑还没说明");
    expect(person.report().submission?.number).toBe("FY01-福州市监-02");
    expect(person.report().kept.at(-1)).toMatchObject({ unexplained: true });
    expect(asCounted(person.report()).cells).toBe(person.report().cells);
    expect(person.say("合格的一家也做了提升")).toContain("FY01-福州市监-02");
    expect(person.report().kept.filter(({ unexplained }) => unexplained)).toEqual([]);
    expect(countedRevision(person.report())).toBe(person.report().revision);
  });

  test("never says that it was sent and nothing else while a doubt is not explained", () => {
    const person = whole();
    person.press("报送");
    person.command("fix", "口罩 整改 3");
    for (const command of ["report", "review", "submit", "zero"] as const)
      expect(person.command(command, "")).toMatch(/存疑|⚠/);
  });

  test("takes a yes to its review, or a reason when nothing is asked, for what was in doubt", () => {
    const yes = whole();
    yes.press("报送");
    yes.command("fix", "口罩 整改 3");
    yes.command("review");
    expect(yes.say("是")).toContain("已保留");
    const reason = whole();
    reason.press("报送");
    reason.command("fix", "口罩 整改 3");
    reason.command("withdraw");
    reason.say("否");
    expect(reason.say("合格的一家也做了提升")).toContain("已保留，附原因：合格的一家也做了提升");
  });

  test("is called late only where it counts as late", () => {
    const person = whole();
    const due = Date.UTC(2020, 4, 21, 9, 0);
    person.set({ now: due + 5_000, sentAt: due - 2_000 });
    expect(person.press("报送")).not.toContain("迟报");
  });

  test("with zeros written over its figures forgets what was said for them", () => {
    const person = talk(flow, "market-regulation");
    person.command("report");
    person.say("口罩 质量违法 立案3 处罚0 罚没1.5 移送0 被查处0 出动24");
    person.say("以前的案件");
    person.command("zero");
    person.press("是，报送");
    expect(person.report().kept).toEqual([]);
  });
});

describe("the review", () => {
  test("lists a figure that was kept before its screen was reached, and what is still to come", () => {
    const person = talk(flow, "market-regulation");
    person.command("report");
    person.say("口罩 防护服");
    person.command("fix", "防护服 排查 7");
    expect(person.command("review")).toContain("防护服 生产企业排查：排查7 还差不合格 整改");
    person.command("fix", "防护服");
    expect(person.command("fix", "防护服 生产企业排查")).toContain("已填：排查7");
  });

  test("of money asks which unit was meant where the words leave it open", () => {
    const person = talk(flow, "market-regulation");
    person.command("report");
    expect(person.say("口罩 质量违法 立案1 处罚1 罚没五百 移送0 被查处0 出动2")).toContain("元还是万元");
    expect(byId(person.report().cells)).toEqual({});
  });
});
