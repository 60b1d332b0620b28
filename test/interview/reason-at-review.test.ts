import { expect, test } from "vitest";
import { realFlow, type Talk, talk } from "./talk.ts";

const flow = realFlow();
const reason = "有几家企业没有样品";

/** At the review with everything filled, where as many samplings as rows are named are doubted and not explained. */
function atReview(...doubted: string[]): Talk {
  const person = talk(flow, "market-regulation");
  for (const row of doubted) {
    person.say(`${row} 抽查企业38 批次30 不合格批次1`);
    person.command("review");
  }
  person.say("其余都是0");
  const review = person.say("工作情况：走访企业3家，检查药店12家。");
  if (!review.includes("[报送]")) throw new Error(`no review: ${review}`);
  return person;
}

test("words at the review are the reason of the one doubt that it shows", () => {
  const person = atReview("口罩");
  const answer = person.say(reason);
  expect(answer).toContain(`已保留，附原因：${reason}`);
  expect(answer).toContain(`2 口罩 监督抽查：抽查企业38 批次30 不合格批次1 ⚠${reason}`);
});

test.each([
  ["as many as forty characters are a reason", "说".repeat(40), true],
  ["more are rather a narrative", "说".repeat(41), false],
  ["a nod is no reason", "好", false],
  ["a name of the form is none", "熔喷布", false],
])("%s", (_what, words, taken) => {
  const person = atReview("口罩");
  expect(person.say(words).includes("已保留，附原因")).toBe(taken);
});

test("of several doubts each says where it belongs", () => {
  const review = atReview("口罩", "熔喷布").command("review");
  for (const row of ["口罩", "熔喷布"])
    expect(review).toContain(`⚠ ${row}：抽查企业 38 家、只有 30 批次。有企业没抽样？`);
  expect(atReview("口罩").command("review")).toContain("⚠ 抽查企业 38 家");
});

test.each([
  ["no doubt", []],
  ["two", ["口罩", "熔喷布"]],
])("where the review shows %s the same words are nobody's reason", (_what, rows) => {
  const person = atReview(...rows);
  expect(person.say(reason)).toContain(`没看懂“${reason}”，没有存`);
  expect(person.report().status).toBe("draft");
});

test("once the report is sent words are no reason any more", () => {
  const person = atReview("口罩");
  for (const words of ["报送", "是", "报送"]) person.say(words);
  expect(person.report().status).toBe("submitted");
  const before = person.report();
  expect(person.say(reason)).not.toContain("附原因");
  expect(person.report()).toEqual(before);
});
