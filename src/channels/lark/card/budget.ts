import type { Part } from "./parts.ts";

/** What one card may hold; the platform's own limits are 30 KB, 200 and 5. */
export const budget = { bytes: 24_000, elements: 180, tables: 5 };

/** How much of a card its parts take. */
export type Cost = { readonly bytes: number; readonly elements: number; readonly tables: number };

/** What these parts take of a card. */
export function costOf(parts: readonly Part[]): Cost {
  return {
    bytes: Buffer.byteLength(JSON.stringify(parts)),
    elements: parts.reduce((sum, part) => sum + tagged(part), 0),
    tables: parts.filter(({ tag }) => tag === "table").length,
  };
}

/** Whether one card holds so much. */
export function within(cost: Cost): boolean {
  return cost.bytes <= budget.bytes && cost.elements <= budget.elements && cost.tables <= budget.tables;
}

/** The parts in order on as few cards as hold them; undefined where one part alone is more than a card holds. */
export function paged(parts: readonly Part[]): readonly (readonly Part[])[] | undefined {
  const pages: Part[][] = [[]];
  for (const part of parts) {
    if (!within(costOf([part]))) return undefined;
    const page = pages.at(-1) ?? [];
    if (within(costOf([...page, part]))) page.push(part);
    else pages.push([part]);
  }
  return pages;
}

/** Everything with a tag counts, texts within parts too. */
function tagged(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + tagged(each), 0);
  if (typeof value !== "object" || value === null) return 0;
  const own = "tag" in value && typeof value.tag === "string" ? 1 : 0;
  return own + tagged(Object.values(value));
}
