import { Buffer } from "node:buffer";
import type { Block, Choice, Inbound } from "../../src/core/message.ts";

type Blocks = readonly Block<string>[];
type Words = { readonly [key: string]: string };

const chinese: Words = {
  opening: "第1期填报开始",
  unit: "北港区水务局",
  period: "统计：5月11日—5月20日24时（首期含期初累计）",
  due: "报送：5月21日（周四）17:00 前",
  start: "开始填报",
  zero: "零报告",
  sheet: "下载表样",
  ask: "本期哪些物资有排查、抽查、检查或案件？",
  rest: "没选的记 0，报送前列给您核对",
  done: "选好了",
  none: "都没有",
  screen: "口罩 · 生产企业排查（家）",
  names: "排查  不合格  整改",
  how: "回三个数，如 12 2 1",
  submit: "提交",
  allZero: "都是 0",
  bad: "没看懂“{}”：请给准数，如 30。别的没动。",
  kept: "✓ 口罩 排查{0} 不合格{1} 整改{2}",
  next: "口罩 · 监督抽查",
};
const english: Words = {
  opening: "Round 1 has opened",
  unit: "North Harbour Water Board",
  period: "Covers 11 May to 20 May, 24:00 (with the opening balance)",
  due: "Due Thu 21/5 17:00",
  start: "Start",
  zero: "Zero report",
  sheet: "Blank form",
  ask: "Which supplies saw screening, sampling, checks or cases?",
  rest: "What you leave out counts as 0 and is listed before you send",
  done: "Done",
  none: "None",
  screen: "Masks · Screening (firms)",
  names: "screened  failed  rectified",
  how: "Reply with 3 figures, such as 12 2 1",
  submit: "Submit",
  allZero: "All 0",
  bad: "“{}” is not exact. Send the exact figure, such as 30. Nothing else changed",
  kept: "✓ Masks screened {0} failed {1} rectified {2}",
  next: "Masks · Sampling",
};
const goods: readonly (readonly [string, string, string])[] = [
  ["mask", "口罩", "Masks"],
  ["ventilator", "呼吸机", "Ventilators"],
  ["clothing", "防护服", "Clothing"],
  ["thermometer", "体温计", "Thermometers"],
  ["reagent", "检测试剂", "Reagents"],
  ["meltblown", "熔喷布", "Melt-blown"],
  ["nonwoven", "无纺布", "Nonwoven"],
  ["sensor", "传感器", "Sensors"],
];

/** A bot of a few screens in place of the app: a tick list, a form, a file, a posting. Speaks as the desk was told. */
export function scene(languageOf: (person: string) => string | undefined) {
  const ticked = new Set<string>();
  const words = (person: string) => (languageOf(person) === "en" ? english : chinese);
  const say = (w: Words, key: string, ...given: readonly string[]) =>
    (w[key] ?? key).replace(/\{(\d?)\}/g, (_, index) => given[Number(index)] ?? "");
  const text = (words: string): Block<string> => ({ kind: "text", text: words });

  const opening = (person: string): Blocks => {
    const w = words(person);
    return [
      { kind: "heading", text: say(w, "opening") },
      ...["unit", "period", "due"].map((key) => text(say(w, key))),
      { kind: "choices", choices: ["start", "zero", "sheet"].map((key) => ({ label: say(w, key), action: key })) },
    ];
  };
  const ticks = (w: Words): Blocks => [
    { kind: "heading", text: say(w, "ask") },
    text(say(w, "rest")),
    {
      kind: "choices",
      choices: [
        ...goods.map(
          ([id, zh, en]): Choice<string> => ({
            label: w === english ? en : zh,
            action: `t:${id}`,
            ticked: ticked.has(id),
          }),
        ),
        { label: `${say(w, "done")} ${ticked.size}`, action: "done" },
        { label: say(w, "none"), action: "none" },
      ],
    },
  ];
  const screen = (w: Words, title: string, done: number): Blocks => [
    { kind: "heading", text: say(w, title) },
    { kind: "progress", done, of: 15 },
    text(say(w, "names")),
    text(say(w, "how")),
    {
      kind: "inputs",
      action: `form:${title}`,
      submit: say(w, "submit"),
      inputs: ["a", "b", "c"].map((name, index) => ({
        name,
        label: say(w, "names").split("  ")[index] ?? name,
        unit: w === english ? "firms" : "家",
        placeholder: ["30", "5", "4"][index] ?? "",
      })),
    },
    { kind: "choices", choices: [{ label: say(w, "allZero"), action: "zeros" }] },
  ];

  const answer = (inbound: Inbound): Blocks | { readonly inPlace: Blocks } => {
    const w = words(inbound.from.id);
    switch (inbound.kind) {
      case "said":
        if (/^(填报|\/report)$/.test(inbound.text)) return ticks(w);
        if (/^(汇总|\/summary)$/.test(inbound.text)) return posting;
        return [text(say(w, "bad", inbound.text))];
      case "pressed": {
        const { action, fields } = inbound;
        if (action.startsWith("t:")) {
          const id = action.slice(2);
          if (!ticked.delete(id)) ticked.add(id);
          return { inPlace: ticks(w) };
        }
        if (fields) {
          const figures = ["a", "b", "c"].map((name) => fields[name] ?? "");
          const wrong = figures.find((figure) => !/^\d+$/.test(figure));
          if (wrong !== undefined) return [text(say(w, "bad", wrong))];
          return [text(say(w, "kept", ...figures)), ...screen(w, "next", 2)];
        }
        if (action === "start") return ticks(w);
        if (action === "done") return screen(w, "screen", 1);
        return [text("✓"), { kind: "file", name: "表样.xlsx", bytes: Buffer.from("PK\u0003\u0004 a form") }];
      }
      case "sent-file":
        return [text(`✓ ${inbound.name}`)];
      default:
        return [text("✓")];
    }
  };
  return { opening, answer };
}

const figures = (seed: number, columns: number) =>
  Array.from({ length: columns }, (_, index) => ((seed * 37 + index * 53) % 1400).toLocaleString("en"));

const head = ["物资", "立案", "处罚", "罚没（万元）", "移送公安", "被查处", "出动人次"];

/** What the group gets at the deadline. */
export const posting: Blocks = [
  { kind: "heading", text: "第1期情况表 · 第1版" },
  { kind: "text", text: "截至5月20日24时 · 已报 46/59（未报 13，另有 4 个单位在填）" },
  { kind: "text", text: "排查 1,204 家，不合格 87，整改 61" },
  { kind: "text", text: "抽查 532 批次，不合格 50（9.4%）" },
  { kind: "text", text: "立案 41，处罚 26，罚没 31.2 万元，移送公安 2" },
  {
    kind: "fields",
    fields: [
      { label: "存疑", value: "2 处，均有说明" },
      { label: "未报", value: "三明市发改委、南平市商务局…" },
    ],
  },
  { kind: "table", caption: "合计", head, rows: goods.map(([, name], index) => [name, ...figures(index + 1, 6)]) },
  { kind: "file", name: "第1期情况表（领导小组）.xlsx", bytes: Buffer.alloc(48_300, 1) },
  { kind: "choices", choices: ["按地市", "按物资", "催报"].map((label) => ({ label, action: label })) },
];
