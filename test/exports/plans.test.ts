import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { PictureOf } from "../../src/exports/export.ts";
import { type PictureCell, pictureTable } from "../../src/exports/picture/table.ts";
import { report } from "../../src/exports/report/index.ts";
import { wordingOf } from "../../src/wording/wording.ts";
import { campaignText, flowOf } from "../flow/files.ts";
import { campaignEnd, campaignReturn } from "./campaign.ts";
import { writtenIn } from "./written.ts";

/**
 * What the pictures and the Word reports of the campaign show with the example roster: every word, figure and mark.
 * GOLDEN=update writes them anew; read every line, and look at the pictures and pages, before you keep them.
 */
const flow = flowOf(campaignText);
const of = campaignReturn(flow, 3);
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
  keptAs(name, `${lines.join("\n")}\n`);
});

const reports = {
  "report-weekly": { of, audience: "up", language: "zh-CN" },
  "report-weekly-leaders": { of: campaignReturn(flow, 3, "en"), audience: "leaders", language: "en" },
  "report-final": { of: campaignEnd(flow), audience: "up", language: "zh-CN" },
} as const;

test.each(Object.entries(reports))("the Word report %s holds what is written down", async (name, given) => {
  const { bytes } = await report.make(given.of, given.audience, wordingOf(given.language).word);
  keptAs(name, await writtenIn(bytes));
});

function keptAs(name: string, text: string): void {
  const file = new URL(`./plans/${name}.txt`, import.meta.url);
  if (process.env.GOLDEN === "update") writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, "utf8"));
}

/** `12` a figure, `[12]` corrected, `12*` with late reports, `///` not reported, with the heat in tenths after a colon. */
function shown({ text, state, heat, late, corrected: framed, sum }: PictureCell): string {
  const words = state === "missing" ? "///" : text;
  const marked = `${framed ? `[${words}]` : words}${late ? "*" : ""}`;
  return heat === undefined || sum ? marked : `${marked}:${Math.round(heat * 10)}`;
}
