import { expect, test } from "vitest";
import { byId } from "../../src/core/cells.ts";
import { emptyReport, evolveReport, type Report } from "../../src/core/report.ts";
import type { ReportEntry } from "../../src/core/report-entry.ts";

let count = 0;
const after = (report: Report, entry: ReportEntry): Report => {
  count += 1;
  return evolveReport(report, { id: `m${count}`, at: count, by: "liaison", channel: "simulator", ...entry });
};
const fold = (...entries: readonly ReportEntry[]) => entries.reduce(after, emptyReport("f", "2020-05-21", "u"));
const file = (hash: string, name: string) => ({ hash, name, type: "image/jpeg", size: 3 });

test("a file sent again stands once, under its last name; one taken off leaves the others", () => {
  const sent = fold(
    { kind: "attached", file: file("a", "1.jpg") },
    { kind: "attached", file: file("b", "2.jpg") },
    { kind: "attached", file: file("a", "3.jpg") },
  );
  expect(sent.attachments?.map(({ hash, name }) => [hash, name])).toEqual([
    ["b", "2.jpg"],
    ["a", "3.jpg"],
  ]);
  expect(after(sent, { kind: "detached", hash: "b" }).attachments?.map(({ hash }) => hash)).toEqual(["a"]);
});

test("what is answered in so many words takes the place of what a sheet proposed for the same figures, and of no other", () => {
  const proposed = fold({
    kind: "proposed",
    from: { kind: "paste" },
    items: [
      { id: 1, kind: "change", cells: { "a.g.x": 1, "a.g.y": 2 } },
      { id: 2, kind: "change", cells: { "b.g.x": 3 } },
    ],
  });
  const answered = after(proposed, { kind: "answered", screen: "a.g", cells: { "a.g.y": 7 } });
  expect(answered.proposal?.items.map(({ id }) => id)).toEqual([2]);
  expect(byId(answered.cells)).toEqual({ "a.g.y": 7 });
  const adopted = after(answered, { kind: "adopted", items: [2], cells: { "b.g.x": 3 }, from: { kind: "paste" } });
  expect(adopted.proposal).toBeUndefined();
  expect(byId(adopted.cells)).toEqual({ "a.g.y": 7, "b.g.x": 3 });
  expect(after(proposed, { kind: "set-aside", items: [1] })).toMatchObject({
    proposal: { items: [{ id: 2 }] },
  });
});
