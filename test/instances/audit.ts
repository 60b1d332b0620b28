import { cellsIn, type Filled } from "../../src/core/cells.ts";
import type { Member } from "../../src/core/roster.ts";
import type { Line } from "../../src/store/chain.ts";
import { openPostgres } from "../../src/store/postgres/index.ts";
import { verify } from "../../src/store/verify.ts";
import { figuresOf, isMarked, isReminder, reportsNothing, wordsOf } from "../channels/reporting.ts";
import type { Books } from "./books.ts";
import { numberIn, type Stage } from "./platforms/ground.ts";

/** What is wrong in a database and on the phones after a round, a sentence each, by what kind of wrong it is. */
export type Findings = {
  readonly lost: string[];
  readonly doubled: string[];
  readonly disordered: string[];
  readonly broken: string[];
};
/**
 * Reminders and postings: how many were recorded; how many messages say that they may stand there twice; how many stand
 * there more often than they were owed and do not say so; how many are in doubt for good, since nobody owes them any more.
 */
export type Delivered = { recorded: number; again: number; unmarked: number; inDoubt: number };
export type Audited = { readonly findings: Findings; readonly delivered: Delivered; readonly entries: number };

type About = {
  readonly url: string;
  /** The channel that the round was played on. */
  readonly channel: string;
  readonly stage: Pick<Stage, "shown" | "twice">;
  readonly books: Books;
  readonly flow: string;
  readonly round: string;
  /** The liaisons, those who reported among them. */
  readonly liaisons: readonly Member[];
  readonly reported: ReadonlySet<string>;
  /** The chat of the leadership group. */
  readonly group: string;
};

/**
 * Holds the database, with nobody on it, against what was acknowledged and what stands on phones: every message once and
 * in its person's order, every report as it was told, every chain whole, no delivery on a phone twice without saying so.
 */
export async function audit(about: About): Promise<Audited> {
  const { url, channel, stage, books, liaisons, reported, group } = about;
  const doubled = stage.twice().map((id) => `${id} stands there once more under the same key`);
  const findings: Findings = { lost: [], doubled, disordered: [], broken: [] };
  const delivered: Delivered = { recorded: 0, again: 0, unmarked: 0, inDoubt: 0 };
  const store = await openPostgres(url);
  try {
    const { heard, sent, attempts, entries } = await gathered(store.lines());
    for (const member of liaisons) {
      const account = member.addresses[channel] ?? "";
      const wrong = books.wrongIn(member.id, heard.get(member.id) ?? []);
      findings.lost.push(...wrong.lost);
      findings.doubled.push(...wrong.doubled);
      findings.disordered.push(...wrong.disordered);
      const shown = stage.shown(account);
      const tried = attempts.get(`report/${about.flow}/${about.round}/${member.unit}`) ?? new Set();
      take(delivered, findings, `${channel}/${account}`, { sent, shown, tried, counted: shown.filter(isReminder) });
      const kept = await store.read(`report/${about.flow}/${about.round}/${member.unit}`);
      if (reported.has(member.id) && !(kept?.kind === "report" && isAsTold(kept.doc, numberIn(account))))
        findings.lost.push(`${member.unit}'s report is not what was told`);
    }
    const posted = stage.shown(group);
    const first = posted.filter(({ text }) => text.includes("情况表 · 第1版"));
    if (first.length === 0) findings.lost.push("the round was not posted");
    const tried = new Set([`post/${about.flow}/${about.round}/1`]);
    take(delivered, findings, `${channel}/${group}`, { sent, shown: posted, tried, counted: first });
    for (const { document, entry, what } of (await verify(store)).findings)
      findings.broken.push(`${document} ${entry} ${what.key}`);
    return { findings, delivered, entries };
  } finally {
    await store.close();
  }
}

type Chat = {
  readonly sent: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly shown: readonly { readonly id: string }[];
  /** Deliveries that were begun. */
  readonly tried: ReadonlySet<string>;
  /** What stands there of them. */
  readonly counted: readonly { readonly text: string }[];
};

/** Counts what was delivered to a chat: what is recorded must stand there, and what stands there more often says so. */
function take(
  delivered: Delivered,
  { lost, doubled }: Findings,
  to: string,
  { sent, shown, tried, counted }: Chat,
): void {
  const recorded = sent.get(to) ?? new Map();
  const ids = new Set(shown.map(({ id }) => id));
  for (const [delivery, message] of recorded)
    if (!ids.has(message)) lost.push(`${delivery} is recorded and on no phone`);
  const marked = counted.filter(isMarked).length;
  const unmarked = counted.length - marked;
  delivered.recorded += recorded.size;
  delivered.again += marked;
  delivered.unmarked += Math.max(0, unmarked - tried.size);
  delivered.inDoubt += [...tried].filter((delivery) => !recorded.has(delivery)).length;
  if (unmarked > tried.size) doubled.push(`${to} has ${unmarked} unmarked messages for ${tried.size} deliveries`);
}

/**
 * By person the messages that the history names, in its order; by chat the deliveries recorded, each with its message; by
 * document those that were begun.
 */
async function gathered(lines: AsyncIterable<readonly Line[]>) {
  const heard = new Map<string, string[]>();
  const sent = new Map<string, Map<string, string>>();
  const attempts = new Map<string, Set<string>>();
  let entries = 0;
  for await (const some of lines)
    for (const { key, entry } of some) {
      entries += 1;
      if (entry.kind === "asked" && key === `person/${entry.by}`)
        heard.set(entry.by, [...(heard.get(entry.by) ?? []), entry.id]);
      if (entry.kind === "sending") attempts.set(key, (attempts.get(key) ?? new Set()).add(entry.delivery));
      if (entry.kind === "sent")
        sent.set(entry.to, (sent.get(entry.to) ?? new Map()).set(entry.delivery, entry.message));
    }
  return { heard, sent, attempts, entries };
}

type Told = {
  readonly status: string;
  readonly cells: Filled;
  readonly told: Readonly<Record<string, unknown>>;
};

/** A report as its liaison gave it: nothing at all, or the same figure wherever one was ticked, and the line. */
function isAsTold({ status, cells, told }: Told, person: number): boolean {
  const figures = cellsIn(cells).flatMap(([, figure]) => (figure === 0 ? [] : [figure]));
  if (status !== "submitted") return false;
  if (reportsNothing(person)) return figures.length === 0;
  const [own] = figuresOf(person);
  const line = told.work;
  const says = typeof line === "object" && line !== null && "text" in line && line.text === wordsOf(person);
  return says && figures.every((figure) => figure === own);
}
