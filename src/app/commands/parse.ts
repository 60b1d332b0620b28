import type { Inbound } from "../../core/message.ts";
import { isPrivate } from "../about.ts";
import type { Command } from "./command.ts";
import { commands } from "./index.ts";

/** What a text is as a command: one of ours with its arguments, an unknown one, or none at all (undefined). */
export type Parsed =
  | { readonly kind: "known"; readonly command: Command; readonly args: string }
  | { readonly kind: "unknown"; readonly name: string };

/** A word with arguments is a short line; a narrative that happens to begin with 汇总 is not a command. */
const LONGEST_LINE = 120;

/** Reads `/report`, `/report@bot`, 填报 as the whole message, and 改 … or 汇总 … with what follows, as written. */
export function parseCommand(text: string): Parsed | undefined {
  const trimmed = text.trim();
  const slashed = /^[/／]([A-Za-z_]+)(?:@\S+)?(?:\s+([\s\S]*))?$/.exec(trimmed);
  if (slashed) return named(slashed[1] ?? "", slashed[2] ?? "");
  if (/^[/／]/.test(trimmed) && !trimmed.includes("\n")) return { kind: "unknown", name: trimmed.slice(0, 20) };
  const whole = commands.find(({ word, also }) => word === trimmed || also?.includes(trimmed.toLowerCase()));
  if (whole) return { kind: "known", command: whole, args: "" };
  for (const command of commands) {
    if (!trimmed.startsWith(command.word)) continue;
    const args = behindWord(command, trimmed.slice(command.word.length));
    if (args !== undefined) return { kind: "known", command, args };
  }
  return undefined;
}

/** Reads what is said to the bot alone: a command, also one whose word stands within a sentence, 周三请假. */
export function parseSpoken(text: string): Parsed | undefined {
  const sentence = text.trim();
  const parsed = parseCommand(sentence) ?? englishWord(sentence);
  if (parsed || !isLine(sentence)) return parsed;
  for (const command of commands) {
    const args = command.within?.(sentence);
    if (args !== undefined) return { kind: "known", command, args };
  }
  return undefined;
}

/** English words that answer questions of ours as well: to leave what was proposed, to put it off. */
const answers = ["leave", "later"];

/** A text that is a command's English word and nothing else: help, whatever language the person reads. */
function englishWord(text: string): Parsed | undefined {
  const word = text.toLowerCase();
  const command = commands.find(({ name }) => name === word && !answers.includes(name));
  return command && { kind: "known", command, args: "" };
}

function isLine(text: string): boolean {
  return text.length <= LONGEST_LINE && !text.includes("\n");
}

/** What stands behind a command's bare word as its arguments; undefined where the line is no command after all. */
function behindWord(command: Command, rest: string): string | undefined {
  // A correction may bring a whole new text with it, and 改1 or 改：1 is written as often as 改 1.
  if (command.kind === "interview") {
    const corrects = command.wordTakes === "words" && /^[ \t\u3000:：\d０-９]/.test(rest);
    return corrects ? rest.replace(/^[\s:：]+/, "") : undefined;
  }
  if (!isLine(rest)) return undefined;
  const args = rest.trim();
  // A code is pasted right behind its word.
  if (command.kind === "join" && /^[\dA-Za-z０-９Ａ-Ｚａ-ｚ:：]/.test(rest)) return args.replace(/^[:：]\s*/, "");
  if (!/^[ \t\u3000]/.test(rest)) return undefined;
  switch (command.wordTakes) {
    case "nothing":
      return undefined;
    case "number":
      return /^第?\d{1,6}号?$/.test(args) ? args : undefined;
    case "words":
      return args;
  }
}

/** The command that a message gives, typed or pressed; undefined where it gives none. People's talk in a group is no command. */
export function commandIn(inbound: Inbound): Parsed | undefined {
  if (inbound.kind === "said")
    return isPrivate(inbound) || inbound.mentioned ? parseSpoken(inbound.text) : parseCommand(inbound.text);
  return inbound.kind === "pressed" ? parseButton(inbound.action, inbound.fields) : undefined;
}

/** Reads a button or form that gives a command: `cmd:review`, `cmd:summary:1`. */
export function parseButton(action: string, fields: Readonly<Record<string, string>> = {}): Parsed | undefined {
  const [mark, name = "", ...args] = action.split(":");
  // What a form of a command was filled in with stands behind its arguments, as if it had been typed.
  const words = [args.join(":"), ...Object.values(fields)].filter((each) => each !== "").join(" ");
  return mark === "cmd" ? named(name, words) : undefined;
}

function named(name: string, args: string): Parsed {
  // What platforms send when somebody opens the chat; with a code behind it where they followed an invitation.
  const opened = args.trim() === "" ? "help" : "join";
  const wanted = name.toLowerCase() === "start" ? opened : name.toLowerCase();
  const command = commands.find((each) => each.name === wanted);
  return command ? { kind: "known", command, args: args.trim() } : { kind: "unknown", name: `/${name.slice(0, 20)}` };
}
