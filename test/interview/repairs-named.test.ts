import { expect, test } from "vitest";
import { filledFrom } from "../../src/core/cells.ts";
import { realFlow, talk } from "./talk.ts";

const flow = realFlow();

function labels(text: string, language: "zh-CN" | "en" = "zh-CN"): readonly string[] {
  const figures = { "mask.screening.screened": 25, "protective_clothing.screening.screened": 25 };
  const before = { number: 0, zero: false, cells: filledFrom(figures) };
  const person = talk(flow, "market-regulation", language, [before]);
  person.command("report");
  person.say(text);
  return person.buttons().map(({ label }) => label);
}

test("a repair names the class where its column stands in several", () => {
  expect(labels("口罩 质量违法 3 0 1.5 0 0 24")).toContain("改为 口罩·质量违法 处罚1");
  expect(labels("masks quality 3 0 1.5 0 0 24", "en")).toContain("Make it Masks·Quality penalised 1");
});

test("a repair names the row where doubts of several are put together, and else the column alone", () => {
  expect(labels("口罩 排查 200 0 0")).toContain("改为 排查20");
  expect(labels("口罩 排查 200 0 0\n防护服 排查 300 0 0")).toEqual(
    expect.arrayContaining(["改为 口罩 排查20", "改为 防护服 排查30"]),
  );
});
