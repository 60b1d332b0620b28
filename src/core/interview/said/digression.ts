import type { Text } from "../../message.ts";
import { isSent, waitingIn } from "../../submission.ts";
import { unsettled } from "../doubts/checking.ts";
import { doubtText } from "../doubts/doubt-text.ts";
import { fold } from "../reading/names.ts";
import { nextScreen, type Screen } from "../screens.ts";
import { screenName } from "../sending/review.ts";
import type { Situation } from "../situation.ts";
import { moment } from "../when.ts";
import { meaningOf, unknown } from "./meaning.ts";

const greeting =
  /^(你好|您好|大家好|在吗|在么|早|早上好|上午好|中午好|下午好|晚上好|hi|hello|hey|good (morning|afternoon|evening))$/;
const thanks =
  /^(谢谢|谢谢你|谢谢您|多谢|感谢|辛苦|辛苦了|收到|知道了|明白|明白了|thanks|thank you|thx|got it|ok thanks)$/;
const when =
  /(什么时候|几点|何时|哪天|多久).{0,6}(截止|前|交|报|完)|(截止|期限).{0,6}(时间|什么时候|几点|是)|^(when|what).{0,20}(due|deadline)/;
/** Whoever does not know writes nothing down. */
const unsure =
  /^(?:我|我们|这个|这里|还|也|暂时)*(?:不知道|不清楚|不晓得|不了解|不确定|不会填|拿不准|说不准|不好说|没数据)(?:怎么填|填什么|多少)?(?:了|啊|呀|哦)?$|^(?:i )?(?:do not|don'?t) know$|^(?:not sure|no idea)$/;
/** A question that is none of these. */
const asking =
  /^(怎么|为什么|为啥|谁|如何|what|why|how|who)|(什么|怎么|为什么|为啥|谁|哪|能不能|可不可以|要不要|是不是|多久|如何|吗|呢|^(which|can|could|may|is|do|does) ).*\?$|[吗呢]$/;
/** 周四才回来, 这周休假: whoever is away and does not say 请假. */
const away =
  /^(?:我|我们|我这边|本人)?(?:这|本|下)?(?:几天|两天|周|星期|个?月|周[一二三四五六日天]|星期[一二三四五六日天]|今天|明天|后天|[0-9]{1,2}(?:日|号))?(?:到|至)?(?:周[一二三四五六日天]|[0-9]{1,2}(?:日|号))?(?:要|才|再|都|在|人)*(?:回来|回单位|上班|休假|年假|病假|休息|出差|外出|不在(?:单位|岗|家)?|住院)(?:了|中|呢|着)?$|^(?:i am |i'm )?(?:on leave|away|on holiday|out of (?:the )?office)(?: (?:this week|until .{1,12}|till .{1,12}))?$/;
const missing =
  /^(还[差缺](?:什么|哪些|哪里|几屏)|[差缺](?:什么|哪些)|还差多少|还有多少|还要填什么|没填完吗|还剩多少|(?:我|我们|我们单位|本期|这期|这周)*(?:是不是|算)?(?:已经|都)?(?:报|报送|交|提交|上报|发)(?:了|上去了|过了|成功了?|好了|完了)?(?:吗|没有?|没吧)|报没报|交没交|(?:did (?:i|we)|have (?:i|we)) (?:sen[dt]|report(?:ed)?|submit(?:ted)?)(?: it| this)?(?: yet)?|what is (left|missing)|how much is left)$/;

/** What a remark beside the question is answered with; undefined where the text is none. It moves nothing. */
export function digression(text: string, situation: Situation, screens: readonly Screen[]): Text | undefined {
  const said = fold(text).replace(/(?<![!?。,.~、])[!?。,.~、]+$/, "");
  if ([...said].length > 30) return undefined;
  const { flow, round } = situation;
  if (greeting.test(said)) return { key: "digression-greeting" };
  if (thanks.test(said)) return { key: "digression-thanks" };
  // Being away may be the very reason that is asked for.
  const reasons = /^(?:reason-|doubt\/)/.test(situation.person.prompt?.screen ?? "");
  if (!reasons && away.test(said)) return { key: "digression-away" };
  // A narrative may speak of deadlines too; a question is short, or says that it is one.
  const asks = [...said].length <= 12 || /[?？吗呢]$/.test(text.trim());
  if (asks && when.test(said))
    return { key: "digression-due", args: { number: round.number, due: moment(round.due, flow) } };
  if (missing.test(said)) return whatIsMissing(situation, screens);
  if (unsure.test(said)) return { key: "digression-unsure" };
  if (said === "说明" || said === "help me") return meaningOf("怎么填", situation, screens);
  const meaning = meaningOf(text, situation, screens);
  if (meaning) return meaning;
  // Words are an answer where words are asked for, and to a doubt they may be a reason.
  const screen = screens.find(({ id }) => id === situation.person.prompt?.screen);
  const words = !screen || screen.kind === "text" || /\d/.test(said);
  return !words && asking.test(fold(text)) ? unknown(situation) : undefined;
}

/** So many of the screens that are left are named. */
const NAMED = 12;

/** What is still to be said, by name: screens to answer, else the doubts to explain; or that nothing is. */
function whatIsMissing(situation: Situation, screens: readonly Screen[]): Text {
  const { report } = situation;
  const open = screens.filter((screen) => nextScreen([screen], report));
  const shown: readonly Text[] = open.slice(0, NAMED).map(screenName);
  const names: Text = { join: open.length > NAMED ? [...shown, "…"] : shown, by: " · " };
  if (open.length > 0) return { key: "digression-missing", args: { screens: open.length, names } };
  const doubted = unsettled("warning", situation, report.cells).slice(0, NAMED);
  const { changes } = waitingIn(report);
  const lines: readonly Text[] = [
    ...(changes > 0 ? [{ key: "waiting-changes", args: { count: changes } }] : []),
    ...doubted.map((doubt) => doubtText(doubt, situation)),
  ];
  if (lines.length > 0) return { join: [{ key: "digression-missing-reason" }, ...lines], by: "\n" };
  return { key: isSent(report) ? "digression-missing-none" : "digression-missing-unsent" };
}
