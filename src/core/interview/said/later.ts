import { fold } from "../reading/names.ts";
import { doing, whole } from "./clause.ts";

/** The labels of buttons that leave a question for another time. */
const buttons = "先?放一放|先?放着|以后再说|not now";
const leaving = new RegExp(`^(?:${buttons})$`);

/** Words that lie ahead, and words that may be past as well: 今天核对数据 tells what was done. */
const ahead =
  "明天|明早|后天|今晚|明晚|下班前|稍后|稍候|回头|改天|以后|等会儿?|等一会儿?|等一下|等下|待会儿?|一会儿?|过会儿?|过一会儿?|有空|忙完|开完会";
const sometime = "今天|上午|中午|下午|晚上|稍晚|晚点|晚些|晚一点|下?周[一二三四五六日天]";

const putting = whole(
  `(?:我|我们)?(?:${ahead}|${sometime})(?:的?时候)?(?:我|我们)?(?:再|就|会|给你|给您)*(?:${doing}|说|看)?`,
);
const surely = new RegExp(`^(?:我|我们)?(?:(?:${ahead})|(?:${sometime})(?:的?时候)?(?:我|我们)?(?:再|就|会))`);
const leavingIt = "先不报|暂不报|later|tomorrow|will send it later";

/** Clauses that put off what is asked: when it comes instead, that somebody is busy, that it is left. */
export const later: readonly RegExp[] = [
  putting,
  whole(
    "(?:等|请等|等我)(?:一下|一会儿?|会儿?|下)|(?:我|我们|现在|今天|这边)?(?:在|正|很|太|有点|比较|实在)*忙(?:着|不过来)?|(?:在|正在)?开会中?|出差中?",
  ),
  whole(`${buttons}|${leavingIt}|busy|i am busy`),
];

const away = whole(`${buttons}|${leavingIt}`);

/** Whether a folded clause puts off what is asked, and is no reason: that somebody is busy, or what they did today, may be one. */
export function postpones(clause: string): boolean {
  return (putting.test(clause) && surely.test(clause)) || away.test(clause);
}

/** Whether a text is the label of a button that leaves a question, typed. */
export function leavesQuestion(text: string): boolean {
  return leaving.test(fold(text));
}
