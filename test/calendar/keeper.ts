import { readFileSync } from "node:fs";
import { nextDue } from "../../src/core/calendar/next-due.ts";
import { type Owed, owed } from "../../src/core/calendar/owed.ts";
import type { OwedInput } from "../../src/core/calendar/standing.ts";
import { parseIso } from "../../src/core/calendar/words.ts";
import type { DeliveryEntry } from "../../src/core/delivery.ts";
import { loadFlow } from "../../src/core/flow/load.ts";
import { type Calendar, calendarSchema } from "../../src/core/flow/schema.ts";
import { emptyReport, evolveReport, type Report } from "../../src/core/report.ts";
import { emptyRound, evolveRound, type Round } from "../../src/core/round.ts";
import { countedRevision } from "../../src/core/submission.ts";
import { type Instant, MINUTE } from "../../src/core/time.ts";

/** The calendar of the flow that ships. */
export function campaign(): Calendar {
  const loaded = loadFlow(
    readFileSync(new URL("../../flows/epidemic-supplies-weekly.yaml", import.meta.url), "utf8"),
    "",
  );
  if ("problems" in loaded) throw new Error(JSON.stringify(loaded.problems));
  return loaded.flow.calendar;
}

/** A weekly calendar due on Thursdays at 17:00 in Shanghai with no quiet time, but for what is given. */
export function calendarWith(given: { readonly [K in keyof Calendar]?: Calendar[K] | undefined } = {}): Calendar {
  return calendarSchema.parse({
    zone: "Asia/Shanghai",
    rhythm: "weekly",
    first_due: "2020-05-21",
    due_time: "17:00",
    opens: { days_before: 3, time: "09:00" },
    cutoff: { days_before: 1, time: "24:00" },
    covers_from: "2020-05-11",
    day_off: "kept",
    quiet_days_off: false,
    reminders: [{ rule: "opening" }, { rule: "before", by: "PT1H" }, { rule: "overdue", after: "PT30M" }],
    ...given,
  });
}

/** An instant as tests write it: `2020-05-19T09:00`, in Shanghai unless an offset stands. */
export function at(text: string, offset = "+08:00"): Instant {
  const instant = parseIso(`${text}${offset}`);
  if (instant === undefined) throw new Error(`no instant: ${text}`);
  return instant;
}

/** What a platform does with a message: takes it, or leaves in doubt whether it did. */
export type Outcome = "sent" | "unknown";

/** A deadline-keeper that does what is owed and keeps its documents by folding entries, as the bot does. */
export class Keeper {
  readonly done: { readonly key: string; readonly at: Instant; readonly since: Instant }[] = [];
  now: Instant;
  outcome: (owed: Owed) => Outcome = () => "sent";
  readonly #rounds = new Map<string, Round>();
  readonly #reports = new Map<string, Map<string, Report>>();
  readonly #calendar: Calendar;
  readonly #units: ReadonlySet<string>;
  readonly #since: Instant;

  constructor(calendar: Calendar, units: readonly string[], since: Instant) {
    this.#calendar = calendar;
    this.#units = new Set(units);
    this.#since = since;
    this.now = since;
  }

