import { askedOf } from "../../flow/flow.ts";
import { say, type Text } from "../../message.ts";
import { actionText } from "../actions.ts";
import { answered } from "../answering.ts";
import { type Outcome, screenCalled } from "../outcome.ts";
import { asked } from "../questions/index.ts";
import { findNames } from "../reading/column-names.ts";
import { figuresScreens, placesNamed } from "../reading/locate.ts";
import { fold, leadingName } from "../reading/names.ts";
import { bareFigures, pairFor, type Share } from "../reading/pair.ts";
import type { FiguresScreen } from "../screens.ts";
import { screenName } from "../sending/review.ts";
import type { Situation } from "../situation.ts";

/** Which class of a row was meant, and what is to be said to it; nothing where it is only to be asked again. */
export type Which = {
  readonly screens: readonly FiguresScreen[];
  readonly rest: string;
  /** The screens are not of one row: they are told apart by row and class. */
  readonly where?: true;
  /** What was asked when the words were said, by id. */
  readonly before?: string;
};

/**
 * The prompt remembers the classes, what was asked before and the words: `which/mask.quality,mask.price;mask.sampling/立案 5`;
 * `where/…` of several rows.
 */
const prompts = /^(which|where)\/([^/;]*)(?:;([^/]*))?\/(.*)$/s;

/** As many places are offered to press; the others can be named. */
const OFFERED = 8;

/** Asks in which of several classes a column was meant, or at which place: each to press, or to name. */
export function askWhich(situation: Situation, which: Which): Outcome {
  const { screens, rest, where } = which;
  const { flow, round } = situation;
  const pair = pairIn(situation, which);
  const single = pair ? screens.filter(({ places }) => places.length === bareFigures(rest).length) : screens;
  const pick = (value: string) => actionText("pick", flow, round.round, "which", value);
  const choices = [
    ...(pair ? [{ label: namesOf(pair, "list-and"), action: pick(together) }] : []),
    ...single.slice(0, where ? OFFERED : undefined).map((screen) => ({
      label: where ? screenName(screen) : { label: screen.group.short },
      action: pick(where ? screen.id : screen.group.id),
    })),
  ];
  const back = { label: { key: "which-place-none" }, action: "cmd:review" };
  const none = { label: { key: rest === "" ? "which-leave" : "which-none" }, action: pick(nowhere) };
  const question: Text = where
    ? { key: rest === "" ? "which-place-first" : "which-place", args: { part: rest, example: screenName(screens[0]) } }
    : {
        key: rest === "" ? "fix-which-group" : keyFor(pair, single),
        args: {
          part: rest,
          row: { label: screens[0]?.row.short ?? {} },
          names: namesOf(single.map((screen) => ({ screen }))),
          pair: sharesOf(pair ?? []),
        },
      };
  const blocks = [say(question), { kind: "choices" as const, choices: [...choices, where ? back : none] }];
  const before = which.before ?? askedBefore(situation);
  const ids = screens.map(({ id }) => id).join(",");
  const screen = `${where ? "where" : "which"}/${ids}${before === undefined ? "" : `;${before}`}/${rest}`;
  return { entries: [], lead: [], ask: { kind: "confirm", screen, blocks } };
}

/** The press for two screens of a row together, and the one for none of them. */
const together = "+";
const nowhere = "-";

/** The screen or review that stands as the words are said, or stood before an earlier question of their class. */
function askedBefore(situation: Situation): string | undefined {
  const screen = situation.person.prompt?.screen;
  const which = whichAsked(situation, screen);
  const before = which ? which.before : screen;
  return before?.includes("/") ? undefined : before;
}

/** The two screens of a row that bare figures may belong to. */
function pairIn(situation: Situation, { screens, rest, where }: Which): readonly Share[] | undefined {
  const [first] = screens;
  if (!first || where) return undefined;
  const asked = askedOf(situation.flow, situation.unit.department ?? "");
  const pair = pairFor(
    rest,
    figuresScreens(asked).filter(({ row }) => row === first.row),
    situation,
  );
  return pair?.every(({ screen }) => screens.some(({ id }) => id === screen.id)) ? pair : undefined;
}

function keyFor(pair: readonly Share[] | undefined, single: readonly FiguresScreen[]): string {
  if (!pair) return "which-group-figures";
  return single.length > 0 ? "which-group-or-pair" : "which-pair";
}

/** 生产企业排查 12 2 1 和 监督抽查 8 10 1 */
function sharesOf(pair: readonly Share[]): Text {
  return {
    join: pair.map(({ screen, words }): Text => ({ join: [{ label: screen.group.short }, words] })),
    by: { key: "list-and" },
  };
}

