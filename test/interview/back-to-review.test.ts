import { expect, test } from "vitest";
import { realFlow, type Talk, talk } from "./talk.ts";

const flow = realFlow();

/** At the review with one narrative still open. */
function midway(): Talk {
  const person = talk(flow, "market-regulation");
  person.command("report");
  person.say("口罩 排查12 不合格2 整改1 抽查企业8 批次10 不合格批次1\n其余都是0");
  person.command("review");
  return person;
}

/** At the review with nothing open. */
function whole(): Talk {
  const person = midway();
  person.say("工作情况：走访企业3家。");
  return person;
}

test.each(["口罩 排查 14", "1 14 2 1", "1 排查=14"])("a fix in the review, %s, leads back to it", (text) => {
  const person = midway();
  const answer = person.say(text);
  expect(answer).toContain("核对 · 第1期");
  expect(answer).toContain("还差 1 屏没填");
});

test("a line that was asked again out of the review leads back to it, its doubt too", () => {
  const person = midway();
  expect(person.command("fix", "2")).toContain("监督抽查");
  expect(person.say("20 10 1")).toContain("有企业没抽样");
  expect(person.say("抽查不到位，属实")).toContain("核对 · 第1期");
  expect(person.press("接着填")).toContain("本期工作开展情况？");
});

test("ticking anew out of the review leads on to what was ticked", () => {
  const person = talk(flow, "market-regulation");
  person.command("report");
  for (const answer of ["口罩", "12 2 1", "都是0", "都没有"]) person.say(answer);
  person.command("review");
  person.press("重新勾选");
  expect(person.say("口罩 防护服")).toContain("防护服 · 生产企业排查");
});

test("several lines of the review may be mended by their numbers at once", () => {
  const person = whole();
  const answer = person.say("1 14 2 1\n2 9 10 1\n3 走访企业5家。");
  expect(answer).toContain("1 口罩 生产企业排查：排查14 不合格2 整改1");
  expect(answer).toContain("2 口罩 监督抽查：抽查企业9 批次10");
  expect(answer).toContain("走访企业5家");
});

test("a line of the review copied with another figure is that correction", () => {
  const person = whole();
  expect(person.say("1 口罩 生产企业排查：排查15 不合格2 整改1")).toContain("✓ 口罩 排查 12 → 15");
});

test.each(["跳过", "没有", "没有了", "不改了"])("%s at the review is told what sends it, and sends nothing", (text) => {
  const person = whole();
  expect(person.say(text)).toBe("没有要改的，就按“报送”或回“是”；以后再报按“放一放”\n[报送] [放一放]");
  expect(person.report().status).toBe("draft");
  expect(person.say("是")).toContain("已报送");
});

test("没问题 at the review sends it", () => {
  expect(whole().say("没问题")).toContain("已报送");
});

test("跳过 at a review with open screens says so", () => {
  expect(midway().say("跳过")).toBe("还差 1 屏没填，不能跳过。按“接着填”，或“放一放”\n[接着填] [放一放]");
});
