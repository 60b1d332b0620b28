import type { Flow, Place } from "../../core/flow/flow.ts";
import type { Inbound } from "../../core/message.ts";
import type { Bot } from "../bot.ts";
import type { Chance } from "./chance.ts";
import { answerTo, type Move } from "./liaison.ts";
import type { Paper } from "./paper.ts";
import type { Truth } from "./truth.ts";

/** More messages than any report takes: a talk that goes in circles is a fault, and must not hang the rehearsal. */
const MOST = 400;

/** Who plays, on what. */
export type Stage = {
  readonly bot: Bot;
  readonly paper: Paper;
  readonly flow: Flow;
  readonly chance: Chance;
  readonly nextId: () => string;
};
export type Player = { readonly person: string; readonly department: string };

/** Plays one liaison's report from the first word to the receipt; gives the number of messages it took. */
export async function playReport(stage: Stage, player: Player, truth: Truth, slips: number): Promise<number> {
  let messages = 1;
  let left = slips;
  await act(stage, player.person, { kind: "say", text: "填报" });
  for (; messages < MOST; messages += 1) {
    const slip = left > 0 && stage.chance.happens(0.3);
    const move = answerTo(stage.paper.last(player.person), stage.flow, player.department, truth, stage.chance, slip);
    if (move.kind === "stop") return messages;
    if (slip) left -= 1;
    await act(stage, player.person, move);
    // An unreadable answer is answered without the question: what was asked stands above it.
    if (slip && move.kind === "say") await act(stage, player.person, { kind: "say", text: "填报" });
  }
  throw new Error(`${player.person} was asked more than ${MOST} questions`);
}

/** A zero report: asked for, and confirmed. */
export async function playZero(stage: Stage, player: Player): Promise<number> {
  await act(stage, player.person, { kind: "say", text: "零报告" });
  await act(stage, player.person, { kind: "say", text: "是" });
  return 2;
}

/** Corrects one figure of a report that was sent. */
export async function playCorrection(stage: Stage, { person }: Player, place: Place, figure: number): Promise<number> {
  const name = (words: Readonly<Record<string, string>>) => words["zh-CN"] ?? Object.values(words)[0] ?? "";
  const where = [place.row.short, place.group.short, place.column.short].map(name).join(" ");
  await act(stage, person, { kind: "say", text: `改 ${where} ${figure}` });
  const doubted = stage.paper
    .last(person)
    .some((block) => block.kind === "choices" && block.choices.some(({ action }) => action.startsWith("k:")));
  if (doubted) await act(stage, person, { kind: "say", text: "已核对，属实" });
  return doubted ? 2 : 1;
}

async function act({ bot, nextId }: Stage, person: string, move: Exclude<Move, { kind: "stop" }>): Promise<void> {
  const address = { channel: "simulator", id: person };
  const now = bot.now();
  const head = { id: nextId(), from: address, chat: address, sentAt: now, at: now };
  const inbound: Inbound =
    move.kind === "say"
      ? { ...head, kind: "said", text: move.text }
      : { ...head, kind: "pressed", action: move.action, ...(move.fields ? { fields: move.fields } : {}) };
  const { replied } = await bot.receive(inbound);
  await replied;
}
