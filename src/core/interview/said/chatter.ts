import { fold } from "../reading/names.ts";
import { doing, whole } from "./clause.ts";
import { later } from "./later.ts";
import { agreeing, heard, politely } from "./yes.ts";

/** What is said beside a question and reports nothing: yes and no, that it comes at once, later, or was sent already. */
export type Chatter = "answer" | "soon" | "later" | "sent";

const kinds: readonly (readonly [Chatter, RegExp])[] = [
  ["answer", whole(`${agreeing}|${politely}|${heard}|不|不是|不对|不用|否|no|n`)],
  ["soon", whole(`(?:我|我们|我这边|这边)?(?:马上|立刻|立即|这就|现在就|正在|还在|在)(?:就|去|来)?(?:${doing})?`)],
  [
    "soon",
    whole(
      "(?:请|您)?(?:稍等|等等|别急|不急|莫急|别催)(?:一下|片刻|会儿?)?|on it|will do|one moment|just a moment|wait|hang on",
    ),
  ],
  ...later.map((words): readonly [Chatter, RegExp] => ["later", words]),
  [
    "sent",
    whole(
      `(?:我|我们)?(?:已经|已|都|刚|早就|昨天|上午|之前)*(?:发|传|交|报|填|提交|上报|报送|寄)(?:给|到|在)?(?:你|您|你们|群里|群|邮箱|微信)?(?:了|过了|过去了|完了|好了|上去了)`,
    ),
  ],
  ["sent", whole("已(?:发|报|交|填|报送|上报|提交)|sent(?: it)?|already sent|done")],
];

/** Longer than this nobody chats at a question. */
const LONGEST = 30;

/** What kind of chatter a text is: all of it, clause by clause; undefined for anything that may report something. */
export function chatterIn(text: string): Chatter | undefined {
  if ([...text].length > LONGEST) return undefined;
  const clauses = clausesOf(text);
  const said = clauses.map(kindOf);
  if (clauses.length === 0 || said.includes(undefined)) return undefined;
  return said.find((kind) => kind === "later" || kind === "sent") ?? said.find((kind) => kind === "soon") ?? "answer";
}

/** Whether some clause of a text is chatter: then the rest may be, too. */
export function hasChatter(text: string): boolean {
  return clausesOf(text).some((clause) => kindOf(clause) !== undefined);
}

function kindOf(clause: string): Chatter | undefined {
  if (clause.length > LONGEST) return undefined;
  return kinds.find(([, words]) => words.test(clause))?.[0];
}

/** The clauses of a text, folded for comparison. */
export function clausesOf(text: string): readonly string[] {
  return fold(text)
    .split(/[,;、。.!?~，；！？…\n]+/)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== "");
}
