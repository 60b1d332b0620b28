import { expect, test } from "vitest";
import { realFlow, talk } from "./talk.ts";

const flow = realFlow();

test("a zero report that is given figures is asked for its narrative anew", () => {
  const person = talk(flow, "market-regulation");
  person.command("zero");
  person.press("是，报送");
  const answer = person.say("口罩 排查 3");
  expect(answer).toContain("工作开展情况还写着“本期无新增”，和新报的数不符，请重写：");
  expect(person.report().submission?.zero).toBe(false);
  expect(person.say("本周排查口罩企业3家")).toContain("已更正");
  expect(person.report().told.work).toEqual({ kind: "text", text: "本周排查口罩企业3家" });
});

test("a fraction on a sheet is told that a whole number belongs there", () => {
  const person = talk(flow, "market-regulation");
  person.command("report");
  const answer = person.upload("表.xlsx", "物资\t排查企业数量\t不合格企业数量\t整改企业数量\n口罩\t2.5\t1\t0");
  expect(answer).toContain("口罩 生产企业排查 排查要整数，表上是“2.5”，没有存");
});

test.each(["还缺哪些？", "还缺什么", "还差哪些", "还差什么"])("what is missing may be asked as “%s”", (text) => {
  const person = talk(flow, "market-regulation");
  person.command("report");
  person.say("口罩");
  expect(person.say(text)).toContain("还差 4 屏");
});

test("放一放 may be typed as well as pressed", () => {
  const person = talk(flow, "commerce");
  person.command("report");
  person.say("走访企业12家。");
  expect(person.say("放一放")).toBe("好的，已填的都在。随时发“填报”接着填");
});

test("thanks at the review are answered without the whole review again, and 是 still sends it", () => {
  const person = talk(flow, "commerce");
  person.command("report");
  person.say("走访企业12家。");
  expect(person.say("谢谢")).toBe("不客气");
  expect(person.say("是")).toContain("已报送");
});
