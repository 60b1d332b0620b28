import { afterEach, beforeEach, expect, test } from "vitest";
import { reportKey } from "../../src/core/entry.ts";
import type { Round } from "../../src/core/round.ts";
import { addUp, counts, summed } from "../../src/core/table/ledger.ts";
import { type World, world } from "../world.ts";

const cell = "mask.screening.screened";
let it: World;
beforeEach(async () => {
  it = await world();
});
afterEach(() => it.end());

/** What the ledger of the newest round comes to for one cell, by its running total and added up anew. */
async function totals(): Promise<readonly (number | undefined)[]> {
  const { house } = it.bot;
  const [running] = house.flows;
  const round: Round | undefined = running && house.rounds.newest(running.flow.id);
  if (!running || !round) throw new Error("no round");
  const { columns, lines, counted } = await house.ledgers.of(running.flow, round);
  const column = columns.columns[columns.place(cell) ?? -1];
  if (!column) throw new Error("no column");
  const anew = summed(
    columns,
    lines.filter((line) => counts(line)),
  );
  return [counted, anew].map((sum) => addUp(columns, [sum])(cell, column));
}

/** A change that did not come through the bot, as another instance on the same store would make it. */
async function put(unit: string, figure: number, status: "draft" | "submitted"): Promise<void> {
  const key = reportKey("epidemic-supplies-weekly", "2020-05-21", unit);
  const head = { id: `${unit}/${figure}/${status}`, at: 1, by: "somebody" };
  await it.store.change([key], () => [
    { key, entry: { ...head, kind: "answered", screen: "s", cells: { [cell]: figure } } },
    ...(status === "submitted"
      ? [{ key, entry: { ...head, kind: "submitted" as const, number: "1", late: false, zero: false } }]
      : []),
  ]);
}

test("a round's total follows every change at once, whoever made it, and counts what is submitted alone", async () => {
  expect(await totals()).toEqual([undefined, undefined]);
  await put("fuzhou-market", 12, "submitted");
  expect(await totals()).toEqual([12, 12]);
  await put("xiamen-market", 98, "draft");
  expect(await totals()).toEqual([12, 12]);
  await put("xiamen-market", 99, "submitted");
  await put("fuzhou-market", 20, "submitted");
  expect(await totals()).toEqual([119, 119]);
});

test("questions asked at the same moment are answered alike, and see all that was kept before", async () => {
  await put("fuzhou-market", 7, "submitted");
  const several = await Promise.all([totals(), totals(), totals()]);
  expect(several).toEqual([
    [7, 7],
    [7, 7],
    [7, 7],
  ]);
});

test("what was handed out stays as it was, whatever comes after, and is the same for as long as nothing does", async () => {
  const { house } = it.bot;
  const [running] = house.flows;
  const round = running && house.rounds.newest(running.flow.id);
  if (!running || !round) throw new Error("no round");
  const read = () => house.ledgers.of(running.flow, round);
  await put("fuzhou-market", 12, "submitted");
  const first = await read();
  expect(await read()).toBe(first);
  const before = structuredClone(first.counted);
  await put("fuzhou-market", 20, "submitted");
  const second = await read();
  expect(first.counted).toEqual(before);
  expect(second.counted).not.toEqual(before);
});

test("a feed that breaks off is logged by its kind, and the next question reads everything again", async () => {
  await it.end();
  let breaks = false;
  it = await world({
    around: (store) => ({
      ...store,
      since: async function* (position) {
        for await (const each of store.since(position)) {
          if (breaks) throw new RangeError("somebody's words");
          yield each;
        }
      },
    }),
  });
  await totals();
  breaks = true;
  await put("fuzhou-market", 12, "submitted");
  await totals();
  breaks = false;
  expect(await totals()).toEqual([12, 12]);
  const lost = it.log.filter((line) => line.includes("sums-feed-lost"));
  expect(lost).toEqual([expect.stringMatching(/"cause":"RangeError at /)]);
  expect(it.log.join()).not.toContain("somebody's words");
});
