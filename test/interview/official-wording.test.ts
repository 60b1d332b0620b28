import { describe, expect, test } from "vitest";
import { byId } from "../../src/core/cells.ts";
import { realFlow, talk } from "./talk.ts";

const flow = realFlow();

/** What a liaison's text leaves in the report of a market regulation unit that has said nothing before. */
function cellsAfter(text: string) {
  const person = talk(flow, "market-regulation");
  const answer = person.say(text);
  return { cells: byId(person.report().cells), answer };
}

const screening = (screened: number, failed: number, rectified: number, row = "mask") => ({
  [`${row}.screening.screened`]: screened,
  [`${row}.screening.failed`]: failed,
  [`${row}.screening.rectified`]: rectified,
});

describe("figures in the wording of official reports", () => {
  test.each([
    "口罩排查12家，其中不合格2家均已整改",
    "口罩 排查12 其中不合格2家均已整改",
    "口罩排查12家，发现不合格2家，已全部整改",
    "口罩共排查12家，不合格两家，均已完成整改。",
    "口罩排查12家，其中不合格2家，都已整改到位",
    "口罩排查12家，其中不合格2家，已整改2家",
  ])("%s: all that failed were put right", (text) => {
    const { cells, answer } = cellsAfter(text);
    expect(cells, answer).toEqual(screening(12, 2, 2));
  });

  test("all of the cases before it are meant by 均已处罚 as well", () => {
    expect(cellsAfter("口罩 质量违法 立案3件，均已处罚，罚没1.5万元").cells).toEqual({
      "mask.quality.filed": 3,
      "mask.quality.penalised": 3,
      "mask.quality.fines": 1.5,
    });
  });

  test.each(["口罩排查12家，不合格2家均未整改", "口罩排查12家，不合格2家，整改", "口罩排查12家，均已整改"])(
    "%s gives no figure that is clear: nothing is kept, and the column is named",
    (text) => {
      const { cells, answer } = cellsAfter(text);
      expect(cells).toEqual({});
      expect(answer).toContain("整改");
    },
  );
});

describe("one figure for several rows", () => {
  test.each(["防护服和口罩各排查3家", "口罩、防护服各排查3家", "口罩、防护服排查各3家"])(
    "%s stands for each",
    (text) => {
      const { cells, answer } = cellsAfter(text);
      expect(cells, answer).toEqual({ "mask.screening.screened": 3, "protective_clothing.screening.screened": 3 });
    },
  );

  test("that are not said each is asked about", () => {
    for (const text of ["防护服和口罩排查3家", "防护服和口罩各类企业排查3家"])
      expect(cellsAfter(text).cells, text).toEqual({});
  });

  test("is read in English as well", () => {
    const person = talk(flow, "market-regulation", "en");
    const answer = person.say("Masks and Clothing each screened 3");
    expect(byId(person.report().cells), answer).toEqual({
      "mask.screening.screened": 3,
      "protective_clothing.screening.screened": 3,
    });
  });
});
