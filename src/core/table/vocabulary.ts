import type { FlowBlock, FlowColumn, Form, Group, Row } from "../flow/flow.ts";
import { type Named, namesOf } from "../interview/reading/names.ts";
import type { Label } from "../message.ts";
import type { Unit, Words } from "../roster.ts";
import type { Division } from "./asked.ts";
import { type Called, plain } from "./words.ts";

/** A part of an answer that somebody asks for by itself. */
export type Alone = "picture" | "workbook" | "final";

/** Everything that a question about figures may name. */
export type Term =
  | { readonly kind: "unit"; readonly unit: Unit }
  | { readonly kind: "department"; readonly department: string; readonly name: Words }
  | { readonly kind: "row"; readonly row: Row; readonly block: FlowBlock }
  | { readonly kind: "group"; readonly group: string; readonly label: Label }
  | { readonly kind: "column"; readonly column: string; readonly label: Label }
  | { readonly kind: "figures"; readonly figures: "round" | "cumulative" }
  | { readonly kind: "by"; readonly by: Division }
  | { readonly kind: "alone"; readonly alone: Alone }
  | { readonly kind: "drafts" }
  | { readonly kind: "corrections" };

/** Words of the language that stand for a term, whatever the flow and the roster call things. */
const fixed: readonly Called<Term>[] = [
  { thing: { kind: "figures", figures: "cumulative" }, names: ["累计数", "累计", "cumulative", "cum"] },
  { thing: { kind: "figures", figures: "round" }, names: ["当期数", "本期数", "新增", "当期", "increment"] },
  {
    thing: { kind: "by", by: "branches" },
    names: ["by.branches", "按地市", "按地区", "按城市", "分地市", "by branch", "by city", "by cities"],
  },
  {
    thing: { kind: "by", by: "departments" },
    names: ["by.departments", "按部门", "按条线", "分部门", "by department"],
  },
  {
    thing: { kind: "by", by: "units" },
    names: ["by.units", "全部单位", "按单位", "分单位", "各单位", "by unit", "by units"],
  },
  {
    thing: { kind: "by", by: "rows" },
    names: ["by.rows", "按物资", "按项目", "按产品", "by item", "by product", "by products"],
  },
  { thing: { kind: "alone", alone: "picture" }, names: ["as.picture", "表格图", "图片", "picture"] },
  { thing: { kind: "alone", alone: "workbook" }, names: ["as.workbook", "excel", "xlsx", "表格", "workbook"] },
  { thing: { kind: "alone", alone: "final" }, names: ["as.final", "工作总结", "总结", "final summary", "final"] },
  { thing: { kind: "drafts" }, names: ["含未提交", "含草稿", "含在填", "未提交", "with drafts", "drafts"] },
  { thing: { kind: "corrections" }, names: ["corr", "只看更正", "更正", "only corrections", "corrections"] },
];

/** Words that carry nothing here: 看一下福州的汇总表. */
export const idle: readonly Called<undefined>[] = [
  {
    thing: undefined,
    names: [
      ..."看 查 请 局 厅 委 的 表 数 情况 数据 汇总 汇总表 情况表 一下 看看 部门 条线 系统".split(" "),
      ..."the of for in and show me figures please units department".split(" "),
    ],
  },
];

/** The names of units, departments, rows, groups and columns, each also by its id (`u.`, `d.`, `r.`, `g.`, `c.`). */
export type Vocabulary = readonly Called<Term>[];

/** What can be named: these units alone (those that the asker may see), every department, the whole form. */
export function vocabularyOf(
  flow: Pick<Form, "blocks">,
  units: readonly Unit[],
  departments: Readonly<Record<string, Words>>,
): Vocabulary {
  return [
    ...fixed,
    ...units.map(
      (unit): Called<Term> => ({
        thing: { kind: "unit", unit },
        names: [`u.${unit.id}`, ...spelled(unit.name), ...spelled(unit.short)],
      }),
    ),
    ...Object.entries(departments).map(
      ([department, name]): Called<Term> => ({
        thing: { kind: "department", department, name },
        names: [`d.${department}`, ...spelled(name)],
      }),
    ),
    ...flow.blocks.flatMap((block) =>
      block.rows.map((row): Called<Term> => ({ thing: { kind: "row", row, block }, names: named("r", row) })),
    ),
    ...once(flow.blocks.flatMap((block) => block.groups)).map(
      (group): Called<Term> => ({
        thing: { kind: "group", group: group.id, label: group.label },
        names: named("g", group),
      }),
    ),
    ...once(flow.blocks.flatMap((block) => block.groups.flatMap((group) => group.columns))).map(
      (column): Called<Term> => ({
        thing: { kind: "column", column: column.id, label: column.short },
        names: named("c", column),
      }),
    ),
  ];
}

function named(mark: string, thing: Named & { readonly id: string }): readonly string[] {
  return [`${mark}.${thing.id}`, ...namesOf(thing)];
}

/** A group or column that stands in several places is one thing to whoever names it. */
function once<T extends Group | FlowColumn>(things: readonly T[]): readonly T[] {
  return [...new Map(things.map((thing) => [thing.id, thing])).values()];
}

function spelled(words: Words): readonly string[] {
  return (typeof words === "string" ? [words] : Object.values(words)).map(plain);
}
