import { describe, expect, test } from "vitest";
import { askedOf, blockOf, groupOf, questionsFor } from "../../src/core/flow/flow.ts";
import { nameIn } from "../../src/core/roster.ts";
import { within } from "../../src/core/table/tree.ts";
import {
  campaignText,
  flowOf,
  flowProblems,
  mealsRosterText,
  mealsText,
  rosterOf,
  rosterProblems,
  rosterText,
} from "./files.ts";

describe("the campaign's form", () => {
  const flow = flowOf(campaignText);
  const supplies = blockOf(flow, "supplies");
  const indicators = ["filed", "penalised", "fines", "to_police", "entities", "officers"];

  test("has the eight products of the official sheet, in its order", () => {
    expect(supplies.rows.map((row) => row.label["zh-CN"])).toEqual([
      "口罩",
      "呼吸机",
      "防护服",
      "红外体温计（额温枪）",
      "新型冠状病毒检测试剂",
      "熔喷布",
      "无纺布",
      "红外传感器",
    ]);
  });

  test("asks market regulation 36 figures a product, 288 in all", () => {
    const asked = askedOf(flow, "market-regulation");
    expect(asked).toHaveLength(288);
    for (const row of supplies.rows) expect(asked.filter((place) => place.row.id === row.id)).toHaveLength(36);
    expect(asked.map((place) => place.id)).toContain("mask.sampling.failed_batches");
    expect(asked.some((place) => place.group.id === "total" || place.column.computed)).toBe(false);
  });

  test("asks the drug administration its five classes of the five supplies", () => {
    const asked = askedOf(flow, "drug-administration");
    expect(asked).toHaveLength(5 * (3 + 3 + 3 * 6));
    expect(new Set(asked.map((place) => place.group.id))).toEqual(
      new Set(["screening", "sampling", "quality", "licence", "other"]),
    );
  });

  test("asks customs and police two unprinted figures each, and the others the narrative alone", () => {
    expect(askedOf(flow, "customs").map((place) => place.id)).toEqual([
      "exports.consignments.inspected",
      "exports.consignments.wanting",
    ]);
    expect(askedOf(flow, "public-security").map((place) => place.id)).toEqual([
      "crimes.investigation.accepted",
      "crimes.investigation.criminal",
    ]);
    expect(flow.blocks.filter((block) => !block.printed).map((block) => block.id)).toEqual(["customs", "police"]);
    for (const department of ["development-reform", "industry-information", "commerce", "economic-development"])
      expect(questionsFor(flow, department).map((question) => question.type)).toEqual(["text", "text", "text"]);
  });

  test("adds the total up from the five classes and takes the rate from batches", () => {
    const total = groupOf(supplies, "total");
    expect(total.sums).toEqual(["quality", "certification", "licence", "price", "other"]);
    expect(total.columns.map((column) => column.id)).toEqual(indicators);
    for (const group of total.sums ?? [])
      expect(groupOf(supplies, group).columns.map((column) => column.id)).toEqual(indicators);
    const rate = groupOf(supplies, "sampling").columns.find((column) => column.id === "failure_rate");
    expect(rate?.computed).toEqual({ kind: "percent", of: "failed_batches", to: "batches" });
  });

  test("prints 42 columns in full and exactly the 24 of the transcribed sheet beside it", () => {
    const [full, printed] = flow.layouts;
    const columns = (layout: typeof full) =>
      layout?.groups.flatMap(({ group, columns }) => columns.map((column) => `${group}.${column}`)) ?? [];
    expect(full?.sheet).toBe("情况表");
    expect(columns(full)).toHaveLength(42);
    expect(printed?.sheet).toBe("情况表（原件）");
    expect([full?.sent_up, printed?.sent_up]).toEqual([true, false]);
    expect(printed?.note?.["zh-CN"]).toContain("按转录表样列示，每类只列部分栏目，仅供对照，不上报");
    const words = (printed?.groups ?? []).flatMap(({ group, columns }) =>
      columns.map((id) => groupOf(supplies, group).columns.find((column) => column.id === id)?.label["zh-CN"]),
    );
    expect(words).toHaveLength(24);
    const [cases, people] = [
      ["立案（件）", "处罚案件（件）", "罚没（万元）"],
      ["移送公安案件（件）", "被查处单位（家）", "出动执法人员（人次）"],
    ];
    expect(words).toEqual([
      ...["排查企业数量", "不合格企业数量", "整改企业数量"],
      ...["开展质量抽查企业数量", "抽查产品批次", "监督抽查批次不合格发现率"],
      ...[...cases, ...people, ...cases, ...people, ...cases, ...people],
    ]);
    expect(printed?.groups.map(({ group }) => groupOf(supplies, group).label["zh-CN"])).toEqual([
      ...["生产企业排查情况", "产品质量监督抽查情况", "质量违法类", "认证检验检测类"],
      ...["药械资质类", "价格违法类", "其他", "合计"],
    ]);
  });

  test("writes 本期无新增 where a zero report needs the narrative", () => {
    const work = flow.questions.find((question) => question.id === "work");
    expect(work).toMatchObject({ type: "text", required: true, zero: { "zh-CN": "本期无新增" } });
  });
});

