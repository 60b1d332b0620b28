import type { Place } from "../../flow/flow.ts";

/** Words of running text that lead over to the name of a column, and say nothing of its figure; none ends with another. */
const leading = [
  ...["其中", "另外", "此外", "还有", "以及", "同时", "并", "并且", "共", "共计", "已", "已经", "均", "都"],
  ...["全部", "发现", "完成", "责令", "督促", "开展", "进行", "依法"],
];
const between = /[\s,、]/;
/** 均已, 已全部: what is named next is said of all that was counted before it. */
const ofAll = /(?:均|都|全部|悉数)(?:已经?)?(?:完成)?$|已经?(?:均|都|全部)(?:完成)?$/;
/** 整改完毕, 整改到位: done, and no figure. */
const done = /^(?:完毕|到位|完成|了)$/;

/** A stretch of text in front of a column's name, without the words that only lead over to it. */
export function withoutLeadIn(stretch: string): string {
  // From the end and by hand: a pattern would go over the same run from each of its words.
  let end = stretch.length;
  for (let length = lastOf(stretch, end); length > 0; length = lastOf(stretch, end)) end -= length;
  return stretch.slice(0, end);
}

/** How long the leading word or the separator is that a text ends with at this place; 0 where it is neither. */
function lastOf(stretch: string, end: number): number {
  if (between.test(stretch.charAt(end - 1))) return 1;
  return leading.find((word) => stretch.endsWith(word, end))?.length ?? 0;
}

/** A column that was named, what was said of it, and all that stands behind its name up to the next. */
export type Counted = { readonly place: Place; readonly said: string; readonly stretch: string };

/** Whether a column without a figure of its own is said of all that the one before it counts: 不合格2家均已整改. */
export function isOfAll(counted: Counted, written: string, place: Place, places: readonly Place[]): boolean {
  const next = places.indexOf(place) === places.indexOf(counted.place) + 1;
  return next && (written === "" || done.test(written)) && ofAll.test(counted.stretch.trimEnd());
}
