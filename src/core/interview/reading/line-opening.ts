import type { Situation } from "../situation.ts";
import { fold } from "./names.ts";
import { datesIn, withoutAddress, withoutCircumstance } from "./opening-words.ts";

/** Why words in front of a place take the figures behind it away from this round of this unit. */
export type Opening = {
  readonly why: "round" | "about" | "not" | "strange";
  readonly part: string;
};

/** Greetings, who writes, of when and what: said in front of figures of this round, and changing nothing of them. */
const harmless =
  /收到|好的|好嘞|好滴|好(?=$|[\s,:;、。])|行(?=$|[\s,:;、。])|嗯+|哦|谢谢|辛苦了?|抱歉|对不起|补一下|补录|补填|补|漏报|漏填|漏了|漏|忘了|忘记|刚才|刚刚|重新|重报|登记|记一下|录一下|录入|早上|中午|晚上|本月|发现|统计|经查|经办人|联络员|填报人|负责人|联系人|同事|同志|您|你|大家好|各位|领导|老师|本周|这周|本期|这期|这一期|本次|这次|今天|今日|昨天|昨日|上午|下午|截至|截止|目前|现在|其中|另外|此外|还有|以及|同时|还|另|补充|补报|更正|更新|修改|改为|改|新增|共计|合计|总计|一共|总共|共|上报|报送|填报|报告|报一下|报|填|发|数据|情况|如下|我们单位|我们局|我们|我单位|我局|我委|我厅|我处|我科|我所|我方|我这边|这边|本单位|本局|本委|我|对|在|将|把|就|关于|生产(?:企业|单位)|企业|开展|检查|排查|查了|查|了|一下|请|麻烦|按|是|的|有|为|和|与|及|第/g;
const plain =
  /\b(?:ok|okay|got|it|thanks|thank|you|noted|sorry|yes|add|missed|forgot|just|my|me|i|am|from|with|section|office|team|hello|hi|hey|dear|all|good|morning|afternoon|this|week|period|round|today|yesterday|we|our|us|have|had|here|is|are|were|the|of|for|in|on|at|and|also|please|report|reporting|return|data|figures?|correction|correct|update|fix|change|new|total|now|so|far|by|to)\b/g;
const round =
  /上一?[期周次]|上上[期周]|上个?月|下一?[期周次]|下个?月|前几?期|往期|去年|以前|之前|第\s*[\d一二三四五六七八九十]+\s*[期周次]|\b(?:last|previous|prior|next|earlier)(?: (?:week|period|round|month))?\b|\b(?:period|round|week) \d+\b/;
const about =
  /预计|预估|估计|估算|大约|大概|大致|约|差不多|左右|可能|也许|好像|应该|计划|拟|\b(?:about|around|roughly|approximately|maybe|perhaps|probably|possibly|expected|planned|estimated?)\b/;
const not = /没有|没|未|无|不|非|\b(?:no|not|none|without|never)\b/;

/** What words in front of a place mean for its figures; undefined where they change nothing. */
export function openingOf(words: string, situation: Situation): Opening | undefined {
  const {
    round: { number },
    unit,
  } = situation;
  const own = new RegExp(`第 *${number} *期|\\b(?:period|round) ${number}\\b`, "g");
  const { rest: said, other } = datesIn(withoutAddress(fold(words), situation).replace(own, " "), situation);
  const found = { round: round.exec(said), about: about.exec(said), not: not.exec(said) };
  for (const why of ["round", "about", "not"] as const) {
    const part = found[why]?.[0];
    if (part !== undefined) return { why, part };
  }
  if (other !== undefined) return { why: "round", part: other };
  const rest =
    withoutCircumstance(said)
      .replace(harmless, " ")
      .replace(plain, " ")
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const strange = rest.find((part) => !names(unit, part));
  return strange === undefined ? undefined : { why: "strange", part: strange };
}

/** Whether words are the unit's own name, or are cut from it: 福州市场监管局 for 福州市市场监督管理局. */
function names({ name, short }: Situation["unit"], part: string): boolean {
  const called = [name, short].flatMap((words) => (typeof words === "string" ? [words] : Object.values(words)));
  return called.map(fold).some((each) => {
    let at = 0;
    for (const letter of each) if (letter === part[at]) at += 1;
    return at >= part.length;
  });
}