describe("the units of the notice", () => {
  const roster = rosterOf(rosterText);
  const flow = flowOf(campaignText);
  const reporting = roster.units.filter((unit) => unit.reports && flow.asks[unit.department ?? ""]);

  test("are 56: eight of the province, five in each of nine cities, three in Pingtan", () => {
    expect(reporting).toHaveLength(8 + 9 * 5 + 3);
    const under = (branch: string) => reporting.filter((unit) => unit.parent === branch).length;
    expect(under("fujian")).toBe(8);
    for (const city of [
      "fuzhou",
      "xiamen",
      "putian",
      "sanming",
      "quanzhou",
      "zhangzhou",
      "nanping",
      "longyan",
      "ningde",
    ])
      expect(under(city)).toBe(5);
    expect(reporting.filter((unit) => unit.parent === "pingtan").map((unit) => unit.department)).toEqual([
      "market-regulation",
      "public-security",
      "economic-development",
    ]);
    expect(reporting.filter((unit) => unit.department === "customs").map((unit) => unit.id)).toEqual([
      "fuzhou-customs",
      "xiamen-customs",
    ]);
  });

  test("have a liaison and a deputy each, named by their post", () => {
    for (const unit of reporting) {
      const people = roster.people.filter((person) => person.unit === unit.id);
      const liaison = people.find((person) => person.role === "liaison");
      const deputy = people.find((person) => person.role === "deputy");
      expect([liaison?.id, deputy?.id]).toEqual([`${unit.id}-liaison`, `${unit.id}-deputy`]);
      expect(nameIn(liaison?.name ?? "", "zh-CN")).toBe(`${nameIn(unit.name, "zh-CN")}联络员`);
      expect(nameIn(deputy?.name ?? "", "zh-CN")).toBe(`${nameIn(unit.name, "zh-CN")}B岗联络员`);
    }
  });

  test("lie within their branches, with a coordinator for each city, one for the province, and leaders", () => {
    expect(within(roster, "fuzhou-market", "fuzhou")).toBe(true);
    expect(within(roster, "fuzhou-market", "fujian")).toBe(true);
    expect(within(roster, "fuzhou-customs", "fuzhou")).toBe(false);
    const count = (role: string) => roster.people.filter((person) => person.role === role).length;
    expect([count("city-coordinator"), count("coordinator"), count("leader")]).toEqual([10, 1, 3]);
    expect(roster.people.find((person) => person.id === "fuzhou-coordinator")?.unit).toBe("fuzhou");
    const [group] = roster.groups.filter((each) => each.leadership);
    expect(group?.people).toEqual(["leader-1", "leader-2", "leader-3", "fj-coordinator"]);
  });
});

test("both flows and both rosters are without a problem", () => {
  expect(flowProblems(campaignText)).toEqual([]);
  expect(rosterProblems(rosterText)).toEqual([]);
  expect(flowProblems(mealsText)).toEqual([]);
  expect(rosterProblems(mealsRosterText)).toEqual([]);
});

test("a flow bears the hash that the caller gives and its own text", () => {
  const flow = flowOf(campaignText);
  expect(flow.hash).toBe("hash");
  expect(flow.text).toBe(campaignText);
});
