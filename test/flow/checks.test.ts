import { describe, expect, test } from "vitest";
import { type Cells, filledFrom } from "../../src/core/cells.ts";
import { askedOf, type CheckInput, type Flow } from "../../src/core/flow/flow.ts";
import { campaignText, changed, flowOf, mealsText } from "./files.ts";

const campaign = flowOf(campaignText);

function input(cells: Cells, more: Partial<CheckInput> = {}): CheckInput {
  return {
    department: "market-regulation",
    cells: filledFrom(cells),
    before: {},
    past: {},
    zerosBefore: 0,
    zero: false,
    ...more,
  };
}

const fired = (flow: Flow, given: CheckInput) => flow.check(given).map((finding) => finding.check);

/** A check with figures that it lets pass and figures that it does not. */
type Case = { readonly check: string; readonly passes: CheckInput; readonly fails: CheckInput };

const customs = { department: "customs" };
const police = { department: "public-security" };
const cases: readonly Case[] = [
  {
    check: "whole_numbers",
    passes: input({ "mask.screening.screened": 3, "mask.quality.fines": 1.5 }),
    fails: input({ "mask.screening.screened": 3.5 }),
  },
  {
    check: "below_zero",
    passes: input({ "mask.screening.screened": -2 }, { before: { "mask.screening.screened": 2 } }),
    fails: input({ "mask.screening.screened": -3 }, { before: { "mask.screening.screened": 2 } }),
  },
  {
    check: "failed_over_screened",
    passes: input(
      { "mask.screening.screened": 0, "mask.screening.failed": 2 },
      { before: { "mask.screening.screened": 5 } },
    ),
    fails: input(
      { "mask.screening.screened": 1, "mask.screening.failed": 2 },
      { before: { "mask.screening.failed": 5, "mask.screening.screened": 5 } },
    ),
  },
  {
    check: "failed_over_batches",
    passes: input({ "mask.sampling.batches": 2, "mask.sampling.failed_batches": 2 }),
    fails: input({ "mask.sampling.batches": 2, "mask.sampling.failed_batches": 3 }),
  },
  {
    check: "exports_whole",
    passes: input({ "exports.consignments.inspected": 2 }, customs),
    fails: input({ "exports.consignments.inspected": 2.5 }, customs),
  },
  {
    check: "exports_below_zero",
    passes: input({ "exports.consignments.inspected": 0 }, customs),
    fails: input({ "exports.consignments.inspected": -1 }, customs),
  },
  {
    check: "crimes_whole",
    passes: input({ "crimes.investigation.accepted": 2 }, police),
    fails: input({ "crimes.investigation.accepted": 0.1 }, police),
  },
  {
    check: "crimes_below_zero",
    passes: input(
      { "crimes.investigation.accepted": -1 },
      { ...police, before: { "crimes.investigation.accepted": 1 } },
    ),
    fails: input({ "crimes.investigation.accepted": -1 }, police),
  },
  {
    check: "failed_over_screened_now",
    passes: input({ "mask.screening.screened": 2, "mask.screening.failed": 2 }),
    fails: input({ "mask.screening.screened": 2, "mask.screening.failed": 3 }),
  },
  {
    check: "failed_over_batches_now",
    passes: input({ "mask.sampling.batches": 1, "mask.sampling.failed_batches": 1 }),
    fails: input({ "mask.sampling.batches": 1, "mask.sampling.failed_batches": 2 }),
  },
  {
    check: "rectified_over_failed",
    passes: input(
      { "mask.screening.failed": 0, "mask.screening.rectified": 3 },
      { before: { "mask.screening.failed": 3 } },
    ),
    fails: input({ "mask.screening.failed": 2, "mask.screening.rectified": 3 }),
  },
  {
    check: "firms_over_batches",
    passes: input({ "mask.sampling.enterprises": 8, "mask.sampling.batches": 10 }),
    fails: input({ "mask.sampling.enterprises": 11, "mask.sampling.batches": 10 }),
  },
  {
    check: "penalised_over_filed",
    passes: input({ "mask.price.filed": 0, "mask.price.penalised": 1 }, { before: { "mask.price.filed": 1 } }),
    fails: input({ "mask.price.filed": 0, "mask.price.penalised": 2 }, { before: { "mask.price.filed": 1 } }),
  },
  {
    check: "police_over_filed",
    passes: input({ "mask.other.filed": 1, "mask.other.to_police": 1 }),
    fails: input({ "mask.other.filed": 1, "mask.other.to_police": 2 }),
  },
  {
    check: "fines_without_penalty",
    passes: input({ "mask.licence.fines": 1.5, "mask.licence.penalised": 1 }),
    fails: input({ "mask.licence.fines": 0.0001, "mask.licence.penalised": 0 }),
  },
  {
    check: "case_without_officers",
    passes: input({ "mask.quality.filed": 1, "mask.quality.penalised": 0, "mask.quality.officers": 2 }),
    fails: input({ "mask.quality.filed": 1, "mask.quality.penalised": 0, "mask.quality.officers": 0 }),
  },
  {
    check: "far_above_usual",
    passes: input({ "mask.quality.officers": 50 }, { past: { "mask.quality.officers": [8, 12] } }),
    fails: input({ "mask.quality.officers": 51 }, { past: { "mask.quality.officers": [8, 12] } }),
  },
  {
    check: "fines_in_yuan",
    passes: input({ "mask.quality.fines": 999 }),
    fails: input({ "mask.quality.fines": 15000 }),
  },
  {
    check: "fines_without_unit",
    passes: input({ "mask.quality.fines": 990, "mask.quality.penalised": 1 }, { measured: ["mask.quality.fines"] }),
    fails: input({ "mask.quality.fines": 990, "mask.quality.penalised": 1 }),
  },
  {
    check: "taken_off",
    passes: input({ "mask.quality.filed": 0 }, { before: { "mask.quality.filed": 5 } }),
    fails: input({ "mask.quality.filed": -1 }, { before: { "mask.quality.filed": 5 } }),
  },
  {
    check: "exports_taken_off",
    passes: input({ "exports.consignments.inspected": 0 }, customs),
    fails: input({ "exports.consignments.inspected": -1 }, customs),
  },
  {
    check: "crimes_taken_off",
    passes: input({ "crimes.investigation.accepted": 0 }, police),
    fails: input({ "crimes.investigation.accepted": -1 }, police),
  },
  {
    check: "wanting_over_inspected",
    passes: input({ "exports.consignments.inspected": 3, "exports.consignments.wanting": 3 }, customs),
    fails: input({ "exports.consignments.inspected": 3, "exports.consignments.wanting": 4 }, customs),
  },
  {
    check: "zero_twice",
    passes: input({}, { zero: true, zerosBefore: 0 }),
    fails: input({}, { zero: true, zerosBefore: 1 }),
  },
];

