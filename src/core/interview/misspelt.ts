import { askedOf, questionsFor } from "../flow/flow.ts";
import { say } from "../message.ts";
import { nearest } from "../source/nearest.ts";
import { actionText, type Verb } from "./actions.ts";
import { fold, leadingName, namesOf } from "./names.ts";
import { type Outcome, screenCalled } from "./outcome.ts";
import type { Situation } from "./situation.ts";
import { askedAgain, standingPrompt } from "./standing.ts";
import { said } from "./typed.ts";
import { saysNo, saysYes } from "./yes-no.ts";

/** The prompt remembers what was asked before, and the words as they were most likely meant: `meant/review/口罩 排查3`. */
const prompts = /^meant\/([^/]*)\/(.*)$/s;

/** What a typed text comes to; where nothing does and its row is misspelt, the nearest one is offered as a press. */
export function saidOrMeant(situation: Situation, text: string): Outcome {
  const offer = offered(situation);
  if (!offer) return orMeant(situation, text, said(situation, text));
  if (saysYes(text)) return said(offer.before, offer.words);
  if (saysNo(text)) return { entries: [], lead: [], ask: askedAgain(offer.before) };
  const outcome = orMeant(offer.before, text, said(offer.before, text));
  // The question before stands again: what was offered is not taken up by a later yes.
  return outcome.ask.kind === "same" ? { ...outcome, ask: askedAgain(offer.before) } : outcome;
}

/** The press on what was offered, or on that it was not meant; undefined where nothing is offered any more. */
export function meantPressed(situation: Situation, verb: Verb): Outcome | undefined {
  const offer = offered(situation);
  if (!offer) return undefined;
  return verb === "yes" ? said(offer.before, offer.words) : { entries: [], lead: [], ask: askedAgain(offer.before) };
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
  return { entries: [], lead: [], ask: { kind: "confirm", screen: `meant/${before ?? ""}/${meant.words}`, blocks } };
}

/** Words are an answer where words are asked for, and a question of its own is answered first. */
function mayOffer(situation: Situation, prompt: string | undefined): boolean {
  if (prompt === undefined || prompt === "review") return true;
  const screen = screenCalled(situation, prompt);
  return screen?.kind === "ticks" || screen?.kind === "figures";
}

function offered(situation: Situation): { readonly before: Situation; readonly words: string } | undefined {
  const prompt = standingPrompt(situation);
  const [, screen, words] = prompts.exec(prompt?.screen ?? "") ?? [];
  if (!prompt || screen === undefined || words === undefined) return undefined;
  const { prompt: _offer, ...person } = situation.person;
  const before = screen === "" ? person : { ...person, prompt: { ...prompt, screen } };
  return { before: { ...situation, person: before }, words };
}

/** Longer than this nobody names a row and its figures. */
const LONGEST = 60;

/** The text with the row that its first word is nearest to; undefined where it begins with a name, or near none. */
function nearestRow(
  text: string,
  { flow, unit }: Situation,
): { readonly part: string; readonly name: string; readonly words: string } | undefined {
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
  return name === undefined || name.length < 2 ? undefined : { part, name, words: name + words.slice(part.length) };
}
