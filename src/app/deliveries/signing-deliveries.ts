import type { Resumed } from "../../core/delivery.ts";
import { personKey, reportKey, roundKey, type UnitId } from "../../core/entry.ts";
import { signOffBlocks, verdictTold } from "../../core/interview/sending/sign-off.ts";
import { type Block, say, type Text, textOf } from "../../core/message.ts";
import type { Report } from "../../core/report.ts";
import type { Round } from "../../core/round.ts";
import { begunSignings, isStanding, type SigningDuty, signingDuties, signingPrefix } from "../../core/signing.ts";
import type { Docs } from "../../store/store.ts";
import { personIn, readRound, reportIn, roundIn } from "../documents.ts";
import type { Running } from "../flows.ts";
import { type House, languageOf } from "../house.ts";
import { sideBySide } from "../lanes.ts";
import { type Reached, reachable, reportersNow } from "../people/reporter.ts";
import { send } from "../speak.ts";
import { situationFor } from "../surroundings.ts";
import { alone } from "./alone.ts";
import { deliveryEntry, giveUp, isFree, lease, type Meant, record, sendToFirst } from "./delivery.ts";
import { headsIn } from "./duties.ts";

/** Deliveries at once. */
const AT_ONCE = 16;

/** Asks heads for their approval and tells liaisons what became of it, as far as either is owed now. */
export async function deliverSignings(house: House): Promise<void> {
  for (const { flow } of house.flows)
    for (const round of house.rounds.of(flow.id))
      if (begunSignings(round).length > 0 || signingDuties(round, headsIn(house), house.clock.now()).length > 0)
        await alone(house, roundKey(flow.id, round.round), () => deliverSigningsOf(house, round));
}

/** The same in one round, for one unit or all. */
export async function deliverSigningsOf(
  house: House,
  { flow: id, round }: Pick<Round, "flow" | "round">,
  unit?: UnitId,
): Promise<void> {
  const running = house.flows.find(({ flow }) => flow.id === id);
  if (!running) return;
  // Where a head turns out to be gone, whoever reports is told in the same breath.
  await deliverDue(house, running, await readRound(house.store, id, round), unit);
  await deliverDue(house, running, await readRound(house.store, id, round), unit);
  await house.rounds.reread({ flow: id, round });
}

/** Sees to it that what was just recorded about a unit's report is said, beside whoever recorded it: it is owed in any case. */
export function saySigning(house: House, round: Round, unit: UnitId): void {
  house.beside("signing-not-said", () => deliverSigningsOf(house, round, unit));
}

async function deliverDue(house: House, running: Running, round: Round, unit: UnitId | undefined): Promise<void> {
  const now = house.clock.now();
  const duties = signingDuties(round, headsIn(house), now);
  const doc = roundKey(round.flow, round.round);
  const prefix = signingPrefix(round, unit);
  const owed = new Set(duties.map(({ key }) => key));
  const begun = begunSignings(round).filter((key) => key.startsWith(prefix) && isFree(round.deliveries[key], now));
  // Put to somebody who is no longer asked: overtaken, or another head now.
  const over = begun.filter((key) => !owed.has(key));
  if (over.length > 0)
    await house.store.change([doc], () =>
      over.map((delivery) => ({
        key: doc,
        entry: deliveryEntry(now, { kind: "dropped", delivery, why: "not-owed" }),
      })),
    );
  const due = duties.filter(({ key, from }) => from <= now && key.startsWith(prefix));
  await sideBySide(due, AT_ONCE, (duty) => deliverOne(house, running, round, duty));
}

async function deliverOne(house: House, running: Running, round: Round, duty: SigningDuty): Promise<void> {
  const doc = roundKey(round.flow, round.round);
  const readers = await readersOf(house, duty);
  const [first] = readers;
  const made = await worded(house, running, round, duty, first);
  if (!made) return;
  const outcome = await sendToFirst(house, duty.key, readers, async ({ member, to }) => {
    // A message to somebody else is another message to the platform, though it is one delivery to us.
    const key = member.id === first?.member.id ? duty.key : `${duty.key}/${member.id}`;
    return send(house, { key, to, language: await languageOf(house, member), blocks: made.blocks, ...made.again });
  });
  if (outcome) await record(house, doc, duty.key, outcome.reader.to, outcome.sent);
  else await giveUp(house, doc, duty.key, "no-address");
}

/** A head is asked in person; anything else goes to whoever reports now, the first of them first. */
async function readersOf(house: House, duty: SigningDuty): Promise<readonly Reached[]> {
  if (duty.kind !== "ask") return reportersNow(house, duty.signing.unit);
  const head = house.people.member(duty.head);
  return head ? reachable(house, [head]) : [];
}

type Worded = { readonly again: Resumed; readonly blocks: readonly Block<Text>[] };

/** Leases the delivery and words it; undefined where somebody is at it, it is settled, or it is owed no more. */
async function worded(
  house: House,
  running: Running,
  round: Round,
  duty: SigningDuty,
  reader: Reached | undefined,
): Promise<Worded | undefined> {
  const { key: delivery, signing } = duty;
  const unit = house.people.unit(signing.unit);
  const flow = running.at(round.flowHash);
  const doc = roundKey(round.flow, round.round);
  const report = reportKey(round.flow, round.round, unit.id);
  const person = reader && personKey(reader.member.id);
  const situation = reader && (await situationFor(house, { flow, round, unit }, reader.member));
  const now = house.clock.now();
  let blocks: readonly Block<Text>[] = [];
  const wording = (docs: Docs): Meant => {
    const latest = roundIn(docs, doc);
    const stands = reportIn(docs, report);
    if (!isStanding(latest, signing, now) || !isOwed(duty, stands)) return "not-owed";
    if (!situation || !person) return [];
    const around = { ...situation, report: stands, round: latest, person: personIn(docs, person), now };
    const nameOf = (id: string) => textOf(house.people.member(id)?.name ?? id);
    switch (duty.kind) {
      case "ask": {
        const from = say({ key: "sign-from", args: { name: nameOf(signing.by) } });
        const shown = signOffBlocks(around, [from]);
        blocks = shown.blocks;
        return [{ key: person, entry: { kind: "asked", prompt: shown.prompt, id: delivery, at: now, by: "bot" } }];
      }
      case "pass-on":
        blocks = [say({ key: "sign-unreached", args: { number: round.number, head: around.head ?? "" } })];
        return [];
      case "tell": {
        const verdict = duty.signing.approved ? duty.signing : { words: stands.sentBack?.words ?? "" };
        blocks = verdictTold(nameOf(signing.by), verdict);
        return [];
      }
    }
  };
  const again = await lease(house, doc, delivery, wording, person ? [report, person] : [report]);
  return again && { again, blocks };
}

/** Whether it is still to be said: nothing that waits no more is put to a head, and nobody is told of what they mended. */
function isOwed(duty: SigningDuty, { toApprove, sentBack }: Report): boolean {
  switch (duty.kind) {
    case "ask":
    case "pass-on":
      return toApprove !== undefined;
    case "tell":
      return duty.signing.approved || sentBack !== undefined;
  }
}
