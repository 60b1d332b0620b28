import type { Round } from "../core/round.ts";
import { roundsNamed } from "../core/table/rounds-named.ts";
import { plain } from "../core/table/words.ts";
import type { House } from "./house.ts";
import { readRoundRef } from "./round-ref.ts";

/** The one round that words name and nothing beside: 3, 第3期, 第三期, 5月21日, 上期; the newest where there are none. */
export function namedRound(rounds: readonly Round[], words: string, zone: string): Round | undefined {
  const wanted = plain(words);
  if (wanted === "") return rounds.at(-1);
  const named = roundsNamed(wanted, rounds, zone);
  const [only, ...more] = named?.kind === "rounds" && named.length === wanted.length ? named.rounds : [];
  return more.length === 0 ? only : undefined;
}

/** Words taken apart: the name of a round (empty where they hold none), and the rest of them. */
export type WithRound = { readonly name: string; readonly rest: string };

/** Nothing but the name of a round, also of one that there is not; a figure, a day may stand in words for anything. */
const surely =
  "[a-z0-9]+\\/[\\w-]+|第\\s*[\\d０-９一二三四五六七八九十]{1,4}\\s*期|round\\s*\\d{1,4}|\\d{4}-\\d{1,2}-\\d{1,2}|(?:上|本|这)一?期";
const anywhere = new RegExp(`(?:^|\\s)(${surely})(?=\\s|$)`, "i");
const atHead = new RegExp(`^(${surely})(?=[\\s,，、:：]|$)|^(第\\s*[\\d０-９一二三四五六七八九十]{1,4}\\s*期)`, "i");

/** The name of a round at the head of other words: 锁定 第一期 数据已上报. */
export function roundAtHead(house: House, words: string): WithRound {
  const said = words.trim();
  const [sure] = atHead.exec(said) ?? [];
  const [first = ""] = sure === undefined ? said.split(/\s+/) : [sure];
  if (sure === undefined && !names(house, first)) return { name: "", rest: said };
  return { name: first, rest: said.slice(first.length).replace(/^[\s,，、:：]+/, "") };
}

/** The name of a round wherever it stands among other words: 开放补报 福州商务 第一期 到18:00. */
export function roundAmong(house: House, words: string): WithRound {
  const said = words.trim();
  const found = anywhere.exec(said);
  const [whole = "", name = ""] = found ?? [];
  // A date that no round has is a time until when.
  if (!found || (/^\d{4}-/.test(name) && !names(house, name))) return { name: "", rest: said };
  return { name, rest: `${said.slice(0, found.index)} ${said.slice(found.index + whole.length)}`.trim() };
}

function names(house: House, word: string): boolean {
  if (word === "") return false;
  if (readRoundRef(word)) return true;
  return house.flows.some(({ flow }) => namedRound(house.rounds.of(flow.id), word, flow.calendar.zone) !== undefined);
}
