import { describe, expect, test } from "vitest";
import { byId } from "../../src/core/cells.ts";
import { reportKey } from "../../src/core/entry.ts";
import { cells, handIn, ways, work } from "../ways.ts";
import { world } from "../world.ts";

describe("the same busy report", () => {
  test.each(ways)("$name is sent with at most $most messages, every figure the same", async ({ go, most }) => {
    const it = await world();
    try {
      const hand = handIn(it);
      await go(hand, it);
      const kept = await it.store.read(reportKey("epidemic-supplies-weekly", "2020-05-21", "fuzhou-market"));
      if (kept?.kind !== "report") throw new Error("there is no report");
      expect(kept.doc.status).toBe("submitted");
      expect(byId(kept.doc.cells)).toEqual(cells);
      expect(kept.doc.told.work).toEqual({ kind: "text", text: work });
      expect(hand.messages).toBeLessThanOrEqual(most);
    } finally {
      await it.end();
    }
  });
});
