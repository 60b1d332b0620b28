import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { createBot } from "../../src/app/bot.ts";
import { rehearsalClock } from "../../src/app/clock.ts";
import { dutiesOf } from "../../src/app/deliveries/duties.ts";
import { owed } from "../../src/core/calendar/owed.ts";
import { byId } from "../../src/core/cells.ts";
import type { Deliveries } from "../../src/core/delivery.ts";
import { reportKey, roundKey } from "../../src/core/entry.ts";
import type { Flow } from "../../src/core/flow/flow.ts";
import type { Roster } from "../../src/core/roster.ts";
import { makeChart, makeForm, makePicture } from "../../src/exports/index.ts";
import { secrets } from "../../src/secrets.ts";
import { openLowdb } from "../../src/store/lowdb/index.ts";
import type { Books } from "./books.ts";
import type { Told } from "./campaign.ts";

/** What is wrong with a folder after a round, a sentence each, by what kind of wrong it is. */
export type Findings = {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly broken: readonly string[];
  readonly owed: readonly string[];
};
type About = {
  readonly folder: string;
  readonly books: Books;
  readonly flow: Flow;
  readonly roster: Roster;
  readonly round: string;
  readonly told: Told;
  readonly now: number;
};

/**
 * Holds a folder, with nobody on it, against what was acknowledged, said and due: every figure as it was told, documents
 * as their histories fold, nothing on a phone twice, nothing owed. Opens the store, so it is the last thing done.
 */
export async function audit({ folder, books, flow, roster, round, told, now }: About): Promise<Findings> {
  await books.read();
  const { lost, doubled, broken } = books.wrong();
  const found = { lost: [...lost], doubled: [...doubled], broken: [...broken], owed: [] as string[] };
  const phones = await shownByKey(folder);
  for (const [key, times] of phones) if (times > 1) found.doubled.push(`${key} was sent ${times} times`);
  const store = await openLowdb({ folder });
  try {
    for (const [key, doc] of books.docs()) {
      if (!isDeepStrictEqual(await store.read(key), doc)) found.broken.push(`${key} is not what its history comes to`);
      const history = await store.history(key);
      const last = history.at(-1)?.seq ?? 0;
      if (history.length !== last) found.broken.push(`${key} has ${history.length} entries, the last numbered ${last}`);
      const settled = doc.kind === "report" && doc.doc.status === "submitted";
      for (const [delivery, { state }] of Object.entries(deliveriesOf(doc.doc))) {
        // A reminder of which nobody knows whether it arrived is not sent again once the report is in.
        if (state === "sending" && !(settled && delivery.startsWith("remind/")))
          found.owed.push(`${delivery} is still being sent`);
        if (state === "sent" && !phones.has(delivery)) found.lost.push(`${delivery} is recorded and on no phone`);
      }
    }
    for (const [unit, truth] of told) {
      const doc = await store.read(reportKey(flow.id, round, unit));
      const cells = doc?.kind === "report" && doc.doc.status === "submitted" ? byId(doc.doc.cells) : {};
      if (!isDeepStrictEqual(sorted(cells), sorted(truth))) found.lost.push(`${unit}'s report is not what was told`);
    }
    const doc = await store.read(roundKey(flow.id, round));
    const posted = doc?.kind === "round" ? doc.doc.deliveries[`post/${flow.id}/${round}/1`]?.state : undefined;
    if (posted !== "sent") found.owed.push(`the posting of ${round} is ${posted ?? "not there"}`);
    const parts = { store, flows: [flow], roster, clock: rehearsalClock(now, 0), exports: [], imports: [] };
    const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
    const { house } = await createBot({
      ...parts,
      form: makeForm,
      picture: makePicture,
      chart: makeChart,
      secrets,
      log: silent,
      language: "zh-CN",
    });
    for (const running of house.flows)
      for (const { key } of owed(await dutiesOf(house, running), now).owed) found.owed.push(`${key} is owed`);
    return found;
  } finally {
    await store.close();
  }
}

const line = z.object({ kind: z.literal("message"), from: z.literal("bot"), key: z.string() });

/** How many messages of the bot stand on phones under each outbound key. */
async function shownByKey(folder: string): Promise<ReadonlyMap<string, number>> {
  const shown = new Map<string, number>();
  for (const text of (await readFile(join(folder, "simulator", "messages.jsonl"), "utf8")).split("\n")) {
    const read = line.safeParse(parsed(text));
    if (read.success) shown.set(read.data.key, (shown.get(read.data.key) ?? 0) + 1);
  }
  return shown;
}

/** A line that a kill cut off is no message. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function deliveriesOf(doc: object): Deliveries {
  return "deliveries" in doc ? (doc.deliveries as Deliveries) : {};
}

function sorted(cells: Readonly<Record<string, unknown>>): readonly (readonly [string, unknown])[] {
  return Object.entries(cells).sort(([a], [b]) => (a < b ? -1 : 1));
}
