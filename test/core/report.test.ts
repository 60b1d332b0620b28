import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { byId } from "../../src/core/cells.ts";
import { emptyDoc, evolve } from "../../src/core/document.ts";
import { type Entry, reportKey } from "../../src/core/entry.ts";
import { emptyReport, evolveReport, type Report } from "../../src/core/report.ts";
import type { ReportEntry } from "../../src/core/report-entry.ts";

const cell = fc.constantFrom("a.g.x", "a.g.y", "b.g.x", "b.h.z");
const cells = fc.dictionary(cell, fc.oneof(fc.nat(999), fc.constant("n/a" as const)), { maxKeys: 4 });
const happening: fc.Arbitrary<ReportEntry> = fc.oneof(
  fc.record({ kind: fc.constant("ticked" as const), screen: fc.constant("t"), ticks: fc.subarray(["a", "b"]) }),
  fc.record({
    kind: fc.constant("chose" as const),
    screen: fc.constant("t"),
    ticks: fc.subarray(["a", "b"]),
    zeros: fc.uniqueArray(cell),
    cleared: fc.uniqueArray(cell),
  }),
  fc.record({ kind: fc.constant("answered" as const), screen: fc.constant("a.g"), cells }),
  fc.record({ kind: fc.constant("wrote" as const), question: fc.constant("work"), text: fc.string() }),
  fc.record({ kind: fc.constant("skipped" as const), question: fc.constant("work") }),
  fc.record({
    kind: fc.constant("warned-and-kept" as const),
    warning: fc.record({ check: fc.constant("c"), cells: fc.uniqueArray(cell, { minLength: 1 }), reason: fc.string() }),
  }),
  fc.record({ kind: fc.constant("submitted" as const), number: fc.string(), late: fc.boolean(), zero: fc.boolean() }),
  fc.record({ kind: fc.constant("corrected" as const), number: fc.string(), late: fc.boolean() }),
  fc.record({ kind: fc.constant("sending" as const), delivery: fc.constantFrom("k1", "k2"), until: fc.nat() }),
  fc.record({
    kind: fc.constant("sent" as const),
    delivery: fc.constantFrom("k1", "k2"),
    message: fc.string(),
    to: fc.string(),
  }),
  fc.record({
    kind: fc.constant("dropped" as const),
    delivery: fc.constantFrom("k1", "k2"),
    why: fc.constant("newer-rung" as const),
  }),
);
const entries = fc.array(happening, { maxLength: 30 });
const origin = { id: "m", at: 1, by: "liaison" };

const fold = (all: readonly ReportEntry[]) =>
  all.reduce<Report>(
    (report, entry) => evolveReport(report, { ...origin, ...entry }),
    emptyReport("f", "2020-05-21", "u"),
  );

function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

describe("a report, folded from its entries", () => {
  test("is the same however often and from wherever it is folded", () => {
    fc.assert(
      fc.property(entries, fc.nat(30), (all, cut) => {
        const half = frozen(fold(all.slice(0, cut)));
        const rest = all
          .slice(cut)
          .reduce<Report>((report, entry) => evolveReport(report, frozen({ ...origin, ...entry })), half);
        expect(rest).toEqual(fold(all));
      }),
    );
  });

  test("survives being written down and read back at any point", () => {
    fc.assert(
      fc.property(entries, (all) => {
        expect(JSON.parse(JSON.stringify(fold(all)))).toEqual(fold(all));
      }),
    );
  });

  test("counts a revision for what people did and none for what was delivered", () => {
    fc.assert(
      fc.property(entries, (all) => {
        const deliveries = all.filter(({ kind }) => kind === "sending" || kind === "sent" || kind === "dropped");
        const unsent = all.findIndex(({ kind }) => kind === "submitted");
        const idle = all.filter(({ kind }, index) => kind === "corrected" && (unsent === -1 || index < unsent));
        expect(fold(all).revision).toBe(all.length - deliveries.length - idle.length);
      }),
    );
  });

  test("holds of each cell the last thing said, and nothing of a cell that was cleared since", () => {
    fc.assert(
      fc.property(entries, (all) => {
        const expected = new Map<string, unknown>();
        for (const entry of all) {
          if (entry.kind === "answered") for (const [id, value] of Object.entries(entry.cells)) expected.set(id, value);
          if (entry.kind === "chose") for (const id of entry.cleared) expected.delete(id);
          if (entry.kind === "chose") for (const id of entry.zeros) expected.set(id, 0);
        }
        expect(byId(fold(all).cells)).toEqual(Object.fromEntries(expected));
      }),
    );
  });

  test("keeps no reason for a figure that has changed since", () => {
    fc.assert(
      fc.property(entries, cells, (all, changed) => {
        const after = fold([...all, { kind: "answered", screen: "a.g", cells: changed }]);
        for (const kept of after.kept) for (const id of kept.cells) expect(Object.keys(changed)).not.toContain(id);
      }),
    );
  });

  test("once submitted stays submitted, with the first submission's time", () => {
    fc.assert(
      fc.property(entries, entries, (before, after) => {
        const sent = fold([...before, { kind: "submitted", number: "n", late: false, zero: false }]);
        expect(sent.status).toBe("submitted");
        expect(
          after.reduce<Report>((report, entry) => evolveReport(report, { ...origin, ...entry }), sent).status,
        ).toBe("submitted");
      }),
    );
  });
});

test("an entry that cannot stand in a document is a loud error, not a silent change", () => {
  const stray: Entry = {
    ...origin,
    kind: "opened",
    number: 1,
    due: 1,
    covers: { from: 0, to: 1 },
    units: [],
    flowHash: "",
  };
  expect(() => evolve(emptyDoc(reportKey("f", "r", "u")), stray)).toThrow(/cannot stand in a report/);
});
