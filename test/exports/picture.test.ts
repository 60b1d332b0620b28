import { createCanvas } from "@napi-rs/canvas";
import { describe, expect, test } from "vitest";
import { palettes } from "../../src/exports/drawing/palette.ts";
import type { PictureOf } from "../../src/exports/export.ts";
import { makeChart, makePicture } from "../../src/exports/index.ts";
import { drawCell, drawMark } from "../../src/exports/picture/cell.ts";
import { type PictureCell, pictureTable } from "../../src/exports/picture/table.ts";
import { wordingOf } from "../../src/wording/wording.ts";
import { campaignText, flowOf, mealsText } from "../flow/files.ts";
import { campaignReturn } from "./campaign.ts";
import { returnWith, unitPart } from "./fixture.ts";
import { differing, greys, lightness } from "./pixels.ts";

const flow = flowOf(campaignText);
const { word } = wordingOf("zh-CN");
const whole: PictureOf = { block: "supplies", figures: "round", theme: "light" };
const cells = {
  "mask.screening.screened": 1_234,
  "mask.screening.failed": 0,
  "mask.sampling.batches": 0,
  "mask.sampling.failed_batches": 0,
  "ventilator.screening.screened": 12,
  "mask.price.fines": 1.2345,
  "mask.price.filed": 3,
};
const of = returnWith(flow, [
  unitPart("a", cells),
  unitPart("b", { "ventilator.screening.screened": 1 }, { standing: "late" }),
  unitPart("c", {}, { standing: "missing" }),
]);

/** The cell under a row's label and a column's head. */
function cellIn(what: PictureOf, band: string, row: string, column: string): PictureCell | undefined {
  const table = pictureTable(of, what, word);
  const rows = table.bands.find(({ label }) => label === band)?.rows;
  return rows?.find(({ label }) => label === row)?.cells[table.columns.indexOf(column)];
}

describe("the table of a picture", () => {
  test("has the products across and the indicators down, in their groups, with a total", () => {
    const table = pictureTable(of, whole, word);
    expect(table.columns).toEqual([
      ...["口罩", "呼吸机", "防护服", "体温计", "检测试剂", "熔喷布", "无纺布", "传感器"],
      "合计",
    ]);
    expect(table.bands.map(({ label }) => label)).toEqual(
      flow.blocks[0]?.groups.map(({ label, heading }) => (heading ?? label)["zh-CN"]),
    );
    expect(table.bands.flatMap(({ rows }) => rows)).toHaveLength(43);
    expect(table.under).toBe("第1期 本期 · 截至5月20日 · 已报 2/3（迟报 1）");
  });

  test("tells a figure, a nought, silence and what cannot be worked out apart", () => {
    const screening = "生产企业排查情况";
    expect(cellIn(whole, screening, "排查（家）", "口罩")).toMatchObject({ text: "1,234", state: "figure", heat: 1 });
    expect(cellIn(whole, screening, "不合格（家）", "口罩")).toEqual({ text: "0", state: "zero" });
    expect(cellIn(whole, screening, "整改（家）", "口罩")).toEqual({ text: "", state: "missing" });
    expect(cellIn(whole, "产品质量监督抽查情况", "发现率", "口罩")).toEqual({ text: "—", state: "none" });
    expect(cellIn(whole, "价格违法类", "罚没（万元）", "口罩")).toMatchObject({ text: "1.2345" });
  });

  test("marks what late reports went into and what was corrected, sums of it too", () => {
    expect(cellIn(whole, "生产企业排查情况", "排查（家）", "呼吸机")).toMatchObject({ text: "13", late: true });
    expect(cellIn(whole, "生产企业排查情况", "排查（家）", "口罩")).not.toHaveProperty("late");
    const corrected = cellIn({ ...whole, corrected: ["mask.price.filed"] }, "价格违法类", "立案（件）", "口罩");
    expect(corrected).toMatchObject({ corrected: true });
    const total = cellIn({ ...whole, corrected: ["mask.price.filed"] }, "案件查处（五类合计）", "立案（件）", "口罩");
    expect(total).toMatchObject({ corrected: true });
  });

  test("has a panel for each group, the indicators across, with whose figures they are", () => {
    const panel = pictureTable(of, { ...whole, group: "price", scope: "福州市" }, word);
    expect(panel.title).toBe("福州市 · 价格违法类");
    expect(panel.columns).toHaveLength(6);
    expect(panel.bands[0]?.rows.map(({ label }) => label)).toHaveLength(9);
  });

  test("says that a total of firms counts some of them more than once, where there is one", () => {
    expect(pictureTable(of, whole, word).notes).toHaveLength(1);
    expect(pictureTable(of, { ...whole, block: "customs" }, word).notes).toEqual([]);
  });

  test("is of any flow", () => {
    const meals = flowOf(mealsText);
    const en = wordingOf("en").word;
    const table = pictureTable(
      returnWith(meals, [unitPart("x", {})]),
      { ...whole, block: meals.blocks[0]?.id ?? "" },
      en,
    );
    expect(table.bands.length).toBeGreaterThan(0);
    expect(JSON.stringify(table)).not.toContain("口罩");
  });
});

