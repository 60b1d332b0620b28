import { setMaxListeners } from "node:events";
import type { Channel, Host, Received, Stop } from "../channels/channel.ts";
import type { Desk } from "../channels/desk.ts";
import type { CaseFlow } from "../core/cases/case-flow.ts";
import { kindOf } from "../core/failure-kind.ts";
import type { Flow } from "../core/flow/flow.ts";
import type { Inbound } from "../core/message.ts";
import type { Roster } from "../core/roster.ts";
import type { Duration, Instant } from "../core/time.ts";
import type { Export, MakeChart, MakeForm, MakePicture } from "../exports/export.ts";
import type { Import } from "../imports/import.ts";
import type { Duty, Store } from "../store/store.ts";
import type { Language } from "../wording/wording.ts";
import { nextCaseDuty } from "./cases/deliver.ts";
import { readDocket } from "./cases/docket.ts";
import type { Clock } from "./clock.ts";
import { recordClock } from "./clock-history.ts";
import { converse } from "./converse.ts";
import { nextDuty } from "./deliveries/duties.ts";
import { tick, turnRounds } from "./deliveries/tick.ts";
import { deskOf } from "./desk/desk.ts";
import { installCaseFlows, installFlows } from "./flows.ts";
import { follow } from "./follow.ts";
import type { House, Secrets } from "./house.ts";
import { countInHand } from "./in-hand.ts";
import { lanes } from "./lanes.ts";
import type { Log } from "./log.ts";
import { menuFor } from "./menu.ts";
import { passTo } from "./pass-clock.ts";
import { pastReports } from "./past.ts";
import { contactsIn } from "./people/contacts.ts";
import { deliverNewsOf } from "./people/news-deliveries.ts";
import { readPeople } from "./people/people.ts";
import { readRounds } from "./rounds.ts";
import { ledgersOf } from "./summaries/ledgers.ts";
import { startTimer, type Timer } from "./timer.ts";
import { triedLinesIn } from "./tried-lines.ts";
import { readUntold } from "./untold.ts";

/** What a bot is made of; the caller opens the store and closes it after `stop`. */
export type Parts = {
  readonly store: Store;
  readonly flows: readonly Flow[];
  /** None where it is left out. */
  readonly caseFlows?: readonly CaseFlow[];
  readonly roster: Roster;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly exports: readonly Export[];
  /** Makes a unit's own workbook. */
  readonly form: MakeForm;
  /** Draw a return's table, and charts. */
  readonly picture: MakePicture;
  readonly chart: MakeChart;
  /** The kinds of files that figures are read from. */
  readonly imports: readonly Import[];
  readonly log: Log;
  readonly language: Language;
};

/** A running bot, without the concerns of a process. */
export type Bot = Host & {
  readonly house: House;
  readonly desk: Desk;
  /** Starts the channels and does what is owed; with `timed: false` ticks come from the caller alone. */
  start(channels: readonly Channel[], options?: { readonly timed?: boolean }): Promise<void>;
  /** Does what is owed now. */
  tick(): Promise<void>;
  /** Moves the rehearsal clock forward through every due instant in between, in order. Rejects on a step back. */
  moveTo(to: Instant): Promise<void>;
  /** How long ago it last looked at what is owed, in real milliseconds: 0 where another instance does, undefined before. */
  sinceTick(): Duration | undefined;
  /** Resolves once what was taken is answered, and whatever goes beside it is done. */
  idle(): Promise<void>;
  /** Takes no more messages (they are rejected), answers those in hand, stops the channels, records the clock. */
  stop(): Promise<void>;
};

/** How soon after a message the rehearsal clock's position is recorded, in real milliseconds. */
const RECORDED_WITHIN = 1_000;

/** How long starting waits for the first look at what is owed, which opens the round, in real milliseconds. */
const FIRST_TICK = 5_000;

