import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createCanvas, GlobalFonts, type SKRSContext2D } from "@napi-rs/canvas";

const PACKAGE = "@fontsource/noto-sans-sc";
/** 7,946 characters; rarer ones lie in the package's numbered slices. */
const USUAL = "chinese-simplified";
export type Weight = 400 | 700;
const weights: readonly Weight[] = [400, 700];

const packaged = createRequire(import.meta.url);
const measuring: SKRSContext2D = createCanvas(8, 8).getContext("2d");

/** The families of the slices registered so far, by weight; the usual one comes first. */
const families: Record<Weight, string[]> = { 400: [], 700: [] };
/** Characters looked at, so that each is looked at once. */
const known = new Set<string>();

/** The CSS font of a size and weight, with every slice that the texts seen so far need. */
export function font(size: number, weight: Weight): string {
  if (families[weight].length === 0) for (const each of weights) register(USUAL, each);
  return `${size}px ${families[weight].map((family) => `"${family}"`).join(", ")}`;
}

/** Registers the slices that hold the rarer characters of a text: names of people and places have them. */
export function prepare(text: string): void {
  for (const char of text) {
    if (known.has(char)) continue;
    known.add(char);
    if (!isMissing(char)) continue;
    const slice = sliceOf(char.codePointAt(0) ?? 0);
    if (slice) for (const each of weights) register(slice, each);
  }
}

function register(slice: string, weight: Weight): void {
  const family = `Packaged ${slice} ${weight}`;
  if (families[weight].includes(family)) return;
  const path = packaged.resolve(`${PACKAGE}/files/noto-sans-sc-${slice}-${weight}-normal.woff2`);
  if (!GlobalFonts.registerFromPath(path, family)) throw new Error(`the typeface ${path} could not be read`);
  families[weight].push(family);
}

/** What is drawn for a character that no registered slice has: the mark of one that no typeface has. */
function isMissing(char: string): boolean {
  measuring.font = font(100, 400);
  return shape(char) === shape("\u{f0000}");
}

function shape(char: string): string {
  const box = measuring.measureText(char);
  return [box.width, box.actualBoundingBoxAscent, box.actualBoundingBoxDescent, box.actualBoundingBoxRight].join();
}

let ranges: readonly (readonly [slice: string, from: number, to: number])[] | undefined;

/** The slice of the package that a character lies in, by the list that comes with it. */
function sliceOf(code: number): string | undefined {
  ranges ??= readRanges();
  return ranges.find(([, from, to]) => from <= code && code <= to)?.[0];
}

function readRanges() {
  const listed: unknown = JSON.parse(readFileSync(packaged.resolve(`${PACKAGE}/unicode.json`), "utf8"));
  return Object.entries(listed ?? {}).flatMap(([name, spans]) =>
    String(spans)
      .split(",")
      .map((span) => {
        const [from = "", to = from] = span.replace("U+", "").split("-");
        return [name.replace(/[[\]]/g, ""), Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
      }),
  );
}
