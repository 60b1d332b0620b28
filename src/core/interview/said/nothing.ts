import type { TextQuestion } from "../../flow/schema.ts";
import { fold } from "../reading/names.ts";

const beginning = "(?:本期|本周|这期|这周|我们|我单位|本单位|目前|暂时|一切)*";
/** Nothing happened, in other words than the flow keeps for it: 全部为0, 都没有, 暂无. */
const nothing = new RegExp(
  `^${beginning}(?:都|全|全部|均|一律|各项)*(?:是|为|报)?(?:0|零|没有|没|无|暂无|暂没有)(?:了|的|数|数据|情况|新情况|新增|要报的|可报的|东西)*$|^(?:none|nil|nothing|nothing to report|nothing new|all (?:0|zero|none))$`,
);
const nothingOf = new RegExp(
  `^${beginning}(?:没有|没|无|暂无|暂没有)(?:什么|任何)?(.{0,6}?)(?:了|的)?$|^no (.{1,20})$`,
);
/** What an optional question asks for, in whatever words it does. */
const things =
  /^(?:新|可|要|需要?)?(?:的|报|反映|补充|上传)*(?:照片|图片|相片|附件|材料|资料|亮点|案例|典型|问题|建议|困难|情况|内容|其他|其它|photos?|pictures?|cases?|problems?|highlights?|proposals?)*$/;

/** Longer than this nobody says that there is nothing. */
const LONGEST = 30;

/** Whether a text says that there is nothing to report, and nothing else. */
export function saysNothing(text: string): boolean {
  const words = bare(text);
  return words.length <= LONGEST && nothing.test(words);
}

/** The same without a figure: a bare 0 may be one figure of many. */
export function saysNothingInWords(text: string): boolean {
  return saysNothing(text) && !/[0零]|zero/.test(fold(text));
}

/** The same of one question: 没有照片 where photos may be sent. */
export function saysNothingOf(text: string, { label, short }: Pick<TextQuestion, "label" | "short">): boolean {
  const [, chinese, english] = nothingOf.exec(bare(text)) ?? [];
  const of = chinese ?? english;
  if (of === undefined) return saysNothing(text);
  const names = [...Object.values(label), ...Object.values(short ?? {})].map(fold);
  return things.test(of) || names.some((name) => name.includes(of));
}

function bare(text: string): string {
  return fold(text).replace(/(?<![\s。.!！,，])[\s。.!！,，]+$/, "");
}

/** What a clause that speaks of the round as a whole may begin with. */
export const aboutRound =
  "(?:本期|本周|这期|这周|本次|这次|我们|我单位|本单位|目前|暂时|一切|情况|数据|数|仍|还是|和|与|同|跟|比|较|相比|上期|上周|上次|[ ,])*";
const nothingNew = new RegExp(
  `^${aboutRound}(?:没有?|无|未有|暂无)(?:什么|任何|新的?|其他|其它)*(?:变化|变动|改变|变|新增|新增数|新情况|情况|增加|更新)?(?:了|的|数)?$|^(?:no changes?|nothing (?:new|changed)|unchanged)(?: this (?:week|round))?$|^nothing this (?:week|round)$`,
);

/** Whether a clause says of the round that there is nothing, or nothing new: 本周与上周相同，无新增. */
export function saysNothingNew(clause: string): boolean {
  return nothingNew.test(clause) || saysNothing(clause);
}

const allZero =
  /^(都|全|全部|均|一律)(都|是|为)? ?(0|零|没有|无)$|^(都)?(无|零|没有|none)$|^(nothing|nil)$|^(本期)?(无|没有)新增$|^all (0|zero)$/;

/** What was said in words for all of a screen, folded: 都是0, 无. A bare 0 is one figure, and is never spread. */
export function saysAllZero(words: string): boolean {
  return allZero.test(words);
}

const round = "(?:我们|我局|本单位)*本[期周](?:我们|我局|本单位|都|也)*";
/**
 * 没查, 本周没去, 这项没有: what names a kind of work may be another screen's (没抽查, 没有案件), and 还没查 only says that
 * nobody has looked yet.
 */
const notDone = new RegExp(
  `^(?:我们|我局|本单位|都|也)*(?:${round})?(?:没有?|未)(?:查|开展|进行|涉及|发生)(?:过|任何|什么|这[类项种])*(?:工作|的)?$|^${round}(?:没有?|未)(?:去|做|搞)过?$|^(?:${round})?这一?[个项类块屏]都?(?:没有?|无)(?:的)?$|^(?:${round})?没有?(?:什么|任何)?(?:这[类项种]|此类|这方面的?)(?:工作|的)?$`,
);

/** Whether a text says of what is being asked that nothing of it was done: where no figure stands that comes to 0. */
export function saysNotDone(text: string): boolean {
  return notDone.test(bare(text));
}

/** Whether folded words say that there is nothing without saying of what: where figures stand they may mean no change. */
export function saysBareNothing(words: string): boolean {
  return /^(无|没有|none|nothing|nil)$/.test(words);
}

const nothingMore =
  /^(没有了?|没了|无|没|不改了?|不用改了?|没有要改的|没有变化|无变化|就这样|跳过|略过|不填|skip|none|nothing|no changes?)$/;

/** Whether a text, said to a review, adds nothing and mends nothing. */
export function saysNothingMore(text: string): boolean {
  return nothingMore.test(fold(text)) || saysNothingInWords(text);
}

const nothingTold = /^(?:本[期周月旬]|暂|目前)*(?:无|没有).{0,8}$|^(?:none|nothing|nil|no)\b.{0,16}$/i;

/** Whether a narrative beside zeros tells of nothing, in the words of whoever has nothing: 无, 本期没有新增. */
export function tellsNothing(narrative: string): boolean {
  return nothingTold.test(narrative.trim());
}
