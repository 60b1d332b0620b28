import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { PictureOf } from "../../src/exports/export.ts";
import { type PictureCell, pictureTable } from "../../src/exports/picture/table.ts";
import { wordingOf } from "../../src/wording/wording.ts";
import { campaignText, flowOf } from "../flow/files.ts";
import { campaignReturn } from "./campaign.ts";

/**
 * What the pictures of the campaign show with the example roster, as it is handed to the easel: every word, figure and
 * mark. GOLDEN=update writes them anew; read every line, and look at the pictures, before you keep them.
 */
const of = campaignReturn(flowOf(campaignText), 3);
const corrected = ["mask.price.filed", "meltblown.sampling.batches"];
const common = { block: "supplies", theme: "light", corrected } as const;

const plans: Readonly<Record<string, PictureOf>> = {
  "whole-round": { ...common, figures: "round" },
  "panel-price-cumulative": { ...common, figures: "cumulative", group: "price" },
};

test.each(Object.entries(plans))("the picture %s shows what is written down", (name, what) => {
  const { title, under, columns, bands, notes } = pictureTable(of, what, wordingOf("zh-CN").word);
  const lines = [
    title,
    under,
    ["", ...columns].join(" | "),
    ...bands.flatMap(({ label, rows }) => [
      ...(label === "" ? [] : [`# ${label}`]),
      ...rows.map((row) => [row.label, ...row.cells.map(shown)].join(" | ")),
    ]),
    ...notes,
  ];
  const text = `${lines.join("\n")}\n`;
  const file = new URL(`./plans/${name}.txt`, import.meta.url);
  if (process.env.GOLDEN === "update") writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, "utf8"));
});

/** `12` a figure, `[12]` corrected, `12*` with late reports, `///` not reported, with the heat in tenths after a colon. */
function shown({ text, state, heat, late, corrected: framed, sum }: PictureCell): string {
  const words = state === "missing" ? "///" : text;
  const marked = `${framed ? `[${words}]` : words}${late ? "*" : ""}`;
  return heat === undefined || sum ? marked : `${marked}:${Math.round(heat * 10)}`;
}
