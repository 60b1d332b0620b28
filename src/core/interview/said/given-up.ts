import { fold } from "../reading/names.ts";
import { whole } from "./clause.ts";

/** Words that give up what was said before and waits for an answer: 算了, 先不填. */
const givingUp = whole(
  "(?:那就?|就|先|还是|这个|都)*(?:算|算了|不要|不填|不报|不记|不选|不写|不存|不改|不是|都不是|没有|没|作废|略过|跳过)|先到这[里儿]?|skip|none|never mind|forget it|leave it",
);

/** Whether a text gives up what waits, and says nothing else. */
export function givesUp(text: string): boolean {
  return givingUp.test(fold(text).replace(/[,，]\s*(?:不要|算|不是)了?$/, ""));
}
