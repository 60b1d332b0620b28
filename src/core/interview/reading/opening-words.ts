import { localDate } from "../../calendar/words.ts";
import type { Situation } from "../situation.ts";
import { fold } from "./names.ts";

/** Courtesies that hold a word of denial. */
const courtesies = /不好意思|没问题|没关系|非常感谢|\bno problem\b/g;
const mention = /@[^\s,:;]+/g;

/** Offices of a unit, people by their family name or title, and what only says when. */
const people =
  /[小老]\p{Script=Han}{1,2}(?=$|[\s,:;、。])|\p{Script=Han}{0,3}(?:局长|处长|科长|主任|队长|书记|老师|姐|哥)/gu;
const offices = /(?:(?![省市县区])[\p{Script=Han}\d]){1,6}(?:科室?|股|室|大队|支队|中队|专班)(?=$|[\s,:;、。报的在])/gu;
const times =
  /(?:周|星期|礼拜)[一二三四五六日天]|\d{1,2}[点时:]\d{0,2}分?|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/g;

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const dates = [
  /(?:\d{4}年)?(?<month>\d{1,2})月(?<day>\d{1,2})[日号]?/g,
  /\d{4}([-/.])(?<month>\d{1,2})\1(?<day>\d{1,2})/g,
  /(?<![\d/])(?<month>\d{1,2})\/(?<day>\d{1,2})(?![\d/])/g,
  /\b(?<day>\d{1,2})(?:st|nd|rd|th)? (?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/g,
  /\b(?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* (?<day>\d{1,2})(?:st|nd|rd|th)?\b/g,
];

/** Words in front of a place without what cannot change what its figures mean, whatever it is called: names, courtesies. */
export function withoutAddress(said: string, { member }: Situation): string {
  const names = typeof member.name === "string" ? [member.name] : Object.values(member.name);
  const own = names.map(fold).filter((name) => name.length > 1);
  const rest = own.reduce((words, name) => words.replaceAll(name, " "), said);
  return rest.replace(courtesies, " ").replace(mention, " ");
}

/** Words without offices, people and times of day. */
export function withoutCircumstance(said: string): string {
  return said.replace(times, " ").replace(offices, " ").replace(people, " ");
}

/** Words without the dates that this round covers, and the first date that it does not. */
export function datesIn(said: string, situation: Situation): { readonly rest: string; readonly other?: string } {
  let rest = said;
  let other: string | undefined;
  for (const pattern of dates)
    rest = rest.replace(pattern, (date: string, ...found: unknown[]) => {
      if (!isCovered(found.at(-1), situation)) other ??= date;
      return " ";
    });
  return other === undefined ? { rest } : { rest, other };
}

/** Whether a day lies from the first that is covered up to the deadline, or to today where that is past. */
function isCovered(found: unknown, { round, since, now, flow }: Situation): boolean {
  const { month, day, name } = groupsOf(found);
  const at = (month === undefined ? months.indexOf(name ?? "") + 1 : Number(month)) * 100 + Number(day);
  const dayOf = (instant: number) => {
    const date = localDate(instant, flow.calendar.zone);
    return date.month * 100 + date.day;
  };
  const [from, to] = [dayOf(since ?? round.covers.from), dayOf(Math.max(now, round.due))];
  return from <= to ? from <= at && at <= to : at >= from || at <= to;
}

function groupsOf(found: unknown): { readonly month?: string; readonly day?: string; readonly name?: string } {
  return typeof found === "object" && found !== null ? found : {};
}
