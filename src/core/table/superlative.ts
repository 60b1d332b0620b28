import type { Division } from "./asked.ts";

/** That words ask who has most of something, or least, and among what. */
export type Superlative = { readonly order: "most" | "least"; readonly by: Exclude<Division, "rows"> };

const most = /最(?:多|高|大)|(?:排|居)?第一(?!期)|\b(?:most|highest|largest)\b/i;
const least = /最(?:少|低|小)|\b(?:fewest|least|lowest)\b/i;
/** 哪个市监局 asks for a unit and not for a city. */
const branches = /哪(?:一?个|些|几个)?(?:设区|地级)?(?:地?市(?![监场直])|地区|地方|州)|\bwhich (?:city|cities|area)\b/i;
const departments = /哪(?:一?个|些|几个)?(?:部门|条线|系统)|\bwhich department/i;
const units = /哪(?:一?个|些|几[个家]|一?家)?(?:单位|[\p{L}]{0,6}局|[\p{L}]{0,6}监)?|谁|\b(?:which|who)\b/iu;

/** Reads 哪个市立案最多; undefined where words ask for nobody who has most or least. */
export function superlativeIn(words: string): Superlative | undefined {
  const order = most.test(words) ? "most" : least.test(words) ? "least" : undefined;
  if (!order) return undefined;
  if (branches.test(words)) return { order, by: "branches" };
  if (departments.test(words)) return { order, by: "departments" };
  return units.test(words) ? { order, by: "units" } : undefined;
}
