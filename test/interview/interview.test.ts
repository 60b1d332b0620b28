import { describe, expect, test } from "vitest";
import { byId, cellAt, filledFrom, idsIn } from "../../src/core/cells.ts";
import type { PastReport } from "../../src/core/interview/situation.ts";
import { asCounted, countedRevision } from "../../src/core/submission.ts";
import { HOUR, MINUTE } from "../../src/core/time.ts";
import { realFlow, talk } from "./talk.ts";

const due = Date.UTC(2020, 4, 21, 9, 0);

const flow = realFlow();
const market = () => talk(flow, "market-regulation");
const busy = () => {
  const person = market();
  person.command("report");
  for (const text of ["口罩", "12 2 1", "8 10 1", "都没有", "开展检查12次。"]) person.say(text);
  return person;
};

describe("a screen", () => {
  test("leaves nothing unsaid: what is not ticked becomes an explicit 0 by that person", () => {
    const person = market();
    person.command("report");
    person.say("口罩");
    const cells = byId(person.report().cells);
    expect(Object.keys(cells)).toHaveLength(7 * 36);
    expect(new Set(Object.values(cells))).toEqual(new Set([0]));
    const entry = person.entries().find(({ entry: each }) => each.kind === "chose")?.entry;
    expect(entry).toMatchObject({ by: "fuzhou-market-liaison", ticks: ["mask"] });
  });

  test("keeps what was answered in part and asks for the rest alone", () => {
    const person = market();
    person.command("report");
    person.say("口罩");
    expect(person.say("整改1")).toContain("不合格");
    expect(cellAt(person.report().cells, "mask.screening.rectified")).toBe(1);
    person.say("12 2");
    expect(byId(person.report().cells)).toMatchObject({ "mask.screening.screened": 12, "mask.screening.failed": 2 });
  });

  test("takes a form that is filled in part, and says which field it could not read", () => {
    const person = market();
    person.command("report");
    person.say("口罩");
    expect(person.form({ screened: "约12", failed: "2", rectified: "1" })).toContain("约12");
    expect(cellAt(person.report().cells, "mask.screening.failed")).toBeUndefined();
    person.form({ screened: "12", failed: "2", rectified: "1" });
    expect(cellAt(person.report().cells, "mask.screening.screened")).toBe(12);
  });

  test("that is whole can be zeroed with one press", () => {
    const person = market();
    person.command("report");
    person.say("口罩");
    person.press("都是 0");
    expect(cellAt(person.report().cells, "mask.screening.screened")).toBe(0);
  });

  test.each(["都是0", "全 0", "都是零", "无", "all 0"])("is zeroed by the words %s, but never by a bare 0", (words) => {
    const person = market();
    person.command("report");
    person.say("口罩");
    expect(person.say("0")).toContain("收到 1 个");
    person.say(words);
    expect(cellAt(person.report().cells, "mask.screening.rectified")).toBe(0);
  });

  test("asks a row that is ticked later, and never forgets one that is unticked in silence", () => {
    const person = busy();
    person.press("重新勾选");
    const echo = person.say("防护服");
    expect(echo).toContain("改成了 0：口罩 排查12 不合格2 整改1、口罩 抽查企业8");
    expect(cellAt(person.report().cells, "mask.screening.screened")).toBe(0);
    expect(cellAt(person.report().cells, "protective_clothing.screening.screened")).toBeUndefined();
    for (const text of ["5 0 0", "0 0 0", "都没有"]) person.say(text);
    expect(person.press("报送")).toContain("已报送");
    expect(idsIn(person.report().cells)).toHaveLength(288);
  });
});

