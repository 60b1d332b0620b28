import { widthOf } from "../sheet/style.ts";

/** So many columns of a fixed-width font stand on a line of the title, a Chinese character taking two. */
const LINE = 40;

/** The lines of a title: of about one length, and none broken within a word. */
export function titleLines(title: string, language: string): readonly string[] {
  const wide = widthOf(title);
  const lines = Math.ceil(wide / LINE);
  if (lines < 2) return [title];
  const ends = [...new Intl.Segmenter(language, { granularity: "word" }).segment(title)].map(({ index }) => index);
  const cuts = Array.from({ length: lines - 1 }, (_, at) => {
    const wanted = (wide * (at + 1)) / lines;
    const off = (end: number) => Math.abs(widthOf(title.slice(0, end)) - wanted);
    return ends.reduce((best, end) => (off(end) < off(best) ? end : best));
  });
  return [0, ...cuts].map((from, at) => title.slice(from, cuts[at]).trim()).filter((line) => line !== "");
}
