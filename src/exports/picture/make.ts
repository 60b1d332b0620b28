import { type Drawn, easel } from "../drawing/easel.ts";
import type { MakePicture, Word } from "../export.ts";
import { safe } from "../return/file-name.ts";
import { roundsNamed } from "../return/period.ts";
import type { TableJob } from "./draw.ts";
import type { KeyWords } from "./key.ts";
import { type PictureCell, type PictureTable, pictureTable } from "./table.ts";

export const PNG = "image/png";

/** Draws the table of a return in the thread of the easel. */
export const makePicture: MakePicture = async (of, what, word) => {
  const table = pictureTable(of, what, word);
  const job: TableJob = { table, theme: what.theme, key: keyOf(table, word) };
  const { png, width, height } = await easel<TableJob, Drawn>(new URL("./draw.ts", import.meta.url), job);
  const alt = word("picture-alt", { title: table.title, under: table.under });
  return { name: `${safe(`${roundsNamed(of, word)} ${table.title}`)}.png`, type: PNG, bytes: png, width, height, alt };
};

/** The marks that occur in a table, with their words. */
function keyOf({ bands, size }: PictureTable, word: Word): KeyWords {
  const cells = bands.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const any = (is: (cell: PictureCell) => boolean) => cells.some(is);
  const figure = { text: "", state: "figure" } as const;
  return [
    any(({ heat }) => heat !== undefined) && {
      sample: { ...figure, heat: 1 },
      words: word(size === "whole" ? "picture-key-row" : "picture-key-column"),
    },
    any(({ state }) => state === "zero") && {
      sample: { text: "0", state: "zero" } as const,
      words: word("picture-key-zero"),
    },
    any(({ state }) => state === "missing") && {
      sample: { text: "", state: "missing" } as const,
      words: word("picture-key-missing"),
    },
    any(({ state }) => state === "none") && {
      sample: { text: "—", state: "none" } as const,
      words: word("picture-key-none"),
    },
    any(({ late }) => late === true) && { sample: { ...figure, late: true }, words: word("picture-key-late") },
    any(({ corrected }) => corrected === true) && {
      sample: { ...figure, corrected: true },
      words: word("picture-key-corrected"),
    },
  ].filter((entry) => entry !== false);
}
