import { say } from "../../message.ts";
import { isSent } from "../../submission.ts";
import type { Outcome } from "../outcome.ts";
import { fold } from "../reading/names.ts";
import { alreadySent } from "../sending/explained.ts";
import type { Situation } from "../situation.ts";
import { askedAgain, standingPrompt } from "../standing.ts";

const begin =
  /^(?:我要|我们?|现在|那|就|来|重新)*(?:开始|接着|继续)(?:填报?|报|填写|报送)?(?:第 ?(\d{1,3}|[一二三四五六七八九十]{1,3}) ?期)?(?:的?(?:数据|报表|表))?(?:吧|了)?$|^(?:start|begin|go on)(?: filling in)?(?: round (\d{1,3}))?$/;

/** 开始, 开始填第2期: filling in begins, or what is asked is asked again, and which round it is. Undefined for anything else. */
export function begun(situation: Situation, text: string): Outcome | undefined {
  const words = begin.exec(fold(text));
  if (!words) return undefined;
  const { number } = situation.round;
  const [, chinese, english] = words;
  const named = chinese ?? english;
  const own = named === undefined || named === String(number);
  const lead = own ? [] : [say({ key: "begin-round", args: { number } })];
  if (isSent(situation.report)) return alreadySent(situation, "interview-not-asked");
  return { entries: [], lead, ask: standingPrompt(situation) ? askedAgain(situation) : { kind: "next" } };
}
