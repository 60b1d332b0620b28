import JSZip from "jszip";
import { expect, test } from "vitest";
import type { Told } from "../../src/core/report.ts";
import type { StripStanding, UnitRound } from "../../src/exports/export.ts";
import { report } from "../../src/exports/report/index.ts";
import { reportOf } from "../../src/exports/report/plan.ts";
import { titleLines } from "../../src/exports/report/title.ts";
import { wordingOf } from "../../src/wording/wording.ts";
import { campaignText, flowOf } from "../flow/files.ts";
import { returnWith, unitPart } from "./fixture.ts";

const flow = flowOf(campaignText);
const { word } = wordingOf("zh-CN");
const told = (text: string) => ({ kind: "text" as const, text });
const of = returnWith(
  flow,
  [
    unitPart(
      "福州市市场监管局",
      { "mask.screening.screened": 1_200, "mask.price.fines": 1.2345 },
      { told: { work: told("部署检查。\n出动120人次。"), highlights: told("查获无证口罩。") } },
    ),
    unitPart("厦门市商务局", {}, { standing: "late", told: { work: told("本期无新增") } }),
    unitPart("泉州市公安局", {}, { standing: "draft" }),
    unitPart("漳州海关", {}, { standing: "missing" }),
  ],
  {
    round: {
      ...returnWith(flow, []).round,
      number: 1,
      due: Date.UTC(2020, 4, 21, 9),
      covers: { from: Date.UTC(2020, 4, 10, 16), to: Date.UTC(2020, 4, 20, 16) },
    },
  },
);
const plan = reportOf(of, "up", word);
const texts = plan.parts.flatMap((part) => ("text" in part ? [part.text] : []));

test("the report says its period and the sums, of how many units they are, then what the units wrote, question by question", () => {
  expect([plan.title, plan.under]).toEqual([["防疫物资专项整治周报"], "（第1期　2020年5月11日至2020年5月20日）"]);
  expect(plan.parts.flatMap((part) => (part.kind === "heading" ? [part.text] : []))).toEqual([
    "一、总体情况",
    "二、数据情况",
    "三、工作开展情况",
    "四、工作亮点和典型案例",
    "五、存在的问题和建议",
  ]);
  expect(texts[1]).toContain("本期（第1期），生产企业排查情况：排查1,200家、不合格无数据、整改无数据；");
  expect(texts[1]).toContain("罚没1.2345万元");
  expect(texts).toContain("以上为2020年5月11日至2020年5月20日应报4个单位中2个单位的数据。");
  const leaders = reportOf(of, "leaders", word).parts.flatMap((part) => ("text" in part ? [part.text] : []));
  expect(leaders).toContain("2020年5月11日至2020年5月20日，应报单位4个，已报2个（其中迟报1个），未报2个。");
  expect(texts).toContain("查获无证口罩。");
});

test("a zero report's words are left out, and a question that nobody answered says so", () => {
  expect(texts).not.toContain("本期无新增");
  expect(texts.at(-1)).toBe("无。");
});

test("an answer that there is nothing is left out beside others, and said once where nobody had anything", () => {
  const silent = ["无", "无。", "暂无", "没有", "None."].map((words, index) =>
    unitPart(`${index}`, {}, { told: { highlights: told(words), problems: told(words) } }),
  );
  const one = unitPart("龙岩市商务局", {}, { told: { problems: told("无证经营仍多。") } });
  const { parts } = reportOf({ ...of, units: [...silent, one] }, "up", word);
  const from = parts.findIndex((part) => part.kind === "heading" && part.text.startsWith("四、"));
  expect(parts.slice(from, from + 4)).toEqual([
    { kind: "heading", text: "四、工作亮点和典型案例" },
    { kind: "paragraph", text: "无。" },
    { kind: "heading", text: "五、存在的问题和建议" },
    { kind: "paragraph", text: "无证经营仍多。", by: "龙岩市商务局：" },
  ]);
});

