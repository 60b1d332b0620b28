import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Bot, createBot } from "../src/app/bot.ts";
import { rehearsalClock } from "../src/app/clock.ts";
import type { Secrets } from "../src/app/house.ts";
import type { Log } from "../src/app/log.ts";
import { type Channel, showsAll } from "../src/channels/channel.ts";
import { parseIso } from "../src/core/calendar/words.ts";
import type { CaseFlow } from "../src/core/cases/case-flow.ts";
import type { Flow } from "../src/core/flow/flow.ts";
import type { Choice, Inbound, Outbound, Sent } from "../src/core/message.ts";
import type { Roster } from "../src/core/roster.ts";
import { loadRoster } from "../src/core/roster-load.ts";
import type { Instant } from "../src/core/time.ts";
import type { Export, MakeChart, MakePicture } from "../src/exports/export.ts";
import { makeChart, makeForm, makePicture } from "../src/exports/index.ts";
import { imports } from "../src/imports/index.ts";
import { secrets } from "../src/secrets.ts";
import { openLowdb } from "../src/store/lowdb/index.ts";
import type { Store } from "../src/store/store.ts";
import type { Portable } from "../src/store/survey.ts";
import type { Language } from "../src/wording/wording.ts";
import { flowFrom, shown } from "./interview/talk.ts";

/** What a message is without what the world fills in. */
type Part<T> = T extends Inbound ? Omit<T, "id" | "from" | "chat" | "sentAt" | "at"> : never;
export type What = Part<Inbound>;
type Where = { readonly id?: string; readonly chat?: string; readonly sentAt?: Instant };

export type World = {
  readonly bot: Bot;
  readonly store: Portable;
  readonly log: readonly string[];
  /** Everything that was sent, oldest first. */
  readonly sent: readonly Outbound[];
  /** The platform's id of a message that was sent. */
  idOf(message: Outbound): string;
  /** What was sent to a chat, as text. */
  heard(chat: string): readonly string[];
  /** Does something as a person, waits for the replies, and gives them as text. */
  act(person: string, what: What, where?: Where): Promise<string>;
  say(person: string, text: string, where?: Where): Promise<string>;
  /** Presses the button of the chat's last message whose label begins so. */
  press(person: string, label: string): Promise<string>;
  at(iso: string): Promise<void>;
  /** The platform's id of a message that was sent. */
  messageOf(message: Outbound | undefined): string;
  /** What becomes of messages that are sent from here on. */
  answerWith(outcome: (message: Outbound) => Sent | Promise<Sent>): void;
  /** Stops the bot and starts another on the same folder, with other options or at a later moment. */
  restart(changed?: WorldOptions): Promise<World>;
  end(): Promise<void>;
};

export type WorldOptions = {
  readonly start?: string;
  readonly flows?: readonly Flow[];
  readonly caseFlows?: readonly CaseFlow[];
  readonly roster?: Roster;
  readonly exports?: readonly Export[];
  readonly language?: Language;
  readonly folder?: string;
  /** Draws pictures and charts; the real ones unless told otherwise. */
  readonly drawing?: { readonly picture: MakePicture; readonly chart: MakeChart };
  /** What codes are made of; the machine's unless the test wants to know them. */
  readonly secrets?: Secrets;
  /** What the channel can do beyond sending. */
  readonly channel?: Partial<Pick<Channel, "aliases" | "inviteLink" | "can" | "stopTaking">>;
  /** Stands between the bot and its store, for what goes wrong there. */
  readonly around?: (store: Store) => Store;
};

/** The example roster of the repository. */
export function exampleRoster(): Roster {
  const loaded = loadRoster(readFileSync(new URL("../data/example/roster.yaml", import.meta.url), "utf8"));
  if ("problems" in loaded) throw new Error(JSON.stringify(loaded.problems));
  return loaded.roster;
}

let loadedOnce: Flow | undefined;

