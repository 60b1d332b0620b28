import { expect, test } from "vitest";
import { saysYes, ticks } from "../../src/core/cases/confirming.ts";
import { asWritten } from "../../src/core/interview/names.ts";
import { saidToDoubt } from "../../src/core/interview/reason.ts";

/** So long that whoever goes over the rest of a text from each of its letters does not come to an end. */
const run = (text: string) => text.repeat(400_000);

test.each([..."。.!！,；;"])(
  "a run of %s that something stands behind says neither yes nor anything of a doubt",
  (mark) => {
    const text = `是${run(mark)}天`;
    expect(saysYes(text)).toBe(false);
    expect(ticks(text)).toBe(false);
    expect(saidToDoubt(text, []).kind).not.toBe("stands");
  },
);

test("what stands behind a name is found in the text as written, or given as it was compared", () => {
  expect(asWritten("工作情况： 走访 ＡＢＣ", "走访 abc")).toBe("走访 ＡＢＣ");
  expect(asWritten(`工作情况：${run("一")}`, "")).toBe("");
  expect(asWritten(run("一"), run("二"))).toBe(run("二"));
});