/** Joins the parts. Installs the flows; rejects where the store does. */
export async function createBot(parts: Parts): Promise<Bot> {
  const { store, clock, log } = parts;
  const channels = new Map<string, Channel>();
  // Before anything is read that is then remembered: what comes between is taken up from the feed.
  const position = await store.position();
  let flows = await installFlows(store, parts.flows, clock.now());
  const rounds = await readRounds(store, flows, clock.now());
  const cases = await readDocket(store, await installCaseFlows(store, parts.caseFlows ?? [], clock.now()));
  const { held, idle } = countInHand();
  const ordered = lanes();
  const leaving = new AbortController();
  // As many replies as there are people may be waiting.
  setMaxListeners(0, leaving.signal);
  const house: House = {
    ...parts,
    get flows() {
      return flows;
    },
    adoptFlows: (newer, caseFlows) => {
      flows = newer;
      cases.adopt(caseFlows);
    },
    rounds,
    cases,
    wake: () => void tickNow().catch(failed("tick-failed")),
    tellNews: (doc) => deliverNewsOf(house, doc),
    beside: (code, work) => void held(work()).catch(failed(code)),
    past: pastReports(store, rounds),
    ledgers: ledgersOf(store, log),
    people: await readPeople(store, parts.roster),
    contacts: contactsIn(store),
    untold: await readUntold(store, parts.roster, log),
    tried: triedLinesIn(store),
    channels,
    stopping: leaving.signal,
    inOrder: (key, task) => held(ordered(key, task)),
  };
  const take = converse(house);
  const ticking = lanes();
  let timer: Timer | undefined;
  let stops: readonly Stop[] = [];
  let next: Instant | undefined;
  let ticked: number | undefined;
  let recording: NodeJS.Timeout | undefined;
  let duty: Duty | undefined;
  void follow(house, position, () => house.stopping.aborted);

  const keepClock = () => (clock.advance ? recordClock(store, clock.now()) : Promise.resolve());
  const failed = (code: string) => (cause: unknown) => log.error({ code, cause: kindOf(cause) }, "will be tried again");
  const doOwed = async () => {
    await tick(house);
    const due = [await nextDuty(house, clock.now()), nextCaseDuty(house, clock.now())].filter((at) => at !== undefined);
    next = due.length === 0 ? undefined : Math.min(...due);
    timer?.arm(next);
  };
  /** Of several instances one does what is owed; the others would only find it leased. */
  const tickNow = async () => {
    // Not behind deliveries that a platform holds up.
    if (duty?.held()) await held(ticking("rounds", () => turnRounds(house)));
    return held(
      ticking("tick", async () => {
        if (!duty?.held()) return;
        await doOwed();
        await keepClock();
        ticked = performance.now();
      }),
    );
  };

  const receive = async (inbound: Inbound): Promise<Received> => {
    // Not on disk, so the platform must give it again: the next start takes it.
    if (house.stopping.aborted) throw new Error("the bot is stopping");
    const received = await held(take(inbound));
    held(received.replied);
    if (clock.advance)
      recording ??= setTimeout(() => {
        recording = undefined;
        held(keepClock()).catch(failed("clock-not-kept"));
      }, RECORDED_WITHIN);
    return received;
  };
  const moveTo = (to: Instant): Promise<void> =>
    held(ticking("tick", () => passTo(to, { clock, doOwed, nextDue: () => next, keepClock })));

  return {
    house,
    now: clock.now,
    receive,
    tick: tickNow,
    moveTo,
    idle,
    sinceTick: () => {
      if (duty && !duty.held()) return 0;
      return ticked === undefined ? undefined : performance.now() - ticked;
    },
    desk: deskOf(house, moveTo, () => next),
    start: async (given, { timed = true } = {}) => {
      for (const channel of given) channels.set(channel.name, channel);
      const outcomes = await Promise.allSettled(
        given.map((channel) => channel.start({ receive, now: clock.now, menuFor: (of) => menuFor(house, of) })),
      );
      // Those that did start are stopped with the bot, whatever became of the others.
      stops = outcomes.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
      for (const each of outcomes) if (each.status === "rejected") throw each.reason;
      let started = false;
      duty = await store.stand(() => started && house.wake());
      started = true;
      if (timed) timer = startTimer(clock, house.wake, duty.held);
      const first = tickNow();
      if (!timed) return first;
      // An instance that comes by the duty as it starts may have thousands to remind: people need not wait for that.
      first.catch(failed("tick-failed"));
      await Promise.race([first, new Promise((resolve) => setTimeout(resolve, FIRST_TICK).unref())]);
    },
    stop: async () => {
      await timer?.stop();
      timer = undefined;
      // First of all, while it is still kept: what is refused here would come again late, or to the next start alone.
      await Promise.allSettled([...channels.values()].map((channel) => channel.stopTaking?.()));
      leaving.abort();
      // The channels stay up until what was taken is answered.
      await idle();
      await Promise.all(stops.map((stop) => stop()));
      clearTimeout(recording);
      await keepClock();
    },
  };
}
