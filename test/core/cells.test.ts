import fc from "fast-check";
import { expect, test } from "vitest";
import {
  byId,
  type CellId,
  type Cells,
  type CellValue,
  cellAt,
  cellsIn,
  filledFrom,
  idsIn,
  nothingFilled,
  saysMoreThanZero,
  withCells,
  withoutCells,
} from "../../src/core/cells.ts";

const name = fc.constantFrom("mask", "screening", "filed", "a", "b", "c");
const id: fc.Arbitrary<CellId> = fc.tuple(name, name, name).map((parts) => parts.join("."));
const value: fc.Arbitrary<CellValue> = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constant("n/a" as const));
const cells: fc.Arbitrary<Cells> = fc.dictionary(id, value, { maxKeys: 8 });
const change = fc.oneof(
  cells.map((set) => ({ set })),
  fc.array(id, { maxLength: 8 }).map((gone) => ({ gone })),
);

test("property: after any changes the same stands as in a plain record, and what stood before is as it was", () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), fc.array(id), (changes, asked) => {
      let filled = nothingFilled;
      let plain: Record<CellId, CellValue> = {};
      for (const each of changes) {
        const [before, stood] = [filled, JSON.stringify(filled)];
        if ("set" in each) {
          filled = withCells(filled, each.set);
          plain = { ...plain, ...each.set };
        } else {
          filled = withoutCells(filled, each.gone);
          for (const gone of each.gone) delete plain[gone];
        }
        expect(JSON.stringify(before)).toBe(stood);
        expect(byId(filled)).toEqual(plain);
      }
      for (const one of asked) {
        expect(cellAt(filled, one)).toBe(plain[one]);
        expect(saysMoreThanZero(filled, one)).toBe(plain[one] !== undefined && plain[one] !== 0);
      }
      expect([...idsIn(filled)].sort()).toEqual(Object.keys(plain).sort());
      expect(Object.fromEntries(cellsIn(filled))).toEqual(plain);
      // Nothing is left of what was taken away: two reports that say the same are the same.
      expect(filled).toEqual(filledFrom(plain));
    }),
  );
});

test("an answer shares with the report before it all rows and groups that it does not touch", () => {
  const before = filledFrom({ "mask.screening.screened": 1, "mask.quality.filed": 2, "gown.quality.filed": 3 });
  const after = withCells(before, { "mask.quality.filed": 5 });
  expect(after.rows.gown).toBe(before.rows.gown);
  expect(after.rows.mask?.screening).toBe(before.rows.mask?.screening);
  expect(cellAt(before, "mask.quality.filed")).toBe(2);
});