describe("the campaign's checks", () => {
  test.each(cases)("$check speaks of what is wrong and keeps silent otherwise", ({ check, passes, fails }) => {
    expect(fired(campaign, passes)).not.toContain(check);
    expect(fired(campaign, fails)).toContain(check);
  });

  test("have a case each", () => {
    expect(cases.map((each) => each.check).toSorted()).toEqual(campaign.checks.map((each) => each.id).toSorted());
  });

  test("let 20 and less stand however unusual, and are silent without an earlier round", () => {
    expect(fired(campaign, input({ "mask.quality.filed": 20 }, { past: { "mask.quality.filed": [1] } }))).toEqual([]);
    expect(fired(campaign, input({ "mask.quality.filed": 9000 }))).toEqual([]);
  });

  test("tell of two zero reports in a row for market regulation alone", () => {
    const again = { zero: true, zerosBefore: 3 };
    expect(fired(campaign, input({}, again))).toEqual(["zero_twice"]);
    expect(fired(campaign, input({}, { ...again, department: "commerce" }))).toEqual([]);
  });

  test("say nothing of a report of zeros, nor of one without figures", () => {
    const zeros = Object.fromEntries(askedOf(campaign, "market-regulation").map((place) => [place.id, 0]));
    expect(campaign.check(input(zeros))).toEqual([]);
    expect(campaign.check(input({}))).toEqual([]);
  });
});

