import type { Place } from "../../flow/flow.ts";
import { columnsOfUnit } from "../reading/column-names.ts";
import type { Said } from "../reading/figure-first.ts";
import { fold, namesOf } from "../reading/names.ts";

/** 查了15家，全部合格: a figure with its unit, and that all of them are what a column counts the contrary of. */
const passed =
  /^(?:本周|本期|一?共|总共|检查|排查|抽查|查|了|过|有)*\s*(\d[\d.]*)\s?(\p{L}{1,3}?)(?:企业|单位|产品)?[\s,;、]*(?:全部|全都|全|均|都)(?:为|是|检测|检查)?(\p{L}{2,3}?)(?:的|了)?[。.]?$/u;

/**
 * 15家全部合格: the column that counts the contrary is 0, and the figure is that of the column in front of it, which counts
 * them all. Undefined where no column counts the contrary, or the one in front of it has another unit.
 */
export function allPassed(text: string, places: readonly Place[]): readonly Said[] | undefined {
  const [, figure, unit, word] = passed.exec(fold(text)) ?? [];
  if (figure === undefined || unit === undefined || word === undefined) return undefined;
  const contrary = places.findIndex(({ column }) => namesOf(column).some((name) => name.startsWith(`不${word}`)));
  const [none, all] = [places[contrary], places[contrary - 1]];
  if (!none || !all || columnsOfUnit(unit, [all]).length === 0) return undefined;
  return [
    { place: all, said: figure },
    { place: none, said: "0" },
  ];
}
