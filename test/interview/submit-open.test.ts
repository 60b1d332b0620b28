import { expect, test } from "vitest";
import { byId } from "../../src/core/cells.ts";
import { realFlow, talk } from "./talk.ts";

const flow = realFlow();

test("an answer to what was missing when it was to be sent leads on to the next open screen", () => {
  const person = talk(flow, "market-regulation");
  person.command("report");
  person.say("口罩");
  person.command("submit");
  person.command("review");
  expect(person.command("submit")).toContain("还不能报送，这里没填：\n口罩 · 生产企业排查（家）");
  expect(person.say("3 1 1")).toContain("口罩 · 监督抽查");
  expect(person.say("30 40 2")).toContain("口罩 · 哪些类别有检查或案件？");
  expect(byId(person.report().cells)).toMatchObject({ "mask.screening.screened": 3, "mask.sampling.batches": 40 });
});

test("a line of the review that is mended still leads back to the review, whole or not", () => {
  const person = talk(flow, "market-regulation");
  person.command("report");
  person.say("口罩");
  person.say("3 1 1");
  person.command("review");
  expect(person.say("1 4 1 1")).toContain("核对 · 第1期");
});
