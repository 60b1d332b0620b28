import { askedOf, questionsFor } from "../../flow/flow.ts";
import { say, type Text } from "../../message.ts";
import { nearest } from "../../source/nearest.ts";
import { actionText, type Verb } from "../actions.ts";
import { type Outcome, screenCalled } from "../outcome.ts";
import { excerpt } from "../reading/excerpt.ts";
import { fold, leadingName, namesOf } from "../reading/names.ts";
import { triedIn } from "../refused/tried.ts";
import { saysNo, saysYes } from "../said/yes-no.ts";
import type { Situation } from "../situation.ts";
import { askedAgain, standingPrompt } from "../standing.ts";
import { said } from "../typed.ts";

/** The prompt remembers what was asked before, and the words as written: `meant/review/口照 排查3`. */
const prompts = /^meant\/([^/]*)\/(.*)$/s;

type Offer = {
  /** The situation as it was before the offer. */
  readonly before: Situation;
  readonly written: string;
  readonly meant: Meant | undefined;
};

/** What a typed text comes to; where nothing does and its row is misspelt, the nearest one is offered as a press. */
export function saidOrMeant(situation: Situation, text: string): Outcome {
  const offer = offered(situation);
  if (!offer) return orMeant(situation, text, said(situation, text));
  if (saysYes(text)) return taken(offer);
  if (saysNo(text)) return { entries: [], lead: [], ask: askedAgain(offer.before) };
  const outcome = orMeant(offer.before, text, said(offer.before, text));
  const anew = outcome.entries.some(
    (entry) =>
      entry.kind === "answered" && Object.keys(entry.cells).some((id) => id.startsWith(`${offer.meant?.row}.`)),
  );
  const after = anew ? { ...outcome, ...settling(offer, outcome) } : outcome;
  // The question before stands again: what was offered is not taken up by a later yes.
  return after.ask.kind === "same" ? { ...after, ask: askedAgain(offer.before) } : after;
}

/** The press on what was offered, or on that it was not meant; undefined where nothing is offered any more. */
export function meantPressed(situation: Situation, verb: Verb): Outcome | undefined {
  const offer = offered(situation);
  if (!offer) return undefined;
  return verb === "yes" ? taken(offer) : { entries: [], lead: [], ask: askedAgain(offer.before) };
}

function taken(offer: Offer): Outcome {
  const words = offer.meant?.words ?? offer.written;
  const outcome = said(offer.before, words);
  const refused = (outcome.refused ?? []).map((each) => ({ words, ...each }));
  return { ...outcome, refused, ...settling(offer, outcome) };
}

/** The figures of the misspelt row are given now, or refused in other words. */
function settling(offer: Offer, { toldTried = [] }: Outcome): Pick<Outcome, "toldTried"> {
  return { toldTried: toldTried === true ? true : [...toldTried, ...linesOf(offer)] };
}

/** The lines that remember what was written. */
function linesOf({ before, written }: Offer): readonly string[] {
  return triedIn(before, before.report.cells).flatMap(({ key, words }) => (words === excerpt(written) ? [key] : []));
}

/** What is said of figures whose row was offered, where the offer is left and nothing else has been said of them. */
export function untaken(
  situation: Situation,
  { toldTried = [] }: Outcome,
  prompt: string | undefined,
): readonly Text[] {
  const offer = offered(situation);
  if (!offer || prompt === standingPrompt(situation)?.screen || !/\d/.test(offer.written)) return [];
  const part = excerpt(offer.written);
  return toldTried === true || linesOf(offer).some((key) => toldTried.includes(key))
    ? []
    : [{ key: "meant-dropped", args: { part } }];
}

/** An outcome as it is; of one that came to nothing, the question whether another row was meant. */
export function orMeant(situation: Situation, text: string, outcome: Outcome): Outcome {
  const before = standingPrompt(situation)?.screen;
  if (outcome.entries.length > 0 || outcome.ask.kind === "confirm" || !mayOffer(situation, before)) return outcome;
  const meant = nearestRow(text.trim(), situation);
  if (!meant) return outcome;
  const { entries, ask } = said(situation, meant.words);
  if (entries.length === 0 && ask.kind !== "confirm") return outcome;
  const { flow, round } = situation;
  const button = (verb: Verb) => actionText(verb, flow, round.round, "meant");
  const blocks = [
    say({ key: "meant-row", args: { part: meant.part, name: meant.name } }),
    {
      kind: "choices" as const,
      choices: [
        { label: meant.words, action: button("yes") },
        { label: { key: "meant-row-no" }, action: button("no") },
      ],
    },
  ];
  const written = text.trim();
  // Nobody can tell where they belong until the offer is taken up.
  const refused = /\d/.test(written) ? [{ words: written }] : [];
  return {
    entries: [],
    lead: [],
    ask: { kind: "confirm", screen: `meant/${before ?? ""}/${written}`, blocks },
    refused,
  };
}

/** Words are an answer where words are asked for, and a question of its own is answered first. */
function mayOffer(situation: Situation, prompt: string | undefined): boolean {
  if (prompt === undefined || prompt === "review") return true;
  const screen = screenCalled(situation, prompt);
  return screen?.kind === "ticks" || screen?.kind === "figures";
}

function offered(situation: Situation): Offer | undefined {
  const prompt = standingPrompt(situation);
  const [, screen, written] = prompts.exec(prompt?.screen ?? "") ?? [];
  if (!prompt || screen === undefined || !written) return undefined;
  const { prompt: _offer, ...person } = situation.person;
  const before = screen === "" ? person : { ...person, prompt: { ...prompt, screen } };
  // Older prompts remember the words as they were meant.
  return { before: { ...situation, person: before }, written, meant: nearestRow(written, situation) };
}

/** The misspelt part, the name that is nearest to it and whose, and the text with that in its place. */
type Meant = { readonly part: string; readonly name: string; readonly row: string; readonly words: string };

/** Longer than this nobody names a row and its figures. */
const LONGEST = 60;

/** The text with the row that its first word is nearest to; undefined where it begins with a name, or near none. */
function nearestRow(text: string, { flow, unit }: Situation): Meant | undefined {
  if (/[\n\t]/.test(text) || text.length > LONGEST) return undefined;
  const department = unit.department ?? "";
  const places = askedOf(flow, department);
  const rows = [...new Set(places.map(({ row }) => row))];
  const others = [...new Set(places.flatMap(({ group, column }) => [group, column]))];
  const questions = questionsFor(flow, department).flatMap((each) => (each.type === "table" ? [] : [each]));
  const words = fold(text);
  if (leadingName(words, [...rows, ...others, ...questions])) return undefined;
  const [word = ""] = /^(?:(?![和与及])\p{L})+/u.exec(words) ?? [];
  const ends = others.flatMap(namesOf).map((name) => word.indexOf(name));
  const part = word.slice(0, Math.min(word.length, ...ends.filter((at) => at > 0)));
  // 无了 and 没有 are no 无纺.
  if (part.length < 2 || (part.length === 2 && /^[无没不]/.test(part))) return undefined;
  const name = nearest(part, rows.flatMap(namesOf));
  const row = rows.find((each) => name !== undefined && namesOf(each).includes(name));
  if (name === undefined || name.length < 2 || !row) return undefined;
  return { part, name, row: row.id, words: name + words.slice(part.length) };
}
