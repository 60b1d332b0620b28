import type { Member } from "../../core/roster.ts";
import { asksAltogether } from "../../core/table/question.ts";
import { type Parsed, parseCommand } from "../commands/parse.ts";
import { figureKinds } from "../commands/why.ts";
import type { House } from "../house.ts";
import { questionsIn } from "./asking.ts";
import { asksOfMissing } from "./reported-already.ts";

/** 谁没报, 福州还有谁没报？: what stands in front says where. */
const missing =
  /^(.{0,12}?)(?:请问|现在|目前|到现在|还|有|都|是)*(?:谁|哪些?(?:几[家个])?(?:单位|地方|地市|家|个)?)(?:还|都)?(?:没有?|未)(?:报送|报上?|填报?|交)(?:了|的|呢|啊|吗|上来)*[?？。!！]*$/;
const missingEnglish =
  /^who (?:has not|hasn.t|is yet to|did not|didn.t) (?:yet )?(?:report(?:ed)?|sent?|answer(?:ed)?)(?: yet)?\??$/i;
const because =
  /^(?:请问)?(?:为什么|为啥|怎么)[\s,，:：]*(.+?)(?:会)?(?:(?:这么|那么)[多少高低大小])?(?:了|呢|啊)*[?？。]*$/;
const becauseEnglish = /^why (?:is|are|so )*(.+?)\??$/i;
const howMany =
  /^(?:请问)?(.+?)(?:一共|总共|共|现在)?(?:报了|有|是)?(?:多少|几)(?:家|件|个|起|批次?|人次?|万元|元)*(?:了|呢|啊)*[?？。]*$/;
const howManyEnglish = /^how (?:many|much) (.+?)\??$/i;

/** A question of who is missing, as the command that answers it; undefined where a text asks something else. */
export function whoIsMissing(text: string): Parsed | undefined {
  const asked = text.trim();
  if (missingEnglish.test(asked)) return parseCommand("/status");
  const where = missing.exec(asked)?.[1];
  return where === undefined ? undefined : parseCommand(`/status ${where.trim()}`);
}

/** What somebody who reads figures asks in plain words, as the command that answers it: who is missing, how many, why. */
export function plainlyAsked(house: House, member: Member, text: string): Parsed | undefined {
  const asked = text.trim();
  const who = whoIsMissing(asked);
  if (who) return who;
  const why = because.exec(asked)?.[1] ?? becauseEnglish.exec(asked)?.[1];
  // Why a report has not come is no question about a figure.
  if (why !== undefined && !asksOfMissing(asked)) return parseCommand(`/why ${why}`);
  const figure = howMany.exec(asked)?.[1] ?? howManyEnglish.exec(asked)?.[1];
  if (figure === undefined) return undefined;
  const cumulative = asksAltogether(asked) ? "cum " : "";
  return parseCommand(`/${namesColumn(house, member, figure) ? "why" : "summary"} ${cumulative}${figure}`);
}

/** Whether words name a column of the form: then they speak of figures, and not of a whole table. */
function namesColumn(house: House, member: Member, words: string): boolean {
  const read = questionsIn(house, member, "why", words, figureKinds);
  return "questions" in read && read.questions.some(({ terms }) => terms.some(({ kind }) => kind === "column"));
}
