import { questionsIn } from "../../src/app/inquiries/asking.ts";
import { summaryBlocks } from "../../src/app/summaries/summary.ts";
import { wordingOf } from "../../src/wording/wording.ts";
import type { Province } from "./province.ts";

/** The leader's `/summary` with these words, put into words: how long it took in milliseconds, and what was asked. */
export async function asked({ bot: { house } }: Province, words: string) {
  const member = house.people.member("chief");
  if (!member) throw new Error("no leader");
  const began = performance.now();
  const read = questionsIn(house, member, "summary", words, ["unit", "department", "row", "figures", "by", "drafts"]);
  const [question] = "questions" in read ? read.questions : [];
  if (!question) throw new Error(words);
  wordingOf("zh-CN").blocks(await summaryBlocks(house, question, () => true));
  return { ms: performance.now() - began, question };
}
