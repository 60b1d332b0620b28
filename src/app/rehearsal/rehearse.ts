import { type Planned, plannedFrom } from "../../core/calendar/rounds.ts";
import type { CellId } from "../../core/cells.ts";
import { askedOf, cellId, type Flow } from "../../core/flow/flow.ts";
import type { Unit } from "../../core/roster.ts";
import { HOUR, type Instant, MINUTE } from "../../core/time.ts";
import type { Made, Return } from "../../exports/export.ts";
import { type Bot, createBot, type Parts } from "../bot.ts";
import { rehearsalClock } from "../clock.ts";
import { returnOf } from "../summaries/returns.ts";
import { castOf } from "./cast.ts";
import { type Chance, chance } from "./chance.ts";
import { type Habit, habitOf } from "./liaison.ts";
import { type Paper, paper } from "./paper.ts";
import { type Player, playCorrection, playReport, playZero, type Stage } from "./play.ts";
import { type Tally, tally } from "./tally.ts";
import { makeTruth, type Truth } from "./truth.ts";
import { sitsDown } from "./week.ts";

export type RehearsalOptions = {
  readonly units: number;
  readonly rounds: number;
  readonly seed: number;
  /** Told after every report, and once a round is over. */
  readonly progress: (done: number, of: number, doing: string) => void;
  readonly keep: (files: readonly Made[]) => Promise<void>;
};

/** How a rehearsal went. `wrong` names every cell in which the bot's table differs from the rehearsal's own books. */
export type Rehearsed = {
  readonly rounds: number;
  readonly reports: number;
  readonly late: number;
  readonly missing: number;
  readonly corrections: number;
  readonly messages: number;
  readonly sent: number;
  readonly files: number;
  readonly cellsChecked: number;
  readonly wrong: readonly string[];
};

type Scene = { readonly at: Instant; readonly play: () => Promise<void> };

/**
 * Plays a campaign from its first opening with made-up liaisons who answer, err, correct, come late and stay silent,
 * through the same code as a real one, and checks every total against books of its own. Needs an empty store.
 */
export async function rehearse(parts: Omit<Parts, "clock">, options: RehearsalOptions): Promise<Rehearsed> {
  const [flow] = parts.flows;
  if (!flow) throw new Error("there is no flow to rehearse");
  const planned: Planned[] = [];
  for (const round of plannedFrom(flow.calendar, 0)) {
    if (planned.length === options.rounds) break;
    planned.push(round);
  }
  const roster = castOf(parts.roster, flow, options.units);
  const phones = paper();
  const clock = rehearsalClock(planned[0]?.opens ?? 0, 0);
  const bot = await createBot({ ...parts, flows: [flow], roster, clock });
  await bot.start([phones.channel], { timed: false });
  const units = roster.units.filter((unit) => unit.reports && flow.asks[unit.department ?? ""]);
  const books = tally();
  const run = new Run(bot, phones, flow, chance(options.seed), books, units);
  try {
    const past: Planned[] = [];
    for (const round of planned) {
      const scenes = run.scenesOf(round).sort((a, b) => a.at - b.at);
      await bot.moveTo(round.opens);
      for (const [index, scene] of scenes.entries()) {
        await bot.moveTo(Math.max(scene.at, bot.now()));
        await scene.play();
        options.progress(index + 1, scenes.length, round.id);
      }
      await bot.moveTo(Math.max(bot.now(), round.due + 6 * HOUR));
      past.push(round);
      await run.check(round, past);
      await run.keep(options.keep);
    }
    return run.result(planned.length);
  } finally {
    await bot.stop();
  }
}

/** One rehearsal under way: who plays, what they sent, what was counted. */
class Run {
  readonly #stage: Stage;
  #counts = { reports: 0, late: 0, missing: 0, corrections: 0, messages: 0, files: 0, cellsChecked: 0 };
  #wrong: string[] = [];
  readonly #books: Tally;
  readonly #units: readonly Unit[];

  constructor(bot: Bot, phones: Paper, flow: Flow, luck: Chance, books: Tally, units: readonly Unit[]) {
    let ids = 0;
    const nextId = () => {
      ids += 1;
      return `r${ids}`;
    };
    this.#stage = { bot, paper: phones, flow, chance: luck, nextId };
    this.#books = books;
    this.#units = units;
  }

