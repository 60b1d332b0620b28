import type { Cells } from "../../src/core/cells.ts";
import { askedOf, type Flow, questionsFor } from "../../src/core/flow/flow.ts";
import type { Told } from "../../src/core/report.ts";
import { nameIn } from "../../src/core/roster.ts";
import { emptyRound, type Round } from "../../src/core/round.ts";
import { tabulate } from "../../src/core/table/tabulate.ts";
import type { Return, UnitPart, UnitRound } from "../../src/exports/export.ts";
import { exampleRoster } from "../world.ts";
import { unitPart } from "./fixture.ts";

/** How much of a kind of supply there is to see: masks are everywhere, sensors hardly anywhere. */
const busy: Readonly<Record<string, number>> = { mask: 40, protective_clothing: 9, thermometer: 6, meltblown: 5 };

const WEEK = 7 * 24 * 3_600_000;

/** Numbers below a bound, the same on every run. */
export function chance(seed: number): (below: number) => number {
  let state = seed + 1;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

/** A round of the campaign as the example roster might report it: some late, some silent, some with nothing new. */
export function campaignReturn(flow: Flow, seed: number, language = "zh-CN", more: Partial<Return> = {}): Return {
  const next = chance(seed);
  const roster = exampleRoster();
  const units = roster.units
    .filter(({ reports, department = "" }) => reports && flow.asks[department])
    .map((unit): UnitPart => {
      const department = unit.department ?? "";
      const luck = next(20);
      const standing = luck === 0 ? "missing" : luck === 1 ? "draft" : luck === 2 ? "late" : "on-time";
      const zero = next(8) === 0;
      const cells = standing === "missing" ? {} : figuresOf(flow, department, zero, next);
      const earlier = Object.fromEntries(
        Object.entries(cells).map(([id, value]) => [id, Number(value) * (1 + next(3))]),
      );
      return {
        ...unitPart(unit.id, cells, { standing, cumulative: () => earlier }),
        name: nameIn(unit.name, language),
        department,
        zero,
        told: standing === "missing" ? {} : toldOf(flow, department, zero, next),
        ...(standing === "on-time" || standing === "late"
          ? { submittedAt: Date.UTC(2020, 4, 21, next(9), next(60)), submittedBy: "陈晓", number: `FY-1-${unit.id}` }
          : {}),
      };
    });
  const covers = { from: Date.UTC(2020, 4, 10, 16), to: Date.UTC(2020, 4, 20, 16) };
  return {
    flow,
    round: { ...emptyRound(flow.id, "2020-05-21"), number: 1, covers, due: Date.UTC(2020, 4, 21, 9) },
    language,
    head: { unit: "福建省市场监督管理局", reporter: "林静", phone: "0591-87654321" },
    asOf: "2020-05-20",
    tables: tabulate(flow, units),
    units,
    ...more,
  };
}

function figuresOf(flow: Flow, department: string, zero: boolean, next: (below: number) => number): Cells {
  return Object.fromEntries(
    askedOf(flow, department).map(({ id, row, column }) => {
      const much = busy[row.id] ?? 2;
      if (zero || next(3) > 0) return [id, 0];
      if (column.kind === "amount") return [id, next(much * 2_000) / 10_000];
      if (/^(failed|rectified|to_police)/.test(column.id)) return [id, next(Math.ceil(much / 6))];
      return [id, 1 + next(column.id === "officers" ? much * 6 : much)];
    }),
  );
}

const cases = [
  "5月18日，鼓楼区局查获某医疗器械公司无证经营口罩12.4万只，货值38.6万元，已立案并移送公安机关。",
  "开展“护农”联合检查，出动执法人员86人次，检查药店214家，责令整改9家，督促明码标价。",
  "某电商公司哄抬熔喷布价格，进销差价率达320%，罚款15万元，案件已办结。",
];

function toldOf(flow: Flow, department: string, zero: boolean, next: (below: number) => number) {
  return Object.fromEntries(
    questionsFor(flow, department).flatMap((question, index): [string, Told][] => {
      if (question.type !== "text") return [];
      if (zero && question.required) return [[question.id, { kind: "text", text: "本期无新增" }]];
      if (!question.required && next(4) > 0) return [[question.id, { kind: "skipped" }]];
      return [[question.id, { kind: "text", text: cases[(index + next(3)) % cases.length] ?? "" }]];
    }),
  );
}

/** The end of the campaign: six weekly rounds of the same roster as one span, with what each unit did in each of them. */
export function campaignEnd(flow: Flow, language = "zh-CN"): Return {
  const weeks = [1, 2, 3, 4, 5, 6].map((seed) => campaignReturn(flow, seed, language));
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (!first || !last) throw new Error("there are six rounds");
  const rounds = weeks.map(({ round }, index): Round => {
    const from = index === 0 ? round.covers.from : round.covers.to + (index - 1) * WEEK;
    return {
      ...round,
      round: new Date(round.due + index * WEEK).toISOString().slice(0, 10),
      number: index + 1,
      due: round.due + index * WEEK,
      covers: { from, to: round.covers.to + index * WEEK },
    };
  });
  const units = last.units.map((unit, at) => ({
    ...unit,
    byRound: weeks.map(({ units: then }, index): UnitRound => {
      const { standing = "missing", told = {} } = then[at] ?? {};
      return { number: index + 1, standing, told: standing === "on-time" || standing === "late" ? told : {} };
    }),
  }));
  const end = rounds.at(-1) ?? last.round;
  const covers = { from: first.round.covers.from, to: end.covers.to };
  return {
    ...last,
    round: { ...end, covers },
    rounds,
    units,
    tables: tabulate(flow, units),
    asOf: "2020-06-24",
    final: {
      title: flow.final_title?.[language] ?? "",
      ledgers: ["问题台账：共3件，已结2件，在办1件", "重大事项：共1件，已结1件"],
    },
  };
}
