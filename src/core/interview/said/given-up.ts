import { fold } from "../reading/names.ts";
import { clausesOf } from "./chatter.ts";
import { whole } from "./clause.ts";
import { postpones } from "./later.ts";

/** Words that give up what was said before and waits for an answer: 算了, 先不填. */
const givingUp = whole(
  "(?:那|就|先|还是|这个|都)*(?:算|算了|不要|不填|不报|不记|不选|不写|不存|不改|不是|都不是|没有|没|作废|略过|跳过)|先到这[里儿]?|skip|none|never mind|forget it|leave it",
);

/** Whether a text gives up what waits, and says nothing else. */
export function givesUp(text: string): boolean {
  return givingUp.test(fold(text).replace(/[,，]\s*(?:不要|算|不是)了?$/, ""));
}

const takingBack = whole(
  "(?:那|还是|就|先|这次|暂时)*(?:算|不改|不报|不更正|不补报?|不用改|不用报|不发|不交|不要|别改|别报)|取消更正|leave it(?: as it was)?|never mind|forget it|not now",
);

/** Whether words in place of a reason take back what the reason is asked for, or put it off: 不改了, 先不报, 明天再报. */
export function takesBack(text: string): boolean {
  const clauses = clausesOf(text);
  return clauses.length > 0 && clauses.every((clause) => takingBack.test(clause) || postpones(clause));
}