describe("what is drawn", () => {
  const box = { x: 0, y: 0, width: 96, height: 40 };
  const kinds: readonly PictureCell[] = [
    { text: "12", state: "figure", heat: 0.4 },
    { text: "0", state: "zero" },
    { text: "", state: "missing" },
    { text: "—", state: "none" },
    { text: "12", state: "figure", heat: 0.4, late: true },
    { text: "12", state: "figure", heat: 0.4, corrected: true },
  ];

  test.each(["light", "dark"] as const)("tells every kind of cell apart without its colour, %s", (theme) => {
    const drawn = kinds.map((cell) => {
      const pen = createCanvas(box.width, box.height).getContext("2d");
      pen.fillStyle = palettes[theme].paper;
      pen.fillRect(0, 0, box.width, box.height);
      drawCell(pen, cell, box, 23, palettes[theme]);
      drawMark(pen, cell, box, palettes[theme]);
      return greys(pen.getImageData(0, 0, box.width, box.height).data);
    });
    for (const [index, one] of drawn.entries())
      for (const other of drawn.slice(index + 1)) expect(differing(one, other)).toBeGreaterThan(0.003);
  });

  /** The place of the title of a chart. */
  const titled = async (title: string) => {
    const chart = { kind: "ranking", theme: "light", unit: "", bars: [], title } as const;
    return lightness((await makeChart(chart, word)).bytes, 28, 28, 200, 60);
  };

  test("is real characters, rare ones too, on a machine that has no typeface of its own", async () => {
    const [blank, none] = [await titled(" "), await titled("\u{f0000}\u{f0000}")];
    for (const title of ["口罩", "龘堃", "囍Ж"]) {
      const drawn = await titled(title);
      expect(differing(drawn, blank), title).toBeGreaterThan(0.02);
      expect(differing(drawn, none), title).toBeGreaterThan(0.02);
    }
    expect(differing(await titled("龘堃"), await titled("堃龘"))).toBeGreaterThan(0.02);
  });

  test("is as wide as a phone shows, and the same each time", async () => {
    const picture = await makePicture(campaignReturn(flow, 3), whole, word);
    expect(picture.width).toBe(1080);
    expect(picture.height).toBeLessThan(2_500);
    expect(picture.alt).toContain("已报");
    const again = await makePicture(campaignReturn(flow, 3), whole, word);
    expect(Buffer.from(again.bytes).equals(picture.bytes)).toBe(true);
    const dark = await makePicture(campaignReturn(flow, 3), { ...whole, theme: "dark" }, word);
    const [light = 0] = await lightness(picture.bytes, 2, 2, 1, 1);
    const [darker = 255] = await lightness(dark.bytes, 2, 2, 1, 1);
    expect(light).toBeGreaterThan(200);
    expect(darker).toBeLessThan(60);
  });
});