describe("a finding", () => {
  const [finding] = campaign.check(
    input({ "mask.quality.fines": 1.5, "mask.quality.penalised": 0, "mask.quality.filed": 3 }),
  );

  test("names the cells that contradict each other, their figures and the sentence", () => {
    expect(finding).toMatchObject({
      check: "fines_without_penalty",
      level: "warning",
      cells: ["mask.quality.fines", "mask.quality.penalised"],
      figures: { fines: 1.5, penalised: 0 },
      say: { "zh-CN": "有罚没、没有处罚案件。以前的案子？" },
    });
  });

  test("comes once for each row and group that fails", () => {
    const cells = Object.fromEntries(
      ["mask.quality", "mask.price", "nonwoven.price"].flatMap((at) => [
        [`${at}.fines`, 1],
        [`${at}.penalised`, 0],
      ]),
    );
    expect(campaign.check(input(cells)).map((each) => each.cells[0])).toEqual([
      "mask.quality.fines",
      "mask.price.fines",
      "nonwoven.price.fines",
    ]);
  });

  test("is looked for only where the cells in hand are touched", () => {
    const cells = {
      "mask.quality.fines": 1,
      "mask.quality.penalised": 0,
      "mask.price.fines": 1,
      "mask.price.penalised": 0,
    };
    const found = campaign.check(input(cells), new Set(["mask.price.penalised"]));
    expect(found.map((each) => each.cells)).toEqual([["mask.price.fines", "mask.price.penalised"]]);
    expect(campaign.check(input(cells), new Set(["mask.price.filed"]))).toEqual([]);
    expect(campaign.check(input(cells), new Set())).toEqual([]);
  });

  test("bears cumulative figures where the check is over them", () => {
    const [below] = campaign.check(input({ "mask.price.fines": -0.3 }, { before: { "mask.price.fines": 0.2 } }));
    expect(below).toMatchObject({ check: "below_zero", figures: { value: -0.1 } });
  });
});

describe("an operand that is not there", () => {
  test("skips the check when it is absent, n/a or asked of another department", () => {
    const screened = { "mask.screening.screened": 1 };
    expect(fired(campaign, input({ ...screened, "mask.screening.failed": 2 }))).not.toEqual([]);
    expect(fired(campaign, input(screened))).toEqual([]);
    expect(fired(campaign, input({ ...screened, "mask.screening.failed": "n/a" }))).toEqual([]);
    const price = { "mask.price.fines": 1, "mask.price.penalised": 0 };
    expect(fired(campaign, input(price, { department: "drug-administration" }))).toEqual([]);
    expect(fired(campaign, input(price, { department: "nobody" }))).toEqual([]);
  });

  test("counts an earlier n/a as nothing before", () => {
    const given = input(
      { "mask.price.filed": 1, "mask.price.penalised": 1 },
      { before: { "mask.price.filed": "n/a" } },
    );
    expect(fired(campaign, given)).not.toContain("penalised_over_filed");
  });

  test("adds decimals without binary dust", () => {
    const flow = flowOf(
      changed(mealsText, "wasted <= cooked", "wasted <= 0.3")
        .replace("level: error\n    block: meals", "level: error\n    block: meals\n    over: cumulative")
        .replace("of {cooked} kg cooked", "kg"),
    );
    const given = {
      ...input({ "lunch.food.wasted": 0.2 }, { before: { "lunch.food.wasted": 0.1 } }),
      department: "primary",
    };
    expect(fired(flow, given)).toEqual([]);
  });
});

describe("a check that cannot be worked out", () => {
  const meals = flowOf(changed(mealsText, "staff * 5 <= pupils", "staff / pupils < 1"));

  test("says nothing and throws nothing", () => {
    const cells = { "lunch.served.staff": 1, "lunch.served.pupils": 0 };
    expect(meals.check(input(cells, { department: "primary" }))).toEqual([]);
    for (const odd of [Number.NaN, Number.POSITIVE_INFINITY, 1e300, -1e300, 2 ** 63, 0.5])
      expect(() =>
        campaign.check(input({ "mask.screening.screened": odd, "mask.screening.failed": odd })),
      ).not.toThrow();
  });
});

test("a check without groups runs on every group that has the columns it names", () => {
  const flow = flowOf(mealsText);
  const cells = {
    "lunch.food.wasted": 3,
    "lunch.food.cooked": 2,
    "breakfast.served.staff": 1,
    "breakfast.served.pupils": 4,
  };
  expect(fired(flow, input(cells, { department: "secondary" }))).toEqual(["waste_over_cooked", "portion"]);
});