describe("a button", () => {
  test("of a screen that was answered does nothing, and says so", () => {
    const person = market();
    person.command("report");
    const [mask] = person.buttons();
    person.say("口罩");
    expect(person.forge(mask?.action ?? "")).toContain("那一屏已经答过");
    expect(person.report().chosen).toEqual({ supplies: ["mask"] });
  });

  test("of another round does nothing, and says so", () => {
    const person = market();
    person.command("report");
    expect(person.forge("t:fy:2020-05-28:supplies:mask")).toContain("别的期");
    expect(person.report().status).toBe("none");
  });

  test.each([
    "",
    ":",
    "t",
    "t:fy:2020-05-21:supplies:nothing",
    "t:xx:2020-05-21:supplies:mask",
    "q:fy:2020-05-21:supplies",
    "y:fy:2020-05-21:mask.screening",
    "k:fy:2020-05-21:mask.quality",
    "f:fy:2020-05-21:mask.__proto__",
    "💥",
  ])("that was forged (%s) changes nothing", (action) => {
    const person = market();
    person.command("report");
    person.forge(action, { screened: "1" });
    expect(person.report().status).toBe("none");
  });

  test("of an old review sends nothing that was not shown", () => {
    const person = busy();
    const send = person.buttons().find(({ label }) => label === "报送");
    person.command("fix", "口罩 监督抽查");
    expect(person.forge(send?.action ?? "")).toContain("内容已有变化");
    expect(person.report().status).toBe("draft");
    expect(person.press("报送")).toContain("已报送");
  });
});

describe("sending", () => {
  test("is refused while a screen is open, and shows that screen", () => {
    const person = market();
    person.command("report");
    person.say("口罩");
    expect(person.command("submit")).toContain("生产企业排查");
    expect(person.report().status).toBe("draft");
  });

  test("shows the review first, and sends on the second word", () => {
    const person = busy();
    person.say("否");
    expect(person.command("submit")).toContain("请先核对");
    expect(person.report().status).toBe("draft");
    expect(person.command("submit")).toContain("已报送  FY01-福州市监-01");
    expect(person.report()).toMatchObject({ status: "submitted", submission: { late: false, zero: false } });
  });

  test("stops at a contradiction with earlier rounds, with the figures", () => {
    const past: PastReport[] = [
      { number: 1, zero: false, cells: filledFrom({ "mask.screening.screened": 10, "mask.screening.failed": 10 }) },
    ];
    const person = talk(flow, "market-regulation", "zh-CN", past);
    person.command("report");
    person.say("口罩");
    const answer = person.say("1 2 0");
    expect(answer).toContain("12");
    expect(answer).toContain("11");
    expect(cellAt(person.report().cells, "mask.screening.screened")).toBeUndefined();
  });

  test("asks for a reason where a warning was passed over, and lets it stand with one", () => {
    const person = market();
    person.command("report");
    for (const text of ["口罩", "12 2 1", "8 10 1", "质量违法", "3 0 1.5 0 0 24"]) person.say(text);
    person.command("report");
    for (const text of ["开展检查12次。"]) person.say(text);
    person.command("submit");
    expect(person.report().status).toBe("draft");
    person.say("以前的案件");
    expect(person.report().kept).toMatchObject([{ reason: "以前的案件", by: "fuzhou-market-liaison" }]);
    person.command("submit");
    expect(person.report().status).toBe("submitted");
  });

  test("drops the reason when the figure behind it changes", () => {
    const person = market();
    person.command("report");
    for (const text of ["口罩", "12 2 1", "8 10 1", "质量违法", "3 0 1.5 0 0 24", "以前的案件"]) person.say(text);
    person.command("fix", "口罩 质量违法 罚没 0");
    expect(person.report().kept).toEqual([]);
  });

  test("counts as late by the platform's clock where that is near ours, else by ours", () => {
    const late = (now: number, sentAt: number) => {
      const person = busy();
      person.set({ now, sentAt });
      person.say("是");
      if (person.report().status === "draft") person.say("刚核对完数据");
      return person.report().submission?.late;
    };
    expect(late(due + 60_000, due - 1000)).toBe(false);
    expect(late(due + 3_600_000, due - 1000)).toBe(true);
    expect(late(due, due)).toBe(false);
    expect(late(due + 1, due + 1)).toBe(true);
  });

  test("is followed by no change in silence once the round is frozen", () => {
    const person = busy();
    person.say("是");
    const { revision } = person.report();
    person.set({ round: { state: "frozen" }, now: due + MINUTE, sentAt: due + MINUTE });
    const asked = person.command("fix", "口罩 排查 99");
    expect(asked).toContain("口罩 排查 12 → 99");
    expect(asked).toContain("为什么改");
    expect(countedRevision(person.report())).toBe(revision);
    expect(cellAt(asCounted(person.report()).cells, "mask.screening.screened")).toBe(12);
    expect(person.round().pending).toBeUndefined();
    expect(person.say("？")).toContain("没有当作原因");
    expect(person.say("漏报一个区")).toContain("已更正");
    expect(countedRevision(person.report())).toBeGreaterThan(revision);
    expect(person.round().pending).toEqual({ "fuzhou-market": due + MINUTE });
  });

  test("is as it was where a correction after the freeze is given up", () => {
    const person = busy();
    person.say("是");
    const before = person.report();
    person.set({ round: { state: "frozen" }, now: due + MINUTE, sentAt: due + MINUTE });
    person.command("fix", "口罩 排查 99");
    expect(person.press("不改了")).toContain("还是原来的数");
    expect(person.report().cells).toEqual(before.cells);
    expect(person.report().settled).toBeUndefined();
  });

  test("comes late with a reason, pressed or written, and without one does not come", () => {
    const person = busy();
    person.set({ round: { state: "frozen" }, now: due + MINUTE, sentAt: due + MINUTE });
    expect(person.say("是")).toContain("为什么晚了");
    expect(person.press("先不报")).toContain("已填的都在");
    expect(person.report().status).toBe("draft");
    person.command("submit");
    person.command("submit");
    expect(person.press("数据到得晚")).toContain("记迟报");
    expect(person.report().submission).toMatchObject({ late: true, reason: { usual: "late-data" } });
    expect(person.round().pending).toEqual({ "fuzhou-market": due + MINUTE });
  });

  test("is on time, and asks for no reason, where the platform had it before the deadline", () => {
    const person = busy();
    person.set({ round: { state: "frozen" }, now: due + MINUTE, sentAt: due - 1 });
    expect(person.say("是")).toContain("已报送");
    expect(person.report().submission?.late).toBe(false);
    expect(person.round().pending).toEqual({ "fuzhou-market": due + MINUTE });
  });

  test("is neither sent nor changed once the round is locked, unless it stands open for the unit", () => {
    const person = busy();
    const office = { name: "省市监", contact: "协调员" };
    const lock = { at: due + HOUR, by: "c", reason: "数据已上报总局" };
    person.set({ round: { state: "frozen", lock }, now: due + 2 * HOUR, sentAt: due + 2 * HOUR, office });
    expect(person.say("是")).toBe(
      "第1期已由省市监于 5月21日（周四）18:00 锁定（数据已上报总局）。要补报，请联系协调员开放。",
    );
    expect(person.command("report")).toContain("锁定");
    expect(person.report().status).toBe("draft");
    person.set({ round: { reopened: { "fuzhou-market": due + 3 * HOUR } } });
    person.command("submit");
    person.command("submit");
    expect(person.say("核对数据后补报")).toContain("已报送");
  });
});

