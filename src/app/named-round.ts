import type { Round } from "../core/round.ts";
import { roundsNamed } from "../core/table/rounds-named.ts";
import { plain } from "../core/table/words.ts";
import type { House } from "./house.ts";

/** The one round that words name and nothing beside: 3, 第3期, 第三期, 5月21日, 5/21, 上期; the newest where there are none. */
export function namedRound(rounds: readonly Round[], words: string, zone: string): Round | undefined {
  const wanted = plain(words)
    .replace(/^(\d{4})[./年](\d{1,2})[./月](\d{1,2})[日号]?$/, "$1-$2-$3")
    .replace(/^(\d{1,2})[./](\d{1,2})$/, "$1月$2日");
  if (wanted === "") return rounds.at(-1);
  const named = roundsNamed(wanted, rounds, zone);
  const [only, ...more] = named?.kind === "rounds" && named.length === wanted.length ? named.rounds : [];
  return more.length === 0 ? only : undefined;
}

/** Words taken apart: the name of a round (empty where they hold none), and the rest of them. */
export type WithRound = { readonly name: string; readonly rest: string };

/** No name of a round is longer; further on nothing is looked for. */
const LONGEST = 40;

const digits = "[\\d０-９]{1,4}";
const spoken = `第\\s*(?:${digits}|[一二三四五六七八九十]{1,3})`;
const one = `(?:${spoken}|(?<![\\d０-９.:/-])${digits})`;
/** What counts rounds and nothing else, also one that there is not, several of them, one of a year: 第9期, 1-2期, 2020年第9期. */
const counted = `(?:\\d{4}年\\s?)?${one}(?:\\s?期?\\s?[-~–—至到]\\s?(?:${spoken}|${digits}))?\\s?期`;
const ref = "[a-z0-9]+\\/\\d{4}-\\d\\d-\\d\\d";
const spelt = `rounds?\\s?${digits}(?:\\s?(?:-|to)\\s?${digits})?|(?:上|本|这)一?期`;
const isoDay = "\\d{4}-\\d{1,2}-\\d{1,2}";
/** Beside other words these may be anything; in front of them they name a round. */
const inFront = `\\d{4}[./年]\\d{1,2}[./月]\\d{1,2}[日号]?|\\d{1,2}(?:月\\d{1,2}[日号]?|[./]\\d{1,2})|${digits}(?:\\s?[-~–—至到]\\s?${digits})?|上周|本周|(?:last|previous|this|all)(?: rounds?)?|全部|所有|各期|历期`;
const atHead = new RegExp(`^(?:${counted}|(?:${ref}|${spelt}|${isoDay}|${inFront})(?=[\\s,，、]|[:：](?!\\d)|$))`, "i");
const anywhere = new RegExp(`${counted}|(?<!\\S)(?:${ref}|${spelt}|${isoDay})(?!\\S)`, "i");

/** The name of a round at the head of other words, be there such a round or not: 锁定 第一期 数据已上报. */
export function roundAtHead(words: string): WithRound {
  const said = words.trim();
  const [name = ""] = atHead.exec(said.slice(0, LONGEST)) ?? [];
  return { name, rest: said.slice(name.length).replace(/^[\s,，、:：]+/, "") };
}

/** The name of a round wherever it stands among a few other words: 开放补报 福州商务 第一期 到18:00. */
export function roundAmong(house: House, words: string): WithRound {
  const said = words.trim();
  const found = anywhere.exec(said);
  const [name = ""] = found ?? [];
  // A date that no round has is a time until when.
  if (!found || (/^\d{4}-/.test(name) && !names(house, name))) return { name: "", rest: said };
  return { name, rest: `${said.slice(0, found.index)} ${said.slice(found.index + name.length)}`.trim() };
}

function names(house: House, day: string): boolean {
  return house.flows.some(({ flow }) => namedRound(house.rounds.of(flow.id), day, flow.calendar.zone) !== undefined);
}
