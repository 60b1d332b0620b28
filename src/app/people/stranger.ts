import { accountOf } from "../../core/directory.ts";
import { type Inbound, type Say, sentence } from "../../core/message.ts";
import { type Duration, type Instant, MINUTE } from "../../core/time.ts";
import type { About } from "../about.ts";
import { commandIn } from "../commands/parse.ts";
import type { House } from "../house.ts";
import { verdict } from "../rights.ts";
import { tooLong } from "../too-long.ts";
import { join } from "./join.ts";

/** How long it is remembered that an account was answered, and how many answers it has in that time. */
const WHILE: Duration = 10 * MINUTE;
const ANSWERS = 5;
/** The same with a code that was refused: whoever has one may slip in typing it, and wrong ones are counted elsewhere. */
const REFUSALS = 20;
/** Answers in a minute to all strangers together: what reminders and the summary have to share the platform with. */
const IN_ALL = 60;

/** Answers that strangers had, oldest first: at most `IN_ALL` for each minute of `WHILE`, whoever and however many they are. */
export type Answers = readonly { readonly account: string; readonly at: Instant }[];

/** The answers with one more; undefined where the account had `most` of them lately, or all strangers as many as they may. */
export function withAnswer(before: Answers, account: string, at: Instant, most: number): Answers | undefined {
  // What lies ahead was noted before the clock was put back: nobody waits for it.
  const lately = before.filter((each) => each.at > at - WHILE && each.at <= at);
  const own = lately.filter((each) => each.account === account);
  const justNow = lately.filter((each) => each.at > at - MINUTE);
  return own.length < most && justNow.length < IN_ALL ? [...lately, { account, at }] : undefined;
}

/** What is said to somebody whom the bot does not know; nothing where they have had their answers. */
export type ToStranger = (inbound: Inbound, about: About) => Promise<readonly Say[]>;

const silence: readonly Say[] = [];

/**
 * Somebody whom the bot does not know may join; to anything else there is one sentence, so that nothing is learnt. Answers
 * go out before reminders and postings, so that strangers have few of them: beyond that nothing is said, and nothing kept.
 * A code is looked at all the same, and a right one answered.
 */
export function strangersAt(house: House): ToStranger {
  let answers: Answers = [];
  const atMost = (most: number, { from }: Inbound, says: readonly Say[]): readonly Say[] => {
    const more = withAnswer(answers, accountOf(from), house.clock.now(), most);
    answers = more ?? answers;
    return more ? says : silence;
  };
  return async (inbound, about) => {
    if (inbound.kind === "left" || inbound.kind === "moved") return silence;
    const parsed = tooLong(inbound) ? undefined : commandIn(inbound);
    const may = parsed?.kind === "known" && verdict(parsed.command.rights, "stranger", about.place) === "granted";
    if (!may || parsed.args === "") return atMost(ANSWERS, inbound, [sentence({ key: "stranger" })]);
    const said = await join(house, parsed.args, about);
    return house.people.memberAt(inbound.from) ? said : atMost(REFUSALS, inbound, said);
  };
}