test("a title of several lines is broken between words into lines of about one length", () => {
  expect(titleLines("专项整治行动工作总结", "zh-CN")).toEqual(["专项整治行动工作总结"]);
  expect(titleLines("防疫物资产品质量和市场秩序专项整治行动工作总结", "zh-CN")).toEqual([
    "防疫物资产品质量和市场",
    "秩序专项整治行动工作总结",
  ]);
  expect(titleLines("Campaign on the Quality and Market Order of Epidemic Supplies, Final Summary", "en")).toEqual([
    "Campaign on the Quality and Market Order",
    "of Epidemic Supplies, Final Summary",
  ]);
});

test("an appendix that is the only one bears no number, and a signature never stands on a page alone", async () => {
  const named = (given: typeof of) =>
    reportOf(given, "leaders", word).parts.flatMap((part) => (part.kind === "appendix" ? [part.name] : []));
  expect(named(of)).toEqual(["附件1", "附件2"]);
  expect(named(campaign)).toEqual(["附件"]);
  const zip = await JSZip.loadAsync((await report.make(of, "up", word)).bytes);
  const document = (await zip.file("word/document.xml")?.async("string")) ?? "";
  const paragraphs = document.match(/<w:p>[\s\S]*?<\/w:p>/g) ?? [];
  const date = paragraphs.findIndex((each) => each.includes("2020年5月21日</w:t>"));
  const kept = paragraphs.slice(date - 3, date + 1).map((each) => each.includes("<w:keepNext/>"));
  expect(kept).toEqual([true, true, true, false]);
});

test("it is signed by who sends it up on the day it is due, and the leaders' ends with who reported and who did not", () => {
  expect(plan.parts).toContainEqual({ kind: "signature", lines: ["福建省市场监督管理局", "2020年5月21日"] });
  expect(plan.parts.filter(({ kind }) => kind === "list")).toEqual([]);
  expect(reportOf(of, "leaders", word).parts.at(-1)).toMatchObject({
    rows: [
      ["按时", "1", "福州市市场监管局"],
      ["迟报", "1", "厦门市商务局"],
      ["填报中", "1", "泉州市公安局"],
      ["未报", "1", "漳州海关"],
    ],
  });
});

/** A unit in six rounds: how it stood in each, and what it wrote in some. */
const sixRounds = (standings: readonly StripStanding[], wrote: Readonly<Record<number, Record<string, string>>> = {}) =>
  standings.map((standing, index): UnitRound => {
    const texts = Object.entries(wrote[index + 1] ?? {}).map(([id, text]): [string, Told] => [id, told(text)]);
    return { number: index + 1, standing, told: Object.fromEntries(texts) };
  });
const [every, late, missing] = ["on-time", "late", "missing"] as const;
const campaign = {
  ...of,
  rounds: [1, 2, 3, 4, 5, 6].map((number) => ({ ...of.round, number })),
  units: of.units.map((unit, index) => ({
    ...unit,
    byRound:
      [
        sixRounds([every, every, every, every, every, every], {
          1: { highlights: "查获无证口罩。", work: "部署。" },
          4: { highlights: "查获假冒熔喷布。", problems: "检测能力不足。" },
          5: { problems: "检测能力不足。" },
        }),
        sixRounds([every, late, missing, every, every, every], { 2: { work: "本期无新增" } }),
        sixRounds([missing, missing, missing, missing, missing, missing]),
        sixRounds(["none", "none", every, every, every, every]),
      ][index] ?? [],
  })),
  final: { title: "专项整治行动工作总结", ledgers: ["问题台账：共3件，已结2件，在办1件"] },
};

