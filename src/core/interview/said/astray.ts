import { askedOf, questionsFor } from "../../flow/flow.ts";
import { fold, namesOf } from "../reading/names.ts";
import type { Situation } from "../situation.ts";

/** A command that was not understood as one: 汇总数据来得晚 is none. */
const command =
  /^\/|^(报送|提交|核对|撤回|进度|汇总|填报|零报告|附件|帮助|跳过|略过|放一放|上一[屏项步题]|下载表样|都没有|submit|review|help|skip)(吧|了|呢|一下)?$|^(改|fix)[ \d]|^(请假|稍后提醒|leave|later) ?(\d|[今明后下本]|周|星期|取消|until)/;
/** A line under a heading of its own belongs to a narrative, 重大事项：无; 原因：上期立案 is headed as what was asked. */
const headed = /^(?!原因|理由|说明|备注|情况|reason|note)\p{L}{2,10}[:：]/u;
/** What stands between names and figures and says nothing by itself. */
const between =
  /改成|改为|改|应为|应该是|应是|都|全|均|是|为|和|与|及|跟|还有|以及|的|有|其余|其他|累计|本期|fix|change|and|all|are|is|to|the/g;
/** With fewer letters beside the names, a text says nothing about them. */
const LEAST_LETTERS = 2;

/** Whether a text that was to be a reason only names things of the form, with figures or without, or is a command or a line of a narrative. */
export function isAstray(text: string, { flow, unit }: Situation): boolean {
  const words = fold(text);
  if (command.test(words) || headed.test(words)) return true;
  const department = unit.department ?? "";
  const places = askedOf(flow, department);
  const things = new Set([
    ...places.flatMap(({ row, group, column }) => [row, group, column]),
    ...questionsFor(flow, department).flatMap((question) =>
      question.type === "table" ? [] : [{ ...question, aliases: [] }],
    ),
  ]);
  const names = [...new Set([...things].flatMap(namesOf))].sort((a, b) => b.length - a.length);
  const beside = names.reduce((rest, name) => rest.replaceAll(name, " "), words).replace(between, " ");
  return (beside.match(/\p{L}/gu) ?? []).length < LEAST_LETTERS;
}
