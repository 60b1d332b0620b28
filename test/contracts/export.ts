import { describe, expect, test } from "vitest";
import { filledFrom, idsIn } from "../../src/core/cells.ts";
import type { Flow } from "../../src/core/flow/flow.ts";
import { tabulate } from "../../src/core/table/tabulate.ts";
import type { Audience, Export, Return, UnitPart } from "../../src/exports/export.ts";
import { type Language, languages, wordingOf } from "../../src/wording/wording.ts";
import { campaignReturn } from "../exports/campaign.ts";
import { unitPart } from "../exports/fixture.ts";
import { campaignText, flowOf } from "../flow/files.ts";

/** Reads a file back as a program of its kind would; gives the words in it. Throws on a file that does not open. */
export type ReadBack = (bytes: Uint8Array) => Promise<string>;

const flow = flowOf(campaignText);
const audiences: readonly Audience[] = ["up", "leaders"];
const both = languages.flatMap((language) => audiences.map((audience) => [language, audience] as const));
const make = (exported: Export, of: Return, audience: Audience) => {
  const language: Language = of.language === "en" ? "en" : "zh-CN";
  return exported.make(of, audience, wordingOf(language).word);
};
const returnOf = (of: Return, units: readonly UnitPart[], more: Partial<Return> = {}): Return => ({
  ...of,
  ...more,
  units,
  tables: tabulate(more.flow ?? of.flow, units),
});

/** What people may be called and write, to break whatever file it gets into. */
const hostile = [
  '=HYPERLINK("http://x","y")',
  "+1+1",
  "@SUM(A1)",
  "../../etc/passwd",
  "C:\\con",
  "]]><!--&amp;",
  'a"b,c\nd\re\tf',
  "\u0000\u0007\ud800\uffff",
  "龘".repeat(500),
];

/** What every export must pass. */
export function exportContract(exported: Export, readBack: ReadBack): void {
  describe(`the export as ${exported.format}`, () => {
    test.each(both)("opens and speaks %s throughout, for the audience %s", async (language, audience) => {
      const { name, type, bytes } = await make(exported, campaignReturn(flow, 3, language), audience);
      expect(name).toMatch(new RegExp(`\\.${exported.format}$`));
      expect(name).toContain("1");
      expect(type).toMatch(/^[a-z]+\/[-a-z0-9.+]+/);
      expect(await readBack(bytes)).not.toMatch(/\b(picture|report|workbook|return|csv|chart)-[a-z]+(-[a-z]+)*\b/);
    });

    test("sends up nothing of who wrote what, why a warning stands, or what is not on the sheets", async () => {
      const secret = campaignReturn(flow, 3);
      const units = secret.units.map((unit) => ({
        ...unit,
        submittedBy: "某经办人",
        number: "内部回执号",
        kept: [{ check: "x", cells: ["mask.quality.filed"], reason: "内部说明", by: "p1" }],
      }));
      const text = await readBack((await make(exported, { ...secret, units }, "up")).bytes);
      expect(text).not.toMatch(/某经办人|内部回执号|内部说明|受理移送|consignments/);
    });

    test.each(audiences)("is made where nobody reported, for the audience %s", async (audience) => {
      const silent = campaignReturn(flow, 3);
      const missing = silent.units.map(({ id, name, department }) => ({
        ...unitPart(id, {}, { standing: "missing" }),
        name,
        department,
      }));
      for (const units of [missing, []])
        await readBack((await make(exported, returnOf(silent, units), audience)).bytes);
    });

    test("takes the longest labels and figures", async () => {
      const long = { "zh-CN": "特别长的名称".repeat(40), en: "An uncommonly long label ".repeat(12) };
      const longFlow: Flow = {
        ...flow,
        name: long,
        title: long,
        blocks: flow.blocks.map((block) => ({
          ...block,
          label: long,
          rows: block.rows.map((row) => ({ ...row, label: long, short: long })),
          groups: block.groups.map((group) => ({
            ...group,
            label: long,
            columns: group.columns.map((column) => ({ ...column, label: long, short: long, unit: long })),
          })),
        })),
      };
      const of = campaignReturn(flow, 3);
      const units = of.units.map((unit) => {
        const cells = Object.fromEntries(idsIn(unit.report.cells).map((id) => [id, 9_007_199_254_740]));
        return {
          ...unit,
          name: long["zh-CN"],
          report: { ...unit.report, cells: filledFrom(cells) },
          cumulative: () => cells,
        };
      });
      for (const language of languages)
        for (const audience of audiences) {
          const { name, bytes } = await make(exported, returnOf(of, units, { flow: longFlow, language }), audience);
          await readBack(bytes);
          expect(new TextEncoder().encode(name).length).toBeLessThan(255);
          expect(name).toContain(of.asOf);
        }
    });

    test("is not led astray by what people are called and write", async () => {
      const of = campaignReturn(flow, 3);
      const units = hostile.map((text, index) => ({
        ...unitPart(`u${index}`, { "mask.screening.screened": 1 }, { submittedBy: text }),
        name: `${text}${index}`,
        told: { work: { kind: "text", text } as const },
      }));
      const head = { unit: "=1+1", reporter: "@x", phone: "+86" };
      for (const text of hostile)
        for (const audience of audiences) {
          const named: Flow = { ...flow, name: { "zh-CN": text }, title: { "zh-CN": text } };
          const { name, bytes } = await make(
            exported,
            returnOf(of, units, { flow: named, head, final: { title: text, ledgers: [text] } }),
            audience,
          );
          await readBack(bytes);
          expect(name).not.toMatch(/[/:*?"<>|]|^\./);
          expect([...name].filter((char) => char < " ")).toEqual([]);
          expect(name.length).toBeGreaterThan(exported.format.length + 1);
        }
    });

    test("covers several rounds in one file, and says which", async () => {
      const of = campaignReturn(flow, 3);
      const rounds = [1, 2, 3].map((number) => ({ ...of.round, number }));
      const { name } = await make(exported, { ...of, rounds, round: { ...of.round, number: 3 } }, "up");
      expect(name).toContain("第1—3期");
    });
  });
}
