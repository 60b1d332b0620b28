import type { InterviewCommand } from "../../core/interview/situation.ts";
import type { Say } from "../../core/message.ts";
import type { Member, Role } from "../../core/roster.ts";
import type { Instant } from "../../core/time.ts";
import type { Language } from "../../wording/wording.ts";
import type { House } from "../house.ts";

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
  /** What else the person may use, in the order of help. */
  readonly usable: readonly Command[];
};

/** A command of the chat: one file each, listed in `index.ts`; its line of help is the wording `help-<name>`. */
export type Command = {
  /** After the slash. */
  readonly name: string;
  /** The word that stands for it in Chinese. */
  readonly word: string;
  readonly takesArguments: boolean;
  readonly roles: readonly Role[];
  /** Whether it may be used in a group, where everybody reads the answer. */
  readonly inGroups: boolean;
} & (
  | {
      /** The interview decides what follows. */
      readonly kind: "interview";
      readonly command: InterviewCommand;
    }
  | { readonly kind: "own"; run(call: Call): Promise<readonly Say[]> }
  /** Promised and not there yet. */
  | { readonly kind: "not-yet" }
);

/** Those who fill in reports. */
export const reporting: readonly Role[] = ["liaison", "deputy"];
/** Those who answer for several units. */
export const overseeing: readonly Role[] = ["coordinator", "city-coordinator"];
export const everybody: readonly Role[] = ["liaison", "deputy", "head", "leader", "city-coordinator", "coordinator"];

/** The name of a command as people of a language write it. */
export function calledIn(command: Command, language: Language): string {
  return language === "zh-CN" ? command.word : `/${command.name}`;
}