  get input(): OwedInput {
    return {
      flow: { id: "flow", calendar: this.#calendar },
      installedSince: this.#since,
      units: this.#units,
      overseers: [
        { person: "coordinator", role: "coordinator", units: this.#units },
        { person: "city", role: "city-coordinator", units: new Set([...this.#units].slice(0, 1)) },
      ],
      posts: true,
      rounds: this.#rounds,
      reports: this.#reports,
    };
  }

  /** Keys of everything done, reminders of `unit` alone where it is named. */
  keys(unit?: string): readonly string[] {
    const all = this.done.map(({ key }) => key);
    return unit === undefined ? all : all.filter((key) => key.startsWith("remind/") && key.split("/")[3] === unit);
  }

  /** Does what is owed at this moment, until nothing is. */
  settle(): this {
    for (let turns = 0; turns < 1000; turns++) {
      const { owed: acts, superseded } = owed(this.input, this.now);
      for (const { key, doc } of superseded) this.#deliver(doc, { kind: "dropped", delivery: key, why: "newer-rung" });
      if (acts.length === 0) return this;
      for (const act of acts) this.#do(act);
    }
    throw new Error(`never settles at ${this.now}`);
  }

  /** Passes every due instant up to `to`, as a bot does that runs. */
  advance(to: Instant): this {
    this.settle();
    for (let next = nextDue(this.input, this.now); next !== undefined && next <= to; next = nextDue(this.input, next)) {
      this.now = next;
      this.settle();
    }
    this.now = to;
    return this.settle();
  }

  /** Asleep until `to`. */
  sleep(to: Instant): this {
    this.now = to;
    return this.settle();
  }

  submit(round: string, unit: string): this {
    const entry = {
      id: "m",
      at: this.now,
      by: unit,
      kind: "submitted",
      number: "1",
      late: false,
      zero: false,
    } as const;
    const before = this.report(round, unit);
    this.#keep(evolveReport(before, entry));
    const stands = this.round(round);
    if (stands.state === "frozen")
      this.#rounds.set(round, evolveRound(stands, { id: "m", at: this.now, by: unit, kind: "came-after", unit }));
    return this;
  }

  /** Asks to be reminded then instead of sooner. */
  putOff(round: string, unit: string, until: Instant): this {
    this.#keep(evolveReport(this.report(round, unit), { id: "p", at: this.now, by: unit, kind: "put-off", until }));
    return this;
  }

  report(round: string, unit: string): Report {
    return this.#reports.get(round)?.get(unit) ?? emptyReport("flow", round, unit);
  }

  round(id: string): Round {
    return this.#rounds.get(id) ?? emptyRound("flow", id);
  }

  #do({ key, doc, at: since, act }: Owed): void {
    const origin = { id: key, at: this.now, by: "bot" } as const;
    switch (act.kind) {
      case "open": {
        const { id, number, due, closes, covers } = act.planned;
        const opened = { kind: "opened", number, due, closes, covers, units: act.units, flowHash: "" } as const;
        this.#rounds.set(id, evolveRound(this.round(id), { ...origin, ...opened }));
        break;
      }
      case "freeze": {
        const counted = Object.fromEntries(
          this.round(act.round).units.map((unit) => [unit, countedRevision(this.report(act.round, unit))]),
        );
        this.#rounds.set(act.round, evolveRound(this.round(act.round), { ...origin, kind: "frozen", counted }));
        break;
      }
      case "revise": {
        const taken = Object.keys(this.round(act.round).pending ?? {});
        const counted = Object.fromEntries(taken.map((unit) => [unit, countedRevision(this.report(act.round, unit))]));
        this.#rounds.set(act.round, evolveRound(this.round(act.round), { ...origin, kind: "revised", taken, counted }));
        // The same deed comes again with the next late report, and is another.
        this.done.push({ key: `${key}/${this.round(act.round).revisions?.length}`, at: this.now, since });
        return;
      }
      case "ask-day-off":
      case "preview":
      case "list":
      case "post":
      case "final":
      case "remind":
        this.#deliver(doc, { kind: "sending", delivery: key, until: this.now + 5 * MINUTE });
        if (this.outcome({ key, doc, at: since, act }) === "unknown") return;
        this.#deliver(doc, { kind: "sent", delivery: key, message: "1", to: "somebody" });
        break;
    }
    this.done.push({ key, at: this.now, since });
  }

  #deliver(doc: string, entry: DeliveryEntry): void {
    const [kind, , round = "", unit = ""] = doc.split("/");
    const whole = { id: entry.delivery, at: this.now, by: "bot", ...entry } as const;
    if (kind === "round") this.#rounds.set(round, evolveRound(this.round(round), whole));
    else this.#keep(evolveReport(this.report(round, unit), whole));
  }

  #keep(report: Report): void {
    const ofRound = this.#reports.get(report.round) ?? new Map<string, Report>();
    this.#reports.set(report.round, ofRound.set(report.unit, report));
  }
}
