import type { Phrase, Text } from "../message.ts";

/** How many letters to change, add, drop or swap with their neighbour to turn one word into the other. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const above = rows[i - 1] ?? [];
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + same);
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (rows[i - 2]?.[j - 2] ?? 0) + 1);
      row.push(best);
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}

/** The known word that was most likely meant; undefined where none is near. Case, `-` and `_` are not told apart. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  // A word of hundreds of letters is no slip of the pen, and comparing it would cost its square.
  if (word.length > 60) return undefined;
  const plain = (text: string) => text.toLowerCase().replaceAll("-", "_");
  let best: { readonly word: string; readonly far: number } | undefined;
  for (const each of known) {
    const far = distance(plain(word), plain(each));
    if (!best || far < best.far) best = { word: each, far };
  }
  const reach = Math.max(1, Math.floor(Math.max(word.length, best?.word.length ?? 0) / 3));
  if (best && best.far <= reach) return best.word;
  const part = known.find((each) => word.length >= 3 && plain(each).includes(plain(word)));
  return part;
}

/** A longer list is read by nobody; what was meant is named before it. */
const LISTED = 14;

/** What to write instead of an unknown word: the nearest one, then all there are. */
export function instead(word: string, known: readonly string[], what: Text): Phrase {
  const near = nearest(word, known);
  const shown = known.slice(0, LISTED).join(", ") + (known.length > LISTED ? ", …" : "");
  const list: Phrase =
    known.length === 0 ? { key: "instead-none", args: { what } } : { key: "instead-list", args: { what, shown } };
  return near === undefined ? { key: "instead-any", args: { list } } : { key: "instead-near", args: { near, list } };
}
