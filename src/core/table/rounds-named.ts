import { localDate } from "../calendar/words.ts";
import type { Round } from "../round.ts";

/** Rounds that words begin with, and how long those words are; `missing` where they name none that there is. */
export type RoundsNamed =
  | { readonly kind: "rounds"; readonly rounds: readonly Round[]; readonly length: number }
  | { readonly kind: "missing"; readonly length: number };

const span =
  /^(?:第\s*|rounds?\s*)?(\d{1,4})(?:\s*期)?\s*(?:-|~|–|—|至|到|to)\s*(?:第\s*|round\s*)?(\d{1,4})(?![\d-])\s*期?/;
const single = /^(?:第\s*|round\s*)?(\d{1,4})(?![\d.-])\s*期?/;
/** 第一期, as it is spoken. */
const spoken = /^第\s*(?!期)([一二三四五六七八九]?十?[一二三四五六七八九]?)\s*期/;
const date = /^\d{4}-\d{1,2}-\d{1,2}(?!\d)/;
const day = /^(\d{1,2})月(\d{1,2})[日号]?/;
/** The longest first, so that 上一期 is not read as 上. */
const said: readonly (readonly [words: RegExp, which: (rounds: readonly Round[]) => readonly Round[]])[] = [
  [/^(?:全部各?期?|所有各?期?|各期|历期|all rounds|all)(?![a-z])/, (rounds) => rounds],
  [/^(?:上一?期|上周|last round|previous round|last|previous)(?![a-z])/, (rounds) => rounds.slice(-2, -1)],
  [/^(?:本期|这一?期|本周|this round|this)(?![a-z])/, (rounds) => rounds.slice(-1)],
];

/** Reads a round or a span at the beginning of (plain) words: 3, 第3期, 2020-05-21, 5月21日, 1-4, 上期, 全部. */
export function roundsNamed(text: string, rounds: readonly Round[], zone: string): RoundsNamed | undefined {
  for (const [words, which] of said) {
    const found = words.exec(text)?.[0];
    if (found !== undefined) return named(which(rounds), found);
  }
  const dated = date.exec(text)?.[0];
  if (dated !== undefined) {
    const id = dated.split("-").map((part) => part.padStart(2, "0"));
    return named(
      rounds.filter(({ round, due }) => round === id.join("-") || dueOn(due, zone, Number(id[1]), Number(id[2]))),
      dated,
    );
  }
  const onDay = day.exec(text);
  if (onDay) {
    const [month, of] = [Number(onDay[1]), Number(onDay[2])];
    const regular = `-${String(month).padStart(2, "0")}-${String(of).padStart(2, "0")}`;
    return named(
      rounds.filter(({ round, due }) => round.endsWith(regular) || dueOn(due, zone, month, of)).slice(-1),
      onDay[0],
    );
  }
  const several = span.exec(text);
  if (several) {
    const [from, to] = [Number(several[1]), Number(several[2])].sort((a, b) => a - b);
    const within = rounds.filter(({ number }) => number >= (from ?? 0) && number <= (to ?? 0));
    // A span that reaches beyond what there is would be quietly less than was asked.
    const whole = within.length === (to ?? 0) - (from ?? 0) + 1;
    return named(whole ? within : [], several[0]);
  }
  const inWords = spoken.exec(text);
  const one = inWords ?? single.exec(text);
  if (!one) return undefined;
  const wanted = inWords ? spokenNumber(inWords[1] ?? "") : Number(one[1]);
  return named(
    rounds.filter(({ number }) => number === wanted),
    one[0],
  );
}

/** 三 is 3, 十二 is 12, 二十一 is 21; nothing is 0, which no round is. */
function spokenNumber(words: string): number {
  const digit = (word: string) => "一二三四五六七八九".indexOf(word) + 1;
  const [tens = "", ones = ""] = words.split("十");
  if (!words.includes("十")) return digit(words);
  return (tens === "" ? 1 : digit(tens)) * 10 + (ones === "" ? 0 : digit(ones));
}

function named(rounds: readonly Round[], words: string): RoundsNamed {
  const { length } = words;
  return rounds.length > 0 ? { kind: "rounds", rounds, length } : { kind: "missing", length };
}

function dueOn(due: number, zone: string, month: number, day: number): boolean {
  const on = localDate(due, zone);
  return on.month === month && on.day === day;
}
