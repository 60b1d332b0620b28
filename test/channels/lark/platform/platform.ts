import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { z } from "zod";
import { api, type Console, type Rates } from "./api.ts";
import { AGAIN, delivery } from "./delivery.ts";
import { type Faults, noFaults } from "./faults.ts";
import { type Phones, phonesOf } from "./phones.ts";
import { type Chat, emptyState, type Message, type Person, type State } from "./state.ts";

export type PlatformOptions = {
  readonly people?: readonly Person[];
  readonly groups?: readonly Chat[];
  /** How many times as fast the platform's waits and rate windows run. */
  readonly speed?: number;
  /** How many times as soon as the real one it comes again with what was not acknowledged. */
  readonly impatience?: number;
  /** How long it waits each time before it does, in milliseconds, where that is not to be in the real one's proportions. */
  readonly waits?: readonly number[];
  /** How often one interface may be called, where that is to be less than on the real one. */
  readonly rates?: Rates;
  /** How long it knows a uuid, in milliseconds: an hour unless given. */
  readonly hour?: number;
};

/** A pretend open platform on 127.0.0.1 and the phones of its people. */
export type Platform = Phones & {
  readonly url: string;
  readonly app: { readonly id: string; readonly secret: string; readonly openId: string };
  readonly keys: { readonly encrypt: string; readonly token: string };
  readonly state: State;
  readonly connected: () => number;
  /** How often the bot let the three seconds pass while its connection stood. */
  readonly late: () => number;
  /** Events that were brought again since nobody had acknowledged them. */
  readonly broughtAgain: () => number;
  /** Calls that were refused for their rate. */
  readonly flooded: () => number;
  fail(faults: Faults): void;
  configure(console: Partial<Console>): void;
  /** Calls the bot there by webhook from here on. */
  callAt(url: string): void;
  /** Makes the tokens that were given invalid. */
  forgetTokens(): void;
  breakOff(): void;
  /** Told of every new or changed message of the bot. */
  onSent(listener: (message: Message) => void): void;
  /** Resolves at the next new or changed message of the bot in a chat. */
  next(chat: string): Promise<Message>;
  close(): Promise<void>;
};
export const allScopes = [
  "im:message",
  "im:message:send_as_bot",
  "im:message.p2p_msg:readonly",
  "im:message.group_at_msg:readonly",
  "im:resource",
  "im:chat:readonly",
  "im:message.urgent",
  "contact:user.base:readonly",
  "contact:user.employee_id:readonly",
  "contact:user.phone:readonly",
  "contact:user.email:readonly",
  "im:chat.access_event.bot_p2p_chat:read",
];
export const allEvents = [
  "im.message.receive_v1",
  "im.chat.access_event.bot_p2p_chat_entered_v1",
  "im.chat.member.bot.added_v1",
  "im.chat.member.bot.deleted_v1",
  "application.bot.menu_v6",
];

export async function openPlatform({
  people = [],
  groups = [],
  speed = 1,
  impatience = 1,
  waits = AGAIN.map((wait) => wait / impatience),
  hour = 3_600_000,
  rates = { perSecond: 50, perMinute: 1_000 },
}: PlatformOptions = {}): Promise<Platform> {
  const state = emptyState(people, groups, hour);
  const app = { id: "cli_a1b2c3d4e5f60718", secret: "secret-of-the-app", openId: "ou_bot" };
  const keys = { encrypt: "encrypt-key", token: "verification-token" };
  let faults = noFaults;
  let webhook: { url: string; encryptKey: string } | undefined;
  let console: Console = {
    scopes: allScopes,
    events: allEvents,
    callbacks: ["card.action.trigger"],
    bot: true,
    open: true,
    mode: "websocket",
  };
  let flooded = 0;
  const listeners: ((message: Message) => void)[] = [];
  const watchers = new Map<string, ((message: Message) => void)[]>();
  const changed = (message: Message) => {
    const waiting = watchers.get(message.chat) ?? [];
    watchers.delete(message.chat);
    for (const tell of [...waiting, ...listeners]) tell(message);
  };

  const events = delivery({ waits, faults: () => faults, webhook: () => webhook });
  const routes = api({
    state,
    app,
    speed,
    rates,
    faults: () => faults,
    console: () => console,
    changed,
    flooded: () => {
      flooded += 1;
    },
  });
  let url = "";
  routes.post("/callback/ws/endpoint", async (c) => {
    const given = z.object({ AppID: z.string(), AppSecret: z.string() }).parse(await c.req.json());
    if (given.AppID !== app.id || given.AppSecret !== app.secret) return c.json({ code: 514, msg: "auth failed" });
    const settings = { PingInterval: 120, ReconnectInterval: 1, ReconnectNonce: 0, ReconnectCount: -1 };
    const socket = `${url.replace("http", "ws")}/ws?device_id=1&service_id=1&ticket=t`;
    return c.json({ code: 0, msg: "", data: { URL: socket, ClientConfig: settings } });
  });
  const server = createServer(getRequestListener(routes.fetch, { overrideGlobalObjects: false }));
  server.on("upgrade", events.upgrade);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;

  return {
    ...phonesOf({ state, app, token: keys.token, events, changed }),
    url,
    app,
    keys,
    state,
    connected: events.connected,
    late: events.late,
    broughtAgain: events.broughtAgain,
    flooded: () => flooded,
    fail: (given) => {
      faults = given;
    },
    configure: (given) => {
      console = { ...console, ...given };
    },
    callAt: (at) => {
      webhook = { url: at, encryptKey: keys.encrypt };
    },
    forgetTokens: () => state.tokens.clear(),
    breakOff: events.breakOff,
    onSent: (listener) => void listeners.push(listener),
    next: (chat) =>
      new Promise((resolve) => {
        watchers.set(chat, [...(watchers.get(chat) ?? []), resolve]);
      }),
    close: async () => {
      events.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
