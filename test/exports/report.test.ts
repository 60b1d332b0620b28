import JSZip from "jszip";
import { expect, test } from "vitest";
import { report } from "../../src/exports/report/index.ts";
import { reportOf } from "../../src/exports/report/plan.ts";
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

test("the report says its period, who reported and the sums, then what the units wrote, question by question", () => {
  expect([plan.title, plan.under]).toEqual(["防疫物资专项整治周报", "（第1期　2020年5月11日至2020年5月20日）"]);
  expect(plan.parts.flatMap((part) => (part.kind === "heading" ? [part.text] : []))).toEqual([
    "一、总体情况",
    "二、数据情况",
    "三、工作开展情况",
    "四、工作亮点和典型案例",
    "五、存在的问题和建议",
  ]);
  expect(texts[1]).toBe("2020年5月11日至2020年5月20日，应报单位4个，已报2个（其中迟报1个），未报2个。");
  expect(texts[2]).toContain("本期（第1期），生产企业排查情况：排查1,200家、不合格无数据、整改无数据；");
  expect(texts[2]).toContain("罚没1.2345万元");
  expect(texts).toContain("查获无证口罩。");
});

test("a zero report's words are left out, and a question that nobody answered says so", () => {
  expect(texts).not.toContain("本期无新增");
  expect(texts.at(-1)).toBe("无。");
});

test("it is signed by who sends it up on the day it is due, and ends with who reported and who did not", () => {
  expect(plan.parts).toContainEqual({ kind: "signature", lines: ["福建省市场监督管理局", "2020年5月21日"] });
  expect(plan.parts.at(-1)).toMatchObject({
    rows: [
      ["按时", "1", "福州市市场监管局"],
      ["迟报", "1", "厦门市商务局"],
      ["未报", "2", "泉州市公安局、漳州海关"],
    ],
  });
  expect(reportOf(of, "leaders", word).parts.at(-1)).toMatchObject({
    rows: [{}, {}, ["填报中", "1", "泉州市公安局"], ["未报", "1", "漳州海关"]],
  });
});

test("a span of rounds under a title of its own is a final summary", () => {
  const rounds = [1, 2, 3, 4, 5, 6].map((number) => ({ ...of.round, number }));
  const summary = reportOf({ ...of, rounds, title: "专项整治行动工作总结" }, "up", word);
  expect(summary.title).toBe("专项整治行动工作总结");
  expect(summary.under).toContain("第1—6期");
});

test("the file is on A4 with the margins of an official document, its heads repeated, its pages numbered", async () => {
  const zip = await JSZip.loadAsync((await report.make(of, "up", word)).bytes);
  const document = (await zip.file("word/document.xml")?.async("string")) ?? "";
  expect(document).toMatch(/<w:pgSz w:w="11907" w:h="16840"/);
  expect(document).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1588"/);
  expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(3);
  expect(document).toContain('w:eastAsia="仿宋"');
  const footers = Object.keys(zip.files).filter((name) => /^word\/footer\d*\.xml$/.test(name));
  expect(await zip.file(footers[0] ?? "")?.async("string")).toContain("PAGE");
  const core = (await zip.file("docProps/core.xml")?.async("string")) ?? "";
  expect(core).toContain("<dc:creator>Baosong</dc:creator>");
});
