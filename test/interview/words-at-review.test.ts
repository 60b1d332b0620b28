import { describe, expect, test } from "vitest";
import { byId } from "../../src/core/cells.ts";
import { realFlow, type Talk, talk } from "./talk.ts";

const flow = realFlow();
const narrative = "都检查了本市企业，情况正常，没有大问题。";

/** Somebody who reads the review of a zero report with a narrative on its first line, or of 口罩 with one on its third. */
function atReview(rows: "none" | "mask" = "none"): Talk {
  const person = talk(flow, "market-regulation");
  person.command("report");
  const said = rows === "none" ? ["都没有"] : ["口罩", "12 2 1", "8 10 1", "都没有"];
  for (const each of [...said, narrative]) person.say(each);
  return person;
}

function written(person: Talk): string | undefined {
  const told = Object.values(person.report().told).find((each) => each.kind === "text");
  return told?.kind === "text" ? told.text : undefined;
}

describe("words behind a figure that may number a narrative's line", () => {
  test.each(["1 家企业停产", "1 家企业补充了材料", "1 本周另有两家企业补充了材料"])(
    "are asked about, and nothing is overwritten: %s",
    (text) => {
      const person = atReview();
      const answer = person.say(text);
      expect(answer).toContain(`“${text}”还没存`);
      expect(answer).toContain("[接在后面]");
      expect(written(person)).toBe(narrative);
    },
  );

  test("go on with it by one press, with their figure", () => {
    const person = atReview();
    person.say("1 家企业停产");
    expect(person.press("接在后面")).toContain("✓ 工作情况");
    expect(written(person)).toBe(`${narrative}1 家企业停产`);
  });

  test("take its place by the other, and what stood there is shown", () => {
    const person = atReview();
    person.say("1 本周另有两家企业补充了材料");
    expect(person.press("换成")).toContain(`原来写的换掉了：${narrative}`);
    expect(written(person)).toBe("本周另有两家企业补充了材料");
  });

  test.each([
    ["接上", `${narrative}1 家企业停产`],
    ["换掉", "家企业停产"],
    ["否", narrative],
  ])("are settled by a typed word as well: %s", (said, after) => {
    const person = atReview();
    person.say("1 家企业停产");
    person.say(said);
    expect(written(person)).toBe(after);
    expect(person.report().status).toBe("draft");
  });

  test("are not sent by a yes", () => {
    const person = atReview();
    person.say("1 家企业停产");
    expect(person.say("是")).toContain("[接在后面]");
    expect(person.report().status).toBe("draft");
  });

  test("stay where they are when something else is said", () => {
    const person = atReview("mask");
    person.say("3 家企业停产");
    expect(person.say("改 口罩 排查 15")).toContain("口罩 排查 12 → 15");
    expect(written(person)).toBe(narrative);
  });
});

test.each(["1：本周另有两家企业补充了材料", "1 = 本周另有两家企业补充了材料"])(
  "a sign behind the number of a line says what is to stand there, and what stood is shown: %s",
  (text) => {
    const person = atReview();
    expect(person.say(text)).toContain(`原来写的换掉了：${narrative}`);
    expect(written(person)).toBe("本周另有两家企业补充了材料");
  },
);

test("改 1 … says it as well, and its words are kept as they were written", () => {
  const person = atReview();
  person.command("fix", "1 本周查了，都正常，另有两家停产");
  expect(written(person)).toBe("本周查了，都正常，另有两家停产");
});

test("figures with their units are asked about as bare ones are, and are no line of the review", () => {
  const person = talk(flow, "market-regulation");
  person.command("report");
  for (const each of ["口罩", "12 2 1", "8 10 1", "质量违法", "3 2 1.5 0 2 24", narrative]) person.say(each);
  expect(person.say("1 1 2万元 0 1 8")).toContain("“1 1 2万元 0 1 8”是哪里的数");
  expect(byId(person.report().cells)).toMatchObject({ "mask.screening.screened": 12, "mask.quality.filed": 3 });
  expect(atReview().say("1 1 2万元 0 1 8")).not.toContain("✓");
});