/** The campaign that every world plays unless told otherwise; loading takes longer than most tests. */
function shippedFlow(): Flow {
  loadedOnce = loadedOnce ?? flowFrom("flows/epidemic-supplies-weekly.yaml");
  return loadedOnce;
}

/** The whole bot on a real store in a folder of its own, with a clock that stands still and a channel that records. */
export async function world(options: WorldOptions = {}): Promise<World> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), "baosong-world-")));
  const store = await openLowdb({ folder });
  const clock = rehearsalClock(instant(options.start ?? "2020-05-19T09:00+08:00"), 0);
  const log: string[] = [];
  const note = (about: Readonly<Record<string, unknown>>, message: string) =>
    void log.push(`${message} ${JSON.stringify(about)}`);
  const logger: Log = { debug: () => {}, info: () => {}, warn: note, error: note };
  const bot = await createBot({
    store: options.around?.(store) ?? store,
    flows: options.flows ?? [shippedFlow()],
    caseFlows: options.caseFlows ?? [],
    roster: options.roster ?? exampleRoster(),
    exports: options.exports ?? [],
    form: makeForm,
    secrets: options.secrets ?? secrets,
    picture: options.drawing?.picture ?? makePicture,
    chart: options.drawing?.chart ?? makeChart,
    imports,
    language: options.language ?? "zh-CN",
    clock,
    log: logger,
  });
  const sent: Outbound[] = [];
  const ids = new Map<Outbound, string>();
  let outcome: (message: Outbound) => Sent | Promise<Sent> = () => ({ kind: "sent", id: `b${sent.length}` });
  const channel: Channel = {
    ...options.channel,
    name: "simulator",
    can: options.channel?.can ?? showsAll,
    start: async () => async () => {},
    send: async (_to, message) => {
      const became = await outcome(message);
      if (became.kind === "sent") {
        sent.push(message);
        ids.set(message, became.id);
      }
      return became;
    },
  };
  await bot.start([channel], { timed: false });
  let count = 0;
  let closed = false;
  const close = async () => {
    if (closed) return;
    closed = true;
    await bot.stop();
    await store.close();
  };
  const act: World["act"] = async (person, what, { id, chat = person, sentAt } = {}) => {
    count += 1;
    const before = sent.length;
    const now = clock.now();
    const { replied } = await bot.receive({
      id: id ?? `m${now}-${count}`,
      from: { channel: "simulator", id: person },
      chat: { channel: "simulator", id: chat },
      at: now,
      sentAt: sentAt ?? now,
      ...what,
    });
    await replied;
    return sent
      .slice(before)
      .filter(({ to }) => to.id === chat)
      .map(({ blocks }) => shown(blocks))
      .join("\n---\n");
  };
  return {
    bot,
    store,
    log,
    sent,
    act,
    idOf: (message) => ids.get(message) ?? "",
    heard: (chat) => sent.filter(({ to }) => to.id === chat).map(({ blocks }) => shown(blocks)),
    say: (person, text, where) => act(person, { kind: "said", text }, where),
    press: (person, label) => {
      const last = sent.filter(({ to }) => to.id === person).at(-1);
      const choices: readonly Choice<string>[] = (last?.blocks ?? []).flatMap((block) =>
        block.kind === "choices" ? block.choices : [],
      );
      const choice = choices.find((each) => each.label.startsWith(label));
      if (!choice) throw new Error(`no button ${label} among ${choices.map((each) => each.label)}`);
      return act(person, { kind: "pressed", action: choice.action });
    },
    messageOf: (message) => message?.replaces ?? `b${message ? sent.indexOf(message) : -1}`,
    at: (iso) => bot.moveTo(instant(iso)),
    answerWith: (given) => {
      outcome = given;
    },
    restart: async (changed = {}) => {
      await close();
      return world({ ...options, folder, start: new Date(clock.now()).toISOString(), ...changed });
    },
    end: async () => {
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function instant(iso: string): Instant {
  const found = parseIso(iso);
  if (found === undefined) throw new Error(`${iso} is no instant`);
  return found;
}
