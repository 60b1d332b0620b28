import type { Workbook } from "exceljs";
import type { FlowBlock } from "../../core/flow/flow.ts";
import type { Printed, Word } from "../export.ts";
import { isWhole, roundCaption } from "../return/period.ts";
import { newSheet } from "../sheet/page.ts";
import { say, sectionOf, wholeLayout } from "../sheet/plan.ts";
import { setWidths, writeSection } from "../sheet/section.ts";
import { across, fonts } from "../sheet/style.ts";
import { addAttachments } from "./attachments.ts";
import { addByUnit } from "./by-unit.ts";
import type { UnpackedReturn } from "./job.ts";
import { addNarratives } from "./narratives.ts";
import type { Poured } from "./pour.ts";
import { addStandings } from "./standings.ts";

/**
 * Adds what the leaders read beside the official sheets: figures by unit, narratives, standings, unprinted blocks. Gives
 * the lines by unit that are still to be poured into their sheets.
 */
export function addAnnex(book: Workbook, of: UnpackedReturn, word: Word): readonly Poured[] {
  const onSheets = new Set(of.flow.layouts.map(({ block }) => block));
  const printed = of.flow.blocks.filter(({ id }) => onSheets.has(id));
  const poured = printed.map((block) => {
    const name = word("workbook-by-unit");
    return addByUnit(book, of, block, printed.length > 1 ? `${name} ${say(block.label, of.language)}` : name, word);
  });
  addNarratives(book, of, word);
  addStandings(book, of, word);
  addAttachments(book, of, word);
  addUnprinted(
    book,
    of,
    of.flow.blocks.filter(({ id }) => !onSheets.has(id)),
    word,
  );
  return poured;
}

function addUnprinted(book: Workbook, of: Printed, blocks: readonly FlowBlock[], word: Word): void {
  if (blocks.length === 0) return;
  const { language } = of;
  const sections = blocks.flatMap((block) => {
    const table = of.tables.find((each) => each.block === block.id);
    const label = say(block.label, language);
    const caption = (which: string) => `${label} · ${which}`;
    const groups = wholeLayout(block);
    const ever = sectionOf(block, groups, table?.cumulative ?? {}, caption(word("workbook-cumulative")), language);
    if (isWhole(of)) return [ever];
    return [ever, sectionOf(block, groups, table?.round ?? {}, caption(roundCaption(of, word)), language)];
  });
  const sheet = newSheet(book, word("workbook-unprinted"), "one-wide");
  setWidths(sheet, sections, { narrowest: 14 });
  let row = 1;
  for (const section of sections) {
    across(sheet, row, section.columns.length + 1, section.caption, fonts.caption);
    row = writeSection(sheet, row + 1, section, word("workbook-row")) + 1;
  }
}
