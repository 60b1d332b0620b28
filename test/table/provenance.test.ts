import { expect, test } from "vitest";
import { type Entry, reportKey } from "../../src/core/entry.ts";
import type { ReportEntry } from "../../src/core/report-entry.ts";
import { changesOf, correctedIn, givenBy, type Parts } from "../../src/core/table/provenance.ts";

const key = reportKey("f", "2020-05-21", "u");
const sum = (...of: readonly string[]): Parts => ({ of, to: [], decimals: 0 });
const rate: Parts = { of: ["a.g.bad"], to: ["a.g.all"], decimals: 1 };

/** A report's history, each entry named by its place in it. */
function history(...happened: readonly ReportEntry[]): readonly Entry[] {
  return happened.map((each, index) => ({ id: `e${index + 1}`, at: (index + 1) * 1000, by: "liaison", ...each }));
}

const says = (cells: Record<string, number | "n/a">): ReportEntry => ({ kind: "answered", screen: "a.g", cells });
const sent: ReportEntry = { kind: "submitted", number: "F01-u-01", late: false, zero: false };
const again: ReportEntry = { kind: "corrected", number: "F01-u-02", late: false };

/** The changes of a figure in short: `e2 12→14`, `!` where a sent report was changed, `?` where it does not count yet. */
function changes(parts: Parts, ...happened: readonly ReportEntry[]): readonly string[] {
  return changesOf(key, history(...happened), parts).map(
    ({ entry, before, after, corrects, waits }) =>
      `${"id" in entry ? entry.id : ""} ${before ?? ""}→${after ?? ""}${corrects ? "!" : ""}${waits ? "?" : ""}`,
  );
}

test("a figure's changes are told with what it was before and after, and entries that left it alone are not", () => {
  const wrote: ReportEntry = { kind: "wrote", question: "work", text: "检查" };
  expect(
    changes(sum("a.g.all"), says({ "a.g.all": 12 }), wrote, says({ "a.g.bad": 1 }), says({ "a.g.all": 14 })),
  ).toEqual(["e1 →12", "e4 12→14"]);
});

test("the same figure given again is no change, and neither is a 不适用 in the place of nothing", () => {
  expect(changes(sum("a.g.all"), says({ "a.g.all": "n/a" }), says({ "a.g.all": 12 }), says({ "a.g.all": 12 }))).toEqual(
    ["e2 →12"],
  );
});

test("a figure that becomes 不适用 is gone, and 0 is a figure", () => {
  expect(changes(sum("a.g.all"), says({ "a.g.all": 0 }), says({ "a.g.all": "n/a" }))).toEqual(["e1 →0", "e2 0→"]);
});

test("a sum changes with any of its parts, without binary dust", () => {
  expect(changes(sum("a.g.x", "a.g.y"), says({ "a.g.x": 0.1 }), says({ "a.g.y": 0.2 }))).toEqual([
    "e1 →0.1",
    "e2 0.1→0.3",
  ]);
});

test("a rate changes with either of its figures, and is none while nothing was sampled", () => {
  expect(changes(rate, says({ "a.g.bad": 1 }), says({ "a.g.all": 8 }), says({ "a.g.bad": 2 }))).toEqual([
    "e2 →12.5",
    "e3 12.5→25",
  ]);
});

test("a change of a sent report is a correction, which waits until it is sent again", () => {
  const before = [says({ "a.g.all": 12 }), sent, says({ "a.g.all": 14 })];
  expect(changes(sum("a.g.all"), ...before)).toEqual(["e1 →12", "e3 12→14!?"]);
  expect(changes(sum("a.g.all"), ...before, again)).toEqual(["e1 →12", "e3 12→14!"]);
});

test("nothing of a draft waits", () => {
  expect(changes(sum("a.g.all"), says({ "a.g.all": 12 }), says({ "a.g.all": 13 }))).toEqual(["e1 →12", "e2 12→13"]);
});

const given = (parts: Parts, ...happened: readonly ReportEntry[]) =>
  givenBy(key, history(...happened), parts).map(
    ({ entry, cells }) => `${"id" in entry ? entry.id : ""} ${cells.join()}`,
  );

test("what a figure says now was given by the last entries that changed its parts, oldest first, each with its parts", () => {
  expect(
    given(
      sum("a.g.x", "a.g.y", "a.g.z"),
      says({ "a.g.x": 1, "a.g.y": 2 }),
      says({ "a.g.x": 5 }),
      says({ "a.g.z": 3, "a.g.y": 2 }),
    ),
  ).toEqual(["e1 a.g.y", "e2 a.g.x", "e3 a.g.z"]);
});

test("parts that are 0, or gone, were given by nobody", () => {
  expect(given(sum("a.g.x", "a.g.y"), says({ "a.g.x": 0, "a.g.y": 2 }), says({ "a.g.y": 0 }))).toEqual([]);
});

test("of a rate both figures were given by somebody", () => {
  expect(given(rate, says({ "a.g.bad": 1 }), says({ "a.g.all": 8 }))).toEqual(["e1 a.g.bad", "e2 a.g.all"]);
});

test("while a correction waits, the figure that counts was given by the entry before it", () => {
  const before = [says({ "a.g.x": 1 }), sent, says({ "a.g.x": 5 })];
  expect(given(sum("a.g.x"), ...before)).toEqual(["e1 a.g.x"]);
  expect(given(sum("a.g.x"), ...before, again)).toEqual(["e3 a.g.x"]);
});

const correctedCells = (...happened: readonly ReportEntry[]) => [...correctedIn(key, history(...happened))].sort();

test("the corrected cells are those that stand otherwise than when the report was first sent", () => {
  expect(
    correctedCells(
      says({ "a.g.x": 1, "a.g.y": 2, "a.g.z": 3 }),
      sent,
      says({ "a.g.x": 5, "a.g.y": 9, "b.g.x": 1 }),
      again,
      says({ "a.g.y": 2 }),
      again,
    ),
  ).toEqual(["a.g.x", "b.g.x"]);
});

test("a report that was never sent has no corrected cells", () => {
  expect(correctedCells(says({ "a.g.x": 1 }), says({ "a.g.x": 2 }))).toEqual([]);
});

test("nothing is told of the figures of a document that is no report", () => {
  const round = "round/f/2020-05-21";
  expect(changesOf(round, [], sum("a.g.x"))).toEqual([]);
  expect(givenBy(round, [], sum("a.g.x"))).toEqual([]);
  expect(correctedIn(round, [])).toEqual([]);
});
