import { askedOf } from "../flow/flow.ts";
import { say, type Text } from "../message.ts";
import { actionText } from "./actions.ts";
import { answered } from "./answering.ts";
import { findNames } from "./column-names.ts";
import { excerpt } from "./excerpt.ts";
import { figuresScreens } from "./locate.ts";
import { leadingName } from "./names.ts";
import type { Outcome } from "./outcome.ts";
import type { Piece } from "./pieces.ts";
import { asked } from "./questions/index.ts";
import type { FiguresScreen } from "./screens.ts";
import type { Situation } from "./situation.ts";
import type { Refused } from "./tried.ts";

/** Which class of a row was meant, and what is to be said to it; nothing where it is only to be asked again. */
export type Which = { readonly screens: readonly FiguresScreen[]; readonly rest: string };

/** The prompt remembers the classes and the words: `which/mask.quality,mask.price/立案 5`. */
const prefix = "which/";

/** Asks in which of several classes a column was meant: each to press, or to name. */
export function askWhich({ flow, round }: Situation, { screens, rest }: Which): Outcome {
  const choices = screens.map(({ group }) => ({
    label: { label: group.short },
    action: actionText("pick", flow, round.round, "which", group.id),
  }));
  const blocks = [
    say({
      key: rest === "" ? "fix-which-group" : "which-group-figures",
      args: { part: rest, names: namesOf(screens) },
    }),
    { kind: "choices" as const, choices },
  ];
  const screen = `${prefix}${screens.map(({ id }) => id).join(",")}/${rest}`;
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
  const [, ids, rest] = /^which\/([^/]*)\/(.*)$/s.exec(prompt ?? "") ?? [];
  if (ids === undefined || rest === undefined) return undefined;
  const all = figuresScreens(askedOf(situation.flow, situation.unit.department ?? ""));
  const screens = all.filter(({ id }) => ids.split(",").includes(id));
  return screens.length > 0 ? { screens, rest } : undefined;
}

/** The class that was named, and what had been said to it. */
export function whichSaid(situation: Situation, which: Which, text: string): Outcome | undefined {
  const groups = which.screens.map(({ group }) => group);
  const named = leadingName(text, groups);
  return named && named.rest === "" ? whichPicked(situation, which, named.thing.id) : undefined;
}

export function whichPicked(situation: Situation, { screens, rest }: Which, group: string): Outcome | undefined {
  const screen = screens.find((each) => each.group.id === group);
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
  if (!which || which.rest === "" || prompt?.startsWith(prefix)) return undefined;
  const placed = entries.some(
    (entry) =>
      entry.kind === "answered" &&
      which.screens.some(({ places }) =>
        columnsIn(which).some((id) => places.some((each) => each.column.id === id && each.id in entry.cells)),
      ),
  );
  if (placed) return undefined;
  const { rest, screens } = which;
  const told: Text = { key: "which-group-dropped", args: { part: excerpt(rest) } };
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
