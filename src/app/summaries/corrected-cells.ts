import type { CellId } from "../../core/cells.ts";
import { reportKey } from "../../core/entry.ts";
import type { Line } from "../../core/table/ledger.ts";
import { correctedIn } from "../../core/table/provenance.ts";
import type { House } from "../house.ts";
import type { Ranged } from "./consolidate.ts";

/** The asked cells of what was read that some unit corrected after it had sent its report in. */
export async function correctedCells(
  house: House,
  { flow, counted, ever }: Pick<Ranged, "flow" | "counted" | "ever">,
  figures: "round" | "cumulative",
): Promise<readonly CellId[]> {
  const lines = (figures === "cumulative" ? ever : counted).filter(({ corrections }) => corrections > 0);
  const cells = await Promise.all(
    lines.map(async ({ round, unit }: Line) => {
      const key = reportKey(flow.id, round, unit);
      return correctedIn(
        key,
        (await house.store.history(key)).map(({ entry }) => entry),
      );
    }),
  );
  return [...new Set(cells.flat())];
}
