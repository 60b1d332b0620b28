import type { Place } from "../../flow/flow.ts";
import { workedOut } from "../../worked-out.ts";
import { escaped, fold, namesOf } from "./names.ts";

/** A name that a figure may stand in the middle of, or in front of its halves turned round: 抽查10批次, 10批次抽查. */
type Split = { readonly name: string; readonly pattern: RegExp; readonly turned: RegExp };

const figure = "(\\d[\\d.]*|[零〇一二两三四五六七八九十百千万]+)";

/** A figure behind the unit: then they are one class in its order, or nobody's to part. */
const another = "[\\s,;、/|]*[\\d零〇一二两三四五六七八九十百千万]";

const anyFigure = /[\d零〇一二两三四五六七八九十百千万]/;

/** The names of a form are the same with every message. */
const known = new WeakMap<readonly Place[], readonly Split[]>();

/**
 * A folded text with each name that its figure parts put together in front of it: 抽查10批次 as 抽查批次 10. Two figures
 * stay two: what stands behind the unit is never moved up to the figure, and 抽查 8家 10 1 gives a class in its order.
 */
export function joinNames(text: string, places: readonly Place[]): string {
  if (!anyFigure.test(text)) return text;
  return workedOut(known, places, splitsIn)
    .reduce((said, { name, pattern }) => said.replace(pattern, `${name} $1 `), text)
    .trimEnd();
}

/** A folded text with each name whose halves are turned round behind its figure put right: 1批次不合格 as 1批次不合格批次. */
export function turnNames(text: string, places: readonly Place[]): string {
  return workedOut(known, places, splitsIn).reduce(
    (said, { name, turned }) => said.replace(turned, `$<counted>${name}`),
    text,
  );
}

function splitsIn(places: readonly Place[]): readonly Split[] {
  const columns = [...new Set(places.map(({ column }) => column))];
  // 监督抽查 0家 8 1 names a class and its figures, and 抽查 in it is no column.
  const longer = [...new Set(places.map(({ group }) => group))].flatMap(namesOf);
  const made = new Map<string, Split>();
  for (const column of columns) {
    const own = Object.values(column.unit ?? {}).map(fold);
    const alike = Object.entries(column.scales ?? {}).flatMap(([unit, worth]) => (worth === 1 ? [fold(unit)] : []));
    const units = [...new Set([...own, ...alike])].sort((a, b) => b.length - a.length);
    for (const name of namesOf(column)) {
      const ends = own.flatMap((unit) => [unit, `${unit}数`]).find((end) => name.endsWith(end) && name !== end);
      const front = ends === undefined ? "" : name.slice(0, -ends.length);
      // 排查12家 is a figure of 排查 already, and a Latin name is a word of its own.
      const says = columns.some(
        (each) => namesOf(each).includes(front) && unitsOf(each).some((unit) => units.includes(unit)),
      );
      if (front === "" || says || made.has(name) || /[a-z]/.test(name)) continue;
      const inside = longer.flatMap((each) => (each.endsWith(front) ? [each.slice(0, -front.length)] : []));
      const alone = inside.filter((each) => each !== "").map((each) => `(?<!${escaped(each)})`);
      const begins = `(?:${escaped(front)}|${alone.join("")}${escaped(front)} )`;
      const unit = `(?:${units.map(escaped).join("|")})`;
      const pattern = new RegExp(`${begins}${figure} ?${unit}(?!\\p{L}|${another}) ?`, "gu");
      const turned = new RegExp(
        `(?<!${anyFigure.source}|\\.)(?<counted>${figure} ?${unit}) ?${escaped(front)}(?=$|[\\s,;、。])`,
        "gu",
      );
      made.set(name, { name, pattern, turned });
    }
  }
  return [...made.values()].sort((a, b) => b.name.length - a.name.length);
}

function unitsOf({ unit }: Place["column"]): readonly string[] {
  return Object.values(unit ?? {}).map(fold);
}
