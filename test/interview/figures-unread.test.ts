import { expect, test } from "vitest";
import { byId } from "../../src/core/cells.ts";
import { realFlow, talk } from "./talk.ts";

const flow = realFlow();

test.each(["口罩 排查 12 2 1", "口罩排查：12，2，1", "改 口罩 排查 12 2 1"])(
  "the first column in front of as many figures as its class asks is the class: %s",
  (text) => {
    const person = talk(flow, "market-regulation");
    person.command("report");
    if (text.startsWith("改 ")) person.command("fix", text.slice(2));
    else person.say(text);
    expect(byId(person.report().cells)).toEqual({
      "mask.screening.screened": 12,
      "mask.screening.failed": 2,
      "mask.screening.rectified": 1,
    });
  },
);

test("a column that begins several classes asks which of them all the figures are of", () => {
  const person = talk(flow, "market-regulation");
  person.command("report");
  expect(person.say("口罩 立案 3 3 1.5 0 0 24")).toContain("是哪一类的？");
  person.say("质量违法");
  expect(byId(person.report().cells)).toMatchObject({ "mask.quality.filed": 3, "mask.quality.officers": 24 });
});

test.each(["抽查企业5家，10件，不合格批次1", "检查5 批次10"])(
  "figures under names that do not fit are answered with the names that do: %s",
  (text) => {
    const person = talk(flow, "market-regulation");
    person.command("report");
    for (const each of ["口罩", "12 2 1"]) person.say(each);
    const answer = person.say(text);
    expect(answer).toContain("这里的栏：抽查企业、批次、不合格批次");
    expect(answer).toContain("可写：抽查企业12 批次2 不合格批次1");
    expect(byId(person.report().cells)).not.toHaveProperty("mask.sampling.batches");
  },
);
