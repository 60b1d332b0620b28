import { askedOf } from "../flow/flow.ts";
import { say, type Text } from "../message.ts";
import { actionText } from "./actions.ts";
import { answered } from "./answering.ts";
import { findNames } from "./column-names.ts";
import { excerpt } from "./excerpt.ts";
import { figuresScreens, placesNamed } from "./locate.ts";
import { leadingName } from "./names.ts";
import type { Outcome } from "./outcome.ts";
import type { Piece } from "./pieces.ts";
import { asked } from "./questions/index.ts";
import { screenName } from "./review.ts";
import type { FiguresScreen } from "./screens.ts";
import type { Situation } from "./situation.ts";
import type { Refused } from "./tried.ts";

/** Which class of a row was meant, and what is to be said to it; nothing where it is only to be asked again. */
export type Which = {
  readonly screens: readonly FiguresScreen[];
  readonly rest: string;
  /** The screens are not of one row: they are told apart by row and class. */
  readonly where?: true;
};

/** The prompt remembers the classes and the words: `which/mask.quality,mask.price/立案 5`; `where/…` of several rows. */
const prompts = /^(which|where)\/([^/]*)\/(.*)$/s;

/** As many places are offered to press; the others can be named. */
const OFFERED = 8;

/** Asks in which of several classes a column was meant, or at which place: each to press, or to name. */
export function askWhich({ flow, round }: Situation, { screens, rest, where }: Which): Outcome {
  const choices = screens.slice(0, where ? OFFERED : undefined).map((screen) => ({
    label: where ? screenName(screen) : { label: screen.group.short },
    action: actionText("pick", flow, round.round, "which", where ? screen.id : screen.group.id),
  }));
  const back = { label: { key: "which-place-none" }, action: "cmd:review" };
  const question: Text = where
    ? { key: "which-place", args: { part: rest, example: screenName(screens[0]) } }
    : {
        key: rest === "" ? "fix-which-group" : "which-group-figures",
        args: { part: rest, names: namesOf(screens) },
      };
  const blocks = [say(question), { kind: "choices" as const, choices: where ? [...choices, back] : choices }];
  const screen = `${where ? "where" : "which"}/${screens.map(({ id }) => id).join(",")}/${rest}`;
  return { entries: [], lead: [], ask: { kind: "confirm", screen, blocks } };
}

/**
 * The figures of a message that wait for one class together, and all else that it says. Those of another row, or of other
 * classes, cannot be asked about at once: they stay among the rest.
 */
export function waitingIn(pieces: readonly Piece[]): { readonly which?: Which; readonly placed: readonly Piece[] } {
  let which: Which | undefined;
  const placed: Piece[] = [];
  for (const piece of pieces) {
    const together: Which | undefined = piece.kind === "several" ? (which ? joined(which, piece) : piece) : undefined;
    if (together) which = together;
    else placed.push(piece);
  }
  return which ? { which, placed } : { placed };
}

/** Two figures of one row that stand in the same classes, as one answer to each; undefined where they do not. */
function joined(one: Which, other: Which): Which | undefined {
  const screens = one.screens.filter(({ id }) => other.screens.some((each) => each.id === id));
  const again = columnsIn(one).some((id) => columnsIn(other).includes(id));
  return screens.length > 1 && !again ? { screens, rest: `${one.rest} ${other.rest}` } : undefined;
}

/** What a prompt asked, where it asked for a class. */
export function whichAsked(situation: Situation, prompt: string | undefined): Which | undefined {
  const [, kind, ids, rest] = prompts.exec(prompt ?? "") ?? [];
  if (ids === undefined || rest === undefined) return undefined;
  const all = figuresScreens(askedOf(situation.flow, situation.unit.department ?? ""));
  const screens = all.filter(({ id }) => ids.split(",").includes(id));
  return screens.length > 0 ? { screens, rest, ...(kind === "where" ? { where: true } : {}) } : undefined;
}

/** The class that was named, and what had been said to it. */
export function whichSaid(situation: Situation, which: Which, text: string): Outcome | undefined {
  if (which.where) {
    const all = askedOf(situation.flow, situation.unit.department ?? "");
    const named = figuresScreens(placesNamed(text, all)).map(({ id }) => id);
    const [only, another] = which.screens.filter(({ id }) => named.includes(id));
    return only && !another ? whichPicked(situation, which, only.id) : undefined;
  }
  const groups = which.screens.map(({ group }) => group);
  const named = leadingName(text, groups);
  return named && named.rest === "" ? whichPicked(situation, which, named.thing.id) : undefined;
}

export function whichPicked(
  situation: Situation,
  { screens, rest, where }: Which,
  picked: string,
): Outcome | undefined {
  const screen = screens.find((each) => picked === (where ? each.id : each.group.id));
  if (!screen) return undefined;
  if (rest === "") return { entries: [], lead: [], ask: { kind: "screen", id: screen.id } };
  const outcome = answered(screen, asked(screen, situation).said(rest));
  return outcome.refused ? { ...outcome, refused: [{ words: rest, places: screen.places }] } : outcome;
}

/** Words for which nobody chose a class before something else was asked: gone, and said to be. */
export function unplaced(
  situation: Situation,
  entries: Outcome["entries"],
  prompt: string | undefined,
): (Refused & { readonly told: Text }) | undefined {
  const before = situation.person.prompt?.screen;
  const which = whichAsked(situation, before);
  if (!which || which.rest === "" || prompts.test(prompt ?? "")) return undefined;
  const placed = entries.some(
    (entry) =>
      entry.kind === "answered" &&
      which.screens.some(({ places }) =>
        columnsIn(which).some((id) => places.some((each) => each.column.id === id && each.id in entry.cells)),
      ),
  );
  if (placed) return undefined;
  const { rest, screens } = which;
  const told: Text = {
    key: which.where ? "which-place-dropped" : "which-group-dropped",
    args: { part: excerpt(rest) },
  };
  return { told, words: rest, places: screens.flatMap(({ places }) => places) };
}

/** The columns that waiting words speak of; all of the class where they are bare figures. */
export function columnsIn({ screens, rest }: Which): readonly string[] {
  const ids = (found: readonly { readonly column: { readonly id: string } }[]) => [
    ...new Set(found.map(({ column }) => column.id)),
  ];
  const places = screens.flatMap((screen) => screen.places);
  const named = screens.flatMap((screen) => findNames(rest, screen.places)).map(({ place }) => place);
  return ids(named.length > 0 ? named : places);
}

function namesOf(screens: readonly FiguresScreen[]): Text {
  return { join: screens.map(({ group }) => ({ label: group.short })), by: { key: "list-comma" } };
}