test("the final summary says the whole campaign: figures, timeliness, ledgers, and what was written over all rounds", () => {
  const summary = reportOf(campaign, "up", word);
  expect([summary.title, summary.under]).toEqual([
    ["专项整治行动工作总结"],
    "（第1—6期　2020年5月11日至2020年5月20日）",
  ]);
  const said = summary.parts.flatMap((part) => {
    if (part.kind === "heading") return [part.text];
    return part.kind === "paragraph" ? [`${part.by ?? ""}${part.text.slice(0, 48)}`] : [];
  });
  expect(said).toEqual([
    "一、总体情况",
    "2020年5月11日至2020年5月20日，共6期，4个单位应报22份，报送15份。",
    "累计，生产企业排查情况：排查1,200家、不合格无数据、整改无数据；产品质量监督抽查情况：抽查企",
    "二、数据情况",
    "三、报送时效",
    "应报22份，按时14份、迟报1份、未报7份，按时率63.6%，完成率68.1%。",
    "每期都按时报送的单位2个：福州市市场监管局、漳州海关。",
    "一期也没有报送的单位1个：泉州市公安局。",
    "四、台账办理情况",
    "问题台账：共3件，已结2件，在办1件。",
    "五、工作亮点和典型案例",
    "福州市市场监管局（第1期）：查获无证口罩。",
    "福州市市场监管局（第4期）：查获假冒熔喷布。",
    "六、存在的问题和建议",
    "福州市市场监管局（第4期）：检测能力不足。",
  ]);
  expect(summary.parts.at(-1)).toMatchObject({
    rows: [
      ["福州市市场监管局", "6", "0", "0", "100%", ""],
      ["漳州海关", "4", "0", "0", "100%", ""],
      ["厦门市商务局", "4", "1", "1", "66.6%", "迟报第2期；未报第3期"],
      ["泉州市公安局", "0", "0", "6", "0%", "未报第1—6期"],
    ],
  });
});

test("a span that is no campaign's end keeps every question, each answer with its round", () => {
  const { final: _none, ...span } = campaign;
  const said = reportOf(span, "up", word).parts.flatMap((part) => ("by" in part ? [`${part.by}${part.text}`] : []));
  expect(said).toContain("福州市市场监管局（第1期）：部署。");
  expect(said).toContain("福州市市场监管局（第4期）：检测能力不足。");
});

test("the file is on A4 with the margins of an official document, its heads repeated, its pages numbered", async () => {
  const zip = await JSZip.loadAsync((await report.make(of, "up", word)).bytes);
  const document = (await zip.file("word/document.xml")?.async("string")) ?? "";
  expect(document).toMatch(/<w:pgSz w:w="11907" w:h="16840"/);
  expect(document).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1588"/);
  expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(2);
  expect(document).toContain('w:eastAsia="仿宋"');
  const footers = Object.keys(zip.files).filter((name) => /^word\/footer\d*\.xml$/.test(name));
  expect(await zip.file(footers[0] ?? "")?.async("string")).toContain("PAGE");
  const core = (await zip.file("docProps/core.xml")?.async("string")) ?? "";
  expect(core).toContain("<dc:creator>Baosong</dc:creator>");
});

test("a figure that nobody reported is a dash, also a rate of nothing sampled; no cell is left empty", () => {
  const cells = plan.parts.flatMap((part) =>
    part.kind === "table" ? part.table.bands.flatMap(({ rows }) => rows.flatMap((row) => row.cells)) : [],
  );
  expect(cells).toContain("—");
  expect(cells).not.toContain("");
});

test("what the police report stands beside the cases passed to them, for those who reconcile it, and does not go up", () => {
  const police = { ...of, tables: of.tables.map((table) => (table.block === "police" ? withTotals(table) : table)) };
  const said = (audience: "up" | "leaders") =>
    reportOf(police, audience, word).parts.flatMap((part) => ("text" in part ? [part.text] : []));
  const beside = expect.stringMatching(/^与表内“移送公安”对照，不相加：累计，.*受理移送7件、刑事立案5件/);
  expect(said("leaders")).toContainEqual(beside);
  expect(said("up")).not.toContainEqual(beside);

  function withTotals(table: (typeof of.tables)[number]): (typeof of.tables)[number] {
    const totals = { "investigation.accepted": 7, "investigation.criminal": 5 };
    return { ...table, roundTotals: { ...totals, "investigation.accepted": 6 }, cumulativeTotals: totals };
  }
});
