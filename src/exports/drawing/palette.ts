import type { Theme } from "../export.ts";

/** The colours of a picture; the page's own, so that both look like one house. */
export type Palette = {
  readonly paper: string;
  /** Bands and heads. */
  readonly band: string;
  readonly ink: string;
  /** Second words: units, captions, zeros. */
  readonly faint: string;
  readonly line: string;
  readonly accent: string;
  /** What heat is mixed from: more of it for greater figures. */
  readonly heat: (share: number) => string;
  /** The strokes over what nobody reported. */
  readonly hatch: string;
  /** Lines and bars, apart in hue and in lightness. */
  readonly series: readonly string[];
};

const light: Palette = {
  paper: "#fcfaf5",
  band: "#efe9dd",
  ink: "#1f1c18",
  faint: "#6a6357",
  line: "#ded7c9",
  accent: "#a63a24",
  heat: (share) => `rgba(46, 112, 163, ${(0.06 + 0.46 * share).toFixed(3)})`,
  hatch: "#bdb4a3",
  series: ["#1f5f93", "#a63a24", "#3f7d44", "#8a6100", "#6b4a94", "#57534b"],
};

const dark: Palette = {
  paper: "#1d1b18",
  band: "#2d2a25",
  ink: "#ebe5d9",
  faint: "#a59d8e",
  line: "#38342d",
  accent: "#e58a70",
  heat: (share) => `rgba(84, 156, 214, ${(0.08 + 0.52 * share).toFixed(3)})`,
  hatch: "#5d574c",
  series: ["#6db1e6", "#e58a70", "#83c088", "#d9b04c", "#b394dd", "#b5ad9f"],
};

export const palettes: Readonly<Record<Theme, Palette>> = { light, dark };
