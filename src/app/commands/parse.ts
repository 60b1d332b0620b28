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
    if (!command.takesArguments || !trimmed.startsWith(command.word)) continue;
    const rest = trimmed.slice(command.word.length);
    // A correction may bring a whole new text with it.
    const corrects = command.kind === "interview";
    if (!corrects && (trimmed.length > LONGEST_LINE || trimmed.includes("\n"))) continue;
    // 改1 is written as often as 改 1, and a code is pasted right behind its word.
    const close = corrects ? /^[\d０-９]/ : command.kind === "join" ? /^[\dA-Za-z０-９Ａ-Ｚａ-ｚ]/ : undefined;
    if (/^[ \t\u3000:：]/.test(rest) || close?.test(rest))
      return { kind: "known", command, args: rest.replace(/^[\s:：]+/, "") };
  }
  return undefined;
}

/** Reads a button that gives a command: `cmd:review`, `cmd:summary:1`. */
export function parseButton(action: string): Parsed | undefined {
  const [mark, name = "", ...args] = action.split(":");
  return mark === "cmd" ? named(name, args.join(":")) : undefined;
}

function named(name: string, args: string): Parsed {
  // What platforms send when somebody opens the chat; with a code behind it where they followed an invitation.
  const opened = args.trim() === "" ? "help" : "join";
  const wanted = name.toLowerCase() === "start" ? opened : name.toLowerCase();
  const command = commands.find((each) => each.name === wanted);
  return command ? { kind: "known", command, args: args.trim() } : { kind: "unknown", name: `/${name.slice(0, 20)}` };
}
