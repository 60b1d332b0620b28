import fc from "fast-check";
import { expect, test } from "vitest";
import { cellAt } from "../../src/core/cells.ts";
import { realFlow, talk } from "./talk.ts";

const flow = realFlow();

/** The inputs of the form that a press led to, in words. */
function formAfter(fields: Record<string, string>) {
  const person = talk(flow, "market-regulation");
  person.command("report");
  person.say("口罩");
  person.form(fields);
  const form = person.blocks().find((block) => block.kind === "inputs");
  return { person, inputs: form?.kind === "inputs" ? form.inputs : [] };
}

test("a figure that cannot be read is named beside its field, and everything typed is kept", () => {
  const { person, inputs } = formAfter({ screened: "12", failed: "约2", rectified: "1" });
  expect(inputs.map(({ name, value }) => [name, value])).toEqual([
    ["screened", "12"],
    ["failed", "约2"],
    ["rectified", "1"],
  ]);
  expect(inputs.map(({ error }) => error !== undefined)).toEqual([false, true, false]);
  expect(cellAt(person.report().cells, "mask.screening.screened")).toBeUndefined();
});

test("every field that cannot be read is named at once", () => {
  const { inputs } = formAfter({ screened: "十几", failed: "3-5", rectified: "1" });
  expect(inputs.map(({ error }) => error !== undefined)).toEqual([true, true, false]);
});

test("what a check refuses stands beside the figure that it is about", () => {
  const { inputs } = formAfter({ screened: "2", failed: "12", rectified: "1" });
  expect(inputs.filter(({ error }) => error !== undefined)).toHaveLength(1);
  expect(inputs.map(({ value }) => value)).toEqual(["2", "12", "1"]);
});

test("what a form is filled with and the same figures typed set the same cells, or are refused alike", () => {
  const written = fc.oneof(
    fc.nat(2_000).map(String),
    fc.constantFrom("三", "１２", "十二", "1,204", "约3", "-", "不适用", "0", "1.5", "12家"),
  );
  fc.assert(
    fc.property(written, written, written, (screened, failed, rectified) => {
      const ways = ["form", "typed"].map((way) => {
        const person = talk(flow, "market-regulation");
        person.command("report");
        person.say("口罩");
        if (way === "form") person.form({ screened, failed, rectified });
        else person.say(`排查${screened} 不合格${failed} 整改${rectified}`);
        return person.report().cells;
      });
      expect(ways[0]).toEqual(ways[1]);
    }),
    { numRuns: 60 },
  );
});
