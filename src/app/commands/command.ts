import type { InterviewCommand } from "../../core/interview/situation.ts";
import type { Address, Say, Text } from "../../core/message.ts";
import type { Member } from "../../core/roster.ts";
import type { Instant } from "../../core/time.ts";
import type { Language } from "../../wording/wording.ts";
import type { House } from "../house.ts";
import type { Place, Rights } from "../rights.ts";
import type { Follow } from "../summaries/following.ts";

/** A command as somebody gave it. */
export type Call = {
  readonly house: House;
  readonly member: Member;
  readonly language: Language;
  readonly args: string;
  /** The message that gave it, for the entries that it leads to. */
  readonly id: string;
  readonly channel: string;
  readonly at: Instant;
  readonly sentAt: Instant;
  readonly chat: Address;
  readonly place: Place;
  /** Adds to the reply, in reply to it, what takes its time to be made. */
  readonly follow: Follow;
  /** What else the person may use, in the order of help. */
  readonly usable: readonly Command[];
};

/** A command of the chat: one file each, listed in `index.ts`; its line of help is the wording `help-<name>`. */
export type Command = {
  /** After the slash. */
  readonly name: string;
  /** The word that stands for it in Chinese. */
  readonly word: string;
  /** Other words for it, in lower case: those of buttons that do the same. */
  readonly also?: readonly string[];
  /**
   * What may stand behind the bare word; behind the slash anything may. A line of a narrative often begins with what is
   * also a word of ours (重大事项：无), so nothing stands behind a word but what it is marked with.
   */
  readonly wordTakes: "nothing" | "number" | "words";
  /** Reads a sentence that gives the command with the word elsewhere than in front, 周三请假: its arguments, or undefined. */
  readonly within?: (sentence: string) => string | undefined;
  readonly rights: Rights;
  /** Whether the flows that run give this person anything to do with it; where absent they do. Unoffered it is answered. */
  readonly offered?: (house: House, member: Member) => boolean;
  /** Whoever gives it means to go on another time: the open question is not put again below the answer. */
  readonly putsOff?: true;
} & (
  | {
      /** The interview decides what follows. */
      readonly kind: "interview";
      readonly command: InterviewCommand;
    }
  | { readonly kind: "own"; run(call: Call): Promise<readonly Say[]> }
  /** Coming in with a code, which needs nobody to be known. */
  | { readonly kind: "join" }
);

/** The name of a command as people of a language write it. */
export function calledIn(command: Command, language: Language): Text {
  return language === "zh-CN" ? command.word : { live: `/${command.name}` };
}
