import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Bot, createBot } from "../../../src/app/bot.ts";
import { rehearsalClock } from "../../../src/app/clock.ts";
import { openTelegram } from "../../../src/channels/telegram/index.ts";
import type { Roster } from "../../../src/core/roster.ts";
import { makeChart, makeForm, makePicture, workbook } from "../../../src/exports/index.ts";
import { imports } from "../../../src/imports/index.ts";
import { secrets } from "../../../src/secrets.ts";
import { openLowdb } from "../../../src/store/lowdb/index.ts";
import { shippedCaseFlows } from "../../cases/play.ts";
import { flowFrom } from "../../interview/talk.ts";
import { exampleRoster } from "../../world.ts";
import { listening, settingsFor, wide } from "./channel.ts";
import type { Shown } from "./loopback/chats.ts";
import type { Sending } from "./loopback/people.ts";
import { type Loopback, loopback } from "./loopback/server.ts";

/** How often a chat is looked at before what should stand there counts as missing. */
const LOOKS = 500;

/** The whole bot on Telegram: a real store, the real channel, the loopback server. */
export type OnTelegram = {
  readonly bot: Bot;
  readonly platform: Loopback;
  /** The account of somebody of the roster, or the chat of a group of it. */
  account(id: string): number;
  says(person: string, text: string, chat?: number, answers?: number): Promise<void>;
  /** Sends a photo, or what only pretends to be one. */
  sends(person: string, bytes: Uint8Array, how?: Sending): Promise<void>;
  /** Presses the button that begins so, of the newest message of the chat that bears one. */
  presses(person: string, label: string, chat?: number): Promise<void>;
  /** Resolves once the chat shows something like this, at `from` or after it; rejects where it never does. */
  shows(chat: number, like: (shown: Shown) => boolean, from?: number): Promise<Shown>;
  last(chat: number): Shown;
  end(): Promise<void>;
};

/** The example roster with an account on Telegram for each person and a chat for each group. */
export function rosterOnTelegram(): { readonly roster: Roster; readonly account: (id: string) => number } {
  const roster = exampleRoster();
  const accounts = new Map<string, number>();
  for (const [index, { id }] of roster.people.entries()) accounts.set(id, 200_001 + index);
  for (const [index, { id }] of roster.groups.entries()) accounts.set(id, -1_001_000_000_001 - index);
  const account = (id: string): number => {
    const found = accounts.get(id);
    if (found === undefined) throw new Error(`${id} is not in the roster`);
    return found;
  };
  const there = <T extends { readonly id: string }>(who: T) => ({
    ...who,
    addresses: { telegram: String(account(who.id)) },
  });
  return { roster: { ...roster, people: roster.people.map(there), groups: roster.groups.map(there) }, account };
}

/** Starts it at the opening of the first round; everybody has opened the chat, and the leadership group is there. */
export async function onTelegram(start = "2020-05-19T09:00+08:00"): Promise<OnTelegram> {
  const folder = await mkdtemp(join(tmpdir(), "baosong-telegram-"));
  const platform = await loopback({ limits: wide });
  const { roster, account } = rosterOnTelegram();
  for (const { id } of roster.people) platform.memory.privateChat(account(id)).bot = "member";
  for (const { id } of roster.groups) platform.memory.group(account(id), "supergroup", id);
  const store = await openLowdb({ folder });
  const log = listening();
  const bot = await createBot({
    store,
    flows: [flowFrom("flows/epidemic-supplies-weekly.yaml")],
    caseFlows: shippedCaseFlows(),
    roster,
    clock: rehearsalClock(Date.parse(start), 0),
    exports: [workbook],
    form: makeForm,
    picture: makePicture,
    chart: makeChart,
    imports,
    language: "zh-CN",
    secrets,
    log,
  });
  await bot.start([openTelegram(settingsFor(platform), log, wide).channel], { timed: false });
  /** Waits until the bot has said something in the chat, or edited something there, and says no more. */
  const answered = async (chat: number, act: () => { readonly confirmed: Promise<void> }): Promise<void> => {
    const said = new Promise<void>((resolve) => platform.onSent((where) => where === chat && resolve()));
    await act().confirmed;
    await said;
    await new Promise((resolve) => setTimeout(resolve, 30));
  };
  const last = (chat: number): Shown => {
    const found = platform.shown(chat).findLast(({ from }) => from === "bot");
    if (!found) throw new Error(`nothing was said in ${chat}`);
    return found;
  };
  return {
    bot,
    platform,
    account,
    last,
    shows: async (chat, like, from = 0) => {
      for (let looks = 0; looks < LOOKS; looks += 1) {
        const found = platform.shown(chat).slice(from).find(like);
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      throw new Error(`never shown; the last is ${JSON.stringify(platform.shown(chat).at(-1)?.text)}`);
    },
    says: (person, text, chat, answers) => {
      const how = { ...(chat === undefined ? {} : { chat }), ...(answers === undefined ? {} : { answers }) };
      return answered(chat ?? account(person), () => platform.says(account(person), text, how));
    },
    sends: (person, bytes, how = {}) =>
      answered(how.chat ?? account(person), () => platform.sends(account(person), "photo", "photo.jpg", bytes, how)),
    presses: (person, label, chat = account(person)) => {
      const bearer = platform
        .shown(chat)
        .findLast(({ buttons }) => buttons.flat().some(({ text }) => text.startsWith(label)));
      const button = bearer?.buttons.flat().find(({ text }) => text.startsWith(label));
      if (!bearer || !button) throw new Error(`no button ${label} in ${chat}`);
      return answered(chat, () => platform.presses(account(person), chat, bearer.id, button.callback_data ?? ""));
    },
    end: async () => {
      await bot.stop();
      await store.close();
      await platform.stop();
      await rm(folder, { recursive: true });
    },
  };
}

/** A chat as a phone shows it: the bot's messages to the left, others to the right, buttons in brackets, a field that is asked for too. */
export function asOnPhone(messages: readonly Shown[]): string {
  return messages
    .map(({ from, html, text, buttons, file, answers, asks, kind }) => {
      const words = (from === "bot" ? html : text).split("\n");
      const lines = [
        ...(answers === undefined ? [] : [`(↩ ${answers})`]),
        ...(file ? [`{${kind} ${file.name}, ${file.bytes.length} B}`] : []),
        ...words,
        ...(asks ? [`[_${asks.placeholder}_]`] : []),
        ...buttons.map((row) => row.map((button) => `[${button.text}]`).join(" ")),
      ];
      return lines.map((line) => (from === "bot" ? line : `          > ${line}`)).join("\n");
    })
    .join("\n\n");
}
