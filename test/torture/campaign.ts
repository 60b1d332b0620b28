import { chance } from "../../src/app/rehearsal/chance.ts";
import { answerTo, type Habit, habitOf } from "../../src/app/rehearsal/liaison.ts";
import { makeTruth, type Truth } from "../../src/app/rehearsal/truth.ts";
import { plannedFrom } from "../../src/core/calendar/rounds.ts";
import type { Flow } from "../../src/core/flow/flow.ts";
import type { Unit } from "../../src/core/roster.ts";
import { HOUR, type Instant } from "../../src/core/time.ts";
import type { Heard, Phones } from "./phone.ts";

/** More than any report takes, also when every answer is given twice. */
const MOST = 400;
/** Liaisons at their phones at once. */
const AT_ONCE = 8;

/** What a unit will have reported in the end: every figure of it; units that stay silent are not among them. */
export type Told = ReadonlyMap<string, Truth>;
export type Campaign = {
  readonly flow: Flow;
  readonly units: readonly Unit[];
  readonly seed: number;
  readonly phones: Phones;
  /** Moves the clock there, however often the bot dies over it. */
  moveTo(to: Instant): Promise<void>;
};

/** Plays one round of everybody: in good time, after a reminder, in the last hour, late; with zero reports between. */
export async function playRound({
  flow,
  units,
  seed,
  phones,
  moveTo,
}: Campaign): Promise<{ round: string; told: Told }> {
  const [planned] = plannedFrom(flow.calendar, 0);
  if (!planned) throw new Error("the flow has no round");
  const { id: round, opens, due } = planned;
  const luck = chance(seed);
  const cast = units.map((unit) => ({ unit, habit: habitOf(luck), seed: luck.whole(1, 1_000_000_000) }));
  const told = new Map<string, Truth>();
  const play = async (habits: readonly Habit[]) => {
    const left = cast.filter(({ habit }) => habits.includes(habit)).values();
    const hand = async () => {
      for (const each of left) told.set(each.unit.id, await playReport(flow, each.unit, each.habit, each.seed, phones));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, hand));
  };
  await moveTo(opens + HOUR);
  await play(["early", "zero"]);
  await moveTo(due - 23 * HOUR);
  await play(["nudged"]);
  await moveTo(due - HOUR / 2);
  await play(["last-hour"]);
  await moveTo(due + HOUR);
  await play(["late"]);
  // Past every lease and every reminder of the round.
  await moveTo(due + 8 * HOUR);
  await moveTo(due + 10 * HOUR);
  return { round, told };
}

async function playReport(flow: Flow, unit: Unit, habit: Habit, seed: number, phones: Phones): Promise<Truth> {
  const luck = chance(seed);
  const person = `${unit.id}-liaison`;
  const truth = makeTruth(flow, unit.department ?? "", luck);
  if (habit === "zero") {
    await phones.act(person, { kind: "say", text: "零报告" });
    await phones.act(person, { kind: "say", text: "是" });
    return Object.fromEntries(Object.keys(truth).map((id) => [id, 0]));
  }
  const ask = () => phones.act(person, { kind: "say", text: "填报" });
  let heard: Heard | undefined = await ask();
  for (let messages = 0; messages < MOST; messages += 1) {
    const slip = luck.happens(0.02);
    const move = answerTo(heard?.blocks ?? [], flow, unit.department ?? "", truth, luck, slip);
    if (move.kind === "stop") return truth;
    heard = await phones.act(person, move);
    // After a repeat the bot may have nothing to add, and a slip is answered without the question: ask where it stands.
    if (!heard || (slip && move.kind === "say")) heard = await ask();
  }
  throw new Error(`${person} was asked more than ${MOST} questions`);
}
