import { expect, test } from "vitest";
import { realFlow, type Talk, talk } from "./talk.ts";

const flow = realFlow();

function sent(...texts: readonly string[]): Talk {
  const person = talk(flow, "market-regulation");
  person.command("report");
  for (const text of texts) person.say(text);
  person.command("submit");
  return person;
}

test.each([
  ["都为0", "无"],
  ["都是0", "本期无新增"],
  ["没有", "本周没有新情况"],
])(
  "whoever says by words that all is 0 (%s) and that there is nothing new (%s) has sent a zero report",
  (all, words) => {
    const { submission } = sent(all, words).report();
    expect(submission).toMatchObject({ zero: true });
  },
);

test("zeros with work to tell of are no zero report, and the words stay", () => {
  const report = sent("都为0", "走访企业 12 家，未发现违法").report();
  expect(report.submission).toMatchObject({ zero: false });
  expect(report.told.work).toMatchObject({ text: "走访企业 12 家，未发现违法" });
});