describe("a text", () => {
  test("of thousands of characters that is not understood is quoted by its beginning alone", () => {
    const person = market();
    person.command("report");
    expect(person.say("x".repeat(9_000)).length).toBeLessThan(200);
    person.say("口罩");
    expect(person.say("7".repeat(9_000)).length).toBeLessThan(200);
    expect(person.say("约".repeat(9_000)).length).toBeLessThan(200);
  });

  test("that answers nothing is not kept, and the question stands", () => {
    const person = market();
    expect(person.say("12 2 1")).toContain("没有存");
    expect(person.report().status).toBe("none");
  });

  test("meant for the round before answers nothing in this one", () => {
    const person = market();
    person.command("report");
    person.say("口罩");
    expect(person.person().prompt).toMatchObject({ round: "2020-05-21", screen: "mask.screening" });
    person.set({ round: { round: "2020-05-28", number: 2 } });
    expect(person.say("12 2 1")).toContain("没有存");
    expect(cellAt(person.report().cells, "mask.screening.screened")).toBeUndefined();
  });

  test("is kept as written beside the entry, never in it", () => {
    const person = busy();
    const answered = person.entries().find(({ entry }) => entry.kind === "answered");
    expect(answered?.entry.aside).toEqual({ words: "12 2 1" });
  });
});