/** Both halves, or neither: what was written in one go is kept in one go. */
function pairPicked(situation: Situation, pair: readonly Share[], rest: string): Outcome | undefined {
  const [first] = pair;
  if (!first) return undefined;
  const answers = pair.map(({ screen, words }) => asked(screen, situation).said(words));
  const refused = answers.find(({ kind }) => kind === "refused");
  if (refused)
    return {
      ...answered(first.screen, refused),
      refused: [{ words: rest, places: pair.flatMap(({ screen }) => screen.places) }],
    };
  const kept = answers.flatMap((answer) => (answer.kind === "kept" ? [answer] : []));
  return answered(first.screen, {
    kind: "kept",
    entries: kept.flatMap(({ entries }) => entries),
    echo: kept.flatMap(({ echo }) => echo),
  });
}

/** What a prompt asked, where it asked for a class. */
export function whichAsked(situation: Situation, prompt: string | undefined): Which | undefined {
  const [, kind, ids, before, rest] = prompts.exec(prompt ?? "") ?? [];
  if (ids === undefined || rest === undefined) return undefined;
  const all = figuresScreens(askedOf(situation.flow, situation.unit.department ?? ""));
  const screens = all.filter(({ id }) => ids.split(",").includes(id));
  const from = before === undefined ? {} : { before };
  return screens.length > 0 ? { screens, rest, ...from, ...(kind === "where" ? { where: true } : {}) } : undefined;
}

/** The class that was named, and what had been said to it. */
export function whichSaid(situation: Situation, which: Which, text: string): Outcome | undefined {
  if (which.where) {
    const all = askedOf(situation.flow, situation.unit.department ?? "");
    const named = figuresScreens(placesNamed(text, all)).map(({ id }) => id);
    const [only, another] = which.screens.filter(({ id }) => named.includes(id));
    return only && !another ? whichPicked(situation, which, only.id) : undefined;
  }
  const other = ofNamedRow(situation, which, text);
  if (other) return other;
  const groups = which.screens.map(({ group }) => group);
  const named = leadingName(text, groups);
  const pair = pairIn(situation, which);
  const second = named && leadingName(named.rest.replace(/^(?:和|与|及|and|&) */, ""), groups);
  const both = pair?.every(({ screen }) => screen.group === named?.thing || screen.group === second?.thing);
  if (pair && both && second?.rest === "") return pairPicked(situation, pair, which.rest);
  return named && named.rest === "" ? whichPicked(situation, which, named.thing.id) : undefined;
}

/** 口罩, or 口罩 质量违法: the words are of another row than was being asked. */
function ofNamedRow(situation: Situation, which: Which, text: string): Outcome | undefined {
  const all = askedOf(situation.flow, situation.unit.department ?? "");
  const groups = which.screens.map(({ group }) => group);
  const screens = figuresScreens(placesNamed(text, all)).filter(({ group }) => groups.includes(group));
  const [only, another] = screens;
  if (!only || screens.some(({ row }) => row !== only.row) || !leadingName(fold(text), [only.row])) return undefined;
  const of = { ...which, screens };
  return another ? askWhich(situation, of) : whichPicked(situation, of, only.group.id);
}

/** Nobody chose a class, and nobody is to: what was asked before is asked again, and the words are said to be gone. */
export function whichLeft(situation: Situation, { before }: Which): Outcome {
  const screen = screenCalled(situation, before);
  const ask: Outcome["ask"] =
    before === "review" ? { kind: "review" } : screen ? { kind: "screen", id: screen.id } : { kind: "next" };
  return { entries: [], lead: [], ask, givenUp: true };
}

/** What comes of the class that was chosen for waiting words; undefined where it was not among those asked for. */
export function whichPicked(situation: Situation, which: Which, picked: string): Outcome | undefined {
  const { screens, rest, where } = which;
  if (picked === nowhere) return whichLeft(situation, which);
  const pair = picked === together ? pairIn(situation, which) : undefined;
  if (pair) return pairPicked(situation, pair, rest);
  const screen = screens.find((each) => picked === (where ? each.id : each.group.id));
  if (!screen) return undefined;
  if (rest === "") return { entries: [], lead: [], ask: { kind: "screen", id: screen.id } };
  const outcome = answered(screen, asked(screen, situation).said(rest));
  return outcome.refused ? { ...outcome, refused: [{ words: rest, places: screen.places }] } : outcome;
}

/** The columns that waiting words speak of; all of the class where they are bare figures. */
export function columnsIn({ screens, rest }: Which): readonly string[] {
  const ids = (found: readonly { readonly column: { readonly id: string } }[]) => [
    ...new Set(found.map(({ column }) => column.id)),
  ];
  return ids(
    screens.flatMap(({ places }) => {
      const named = findNames(rest, places).map(({ place }) => place);
      // A name may be cut short in one class and whole in another.
      return named.length > 0 ? named : places;
    }),
  );
}

function namesOf(shares: readonly Pick<Share, "screen">[], by = "list-comma"): Text {
  return { join: shares.map(({ screen }) => ({ label: screen.group.short })), by: { key: by } };
}