  /** What happens in a round: each unit's report at its liaison's hour, and now and then a correction after it. */
  scenesOf(round: Planned): Scene[] {
    const { chance: luck } = this.#stage;
    return this.#units.flatMap((unit) => {
      const habit = habitOf(luck);
      const at = sitsDown(habit, round, luck);
      if (at === undefined) {
        this.#counts.missing += 1;
        return [];
      }
      const truth = this.#truthOf(unit, habit);
      const player: Player = { person: `${unit.id}-liaison`, department: unit.department ?? "" };
      const report: Scene = { at, play: () => this.#report(round, unit, player, habit, truth) };
      const corrects = habit === "early" && luck.happens(0.15) && Object.keys(truth).length > 0;
      if (!corrects) return [report];
      return [
        report,
        { at: Math.max(at + HOUR, round.due - 90 * MINUTE), play: () => this.#correct(round, unit, player, truth) },
      ];
    });
  }

  /** Compares every cell of the bot's tables, of the round and cumulative, with the books. */
  async check(round: Planned, past: readonly Planned[]): Promise<void> {
    const { bot, flow } = this.#stage;
    const doc = bot.house.rounds.of(flow.id).find((each) => each.round === round.id);
    if (!doc) throw new Error(`round ${round.id} was not opened`);
    const of = await returnOf(bot.house, flow, doc, "as-it-stands", bot.house.language);
    this.#compare(of, "round", this.#books.ofRound(round.id), round.id);
    this.#compare(of, "cumulative", this.#books.upTo(past.map(({ id }) => id)), round.id);
  }

  /** Hands out the files that were posted since the last time. */
  async keep(write: (files: readonly Made[]) => Promise<void>): Promise<void> {
    const files = this.#stage.paper.takeFiles();
    this.#counts.files += files.length;
    await write(files.map(({ name, bytes }) => ({ name, bytes, type: "application/octet-stream" })));
  }

  result(rounds: number): Rehearsed {
    return { rounds, ...this.#counts, sent: this.#stage.paper.sent(), wrong: this.#wrong };
  }

  #truthOf(unit: Unit, habit: Habit): Truth {
    const { flow, chance: luck } = this.#stage;
    const truth = makeTruth(flow, unit.department ?? "", luck);
    return habit === "zero" ? Object.fromEntries(Object.keys(truth).map((id) => [id, 0])) : truth;
  }

  async #report(round: Planned, unit: Unit, player: Player, habit: Habit, truth: Truth): Promise<void> {
    const zero = habit === "zero";
    const slips = this.#stage.chance.whole(0, 2);
    this.#counts.messages += zero
      ? await playZero(this.#stage, player)
      : await playReport(this.#stage, player, truth, slips);
    const report = await this.#stage.bot.desk.report(round.id, unit.id);
    if (report?.status !== "submitted") {
      this.#wrong.push(`${round.id} ${unit.id}: was not sent`);
      return;
    }
    this.#counts.reports += 1;
    if (habit === "late") this.#counts.late += 1;
    this.#books.sent(round.id, unit.id, truth);
  }

  async #correct(round: Planned, unit: Unit, player: Player, truth: Truth): Promise<void> {
    const places = askedOf(this.#stage.flow, player.department);
    const raised = places.find((place) => (truth[place.id] ?? 0) > 0);
    if (!raised) return;
    const figure = (truth[raised.id] ?? 0) + 1;
    this.#counts.messages += await playCorrection(this.#stage, player, raised, figure);
    this.#counts.corrections += 1;
    this.#books.sent(round.id, unit.id, { ...truth, [raised.id]: figure });
  }

  #compare(of: Return, which: "round" | "cumulative", books: ReadonlyMap<CellId, number>, round: string): void {
    for (const table of of.tables) {
      const block = this.#stage.flow.blocks.find(({ id }) => id === table.block);
      for (const row of block?.rows ?? [])
        for (const group of block?.groups ?? [])
          for (const column of group.columns) {
            if (column.computed) continue;
            const id = cellId(row.id, group.id, column.id);
            const parts = (group.sums ?? [group.id]).flatMap(
              (part) => books.get(cellId(row.id, part, column.id)) ?? [],
            );
            const own =
              parts.length === 0 ? undefined : Math.round(parts.reduce((sum, part) => sum + part, 0) * 1e4) / 1e4;
            this.#counts.cellsChecked += 1;
            if (own !== table[which][id])
              this.#wrong.push(`${round} ${which} ${id}: ${table[which][id]}, the books say ${own}`);
          }
    }
  }
}
