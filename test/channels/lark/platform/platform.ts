import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { z } from "zod";
import { api, type Console, type Rates } from "./api.ts";
import { checkCard } from "./card-check.ts";
import { type Answer, delivery } from "./delivery.ts";
import { type Faults, noFaults } from "./faults.ts";
import { type Chat, emptyState, type Message, type Person, type State } from "./state.ts";
import { readCard } from "./view.ts";

export type PlatformOptions = {
  readonly people?: readonly Person[];
  readonly groups?: readonly Chat[];
  /** How many times as fast the platform's waits and rate windows run. */
  readonly speed?: number;
  /** How many times as soon as the real one it comes again with what was not acknowledged. */
  readonly impatience?: number;
  /** How often one interface may be called, where that is to be less than on the real one. */
  readonly rates?: Rates;
  /** How long it knows a uuid, in milliseconds: an hour unless given. */
  readonly hour?: number;
};

/** The answer to a press as the phone takes it. */
export type Pressed = {
  readonly answered: boolean;
  readonly toast?: { readonly type: string; readonly content: string } | undefined;
  /** Whether the answer brought a new card. */
  readonly renewed: boolean;
  /** How long the bot took, in milliseconds. */
  readonly took: number;
  /** Why the phone could not take the answer. */
  readonly wrong?: string;
};

/** A pretend open platform on 127.0.0.1 and the phones of its people. */
export type Platform = {
  readonly url: string;
  readonly app: { readonly id: string; readonly secret: string; readonly openId: string };
  readonly keys: { readonly encrypt: string; readonly token: string };
  readonly state: State;
  /** How long each callback that was answered took, in milliseconds. */
  readonly callbacks: readonly number[];
  readonly connected: () => number;
  /** How often the bot let the three seconds pass while its connection stood. */
  readonly late: () => number;
  /** Events that were brought again since nobody had acknowledged them. */
  readonly broughtAgain: () => number;
  /** Calls that were refused for their rate. */
  readonly flooded: () => number;
  /** Events that are not acknowledged yet. */
  readonly underWay: () => number;
  fail(faults: Faults): void;
  configure(console: Partial<Console>): void;
  /** Calls the bot there by webhook from here on. */
  callAt(url: string): void;
  /** Makes the tokens that were given invalid. */
  forgetTokens(): void;
  breakOff(): void;
  /** Every event resolves to the message's or event's id and a promise of its acknowledgement. */
  says(from: string, text: string, where?: { chat?: string; mention?: boolean; parent?: string; type?: string }): Act;
  sendsFile(from: string, name: string, bytes: Uint8Array, kind?: "file" | "image"): Act;
  /** A rich text with pictures, said or in reply to a message. */
  sendsPost(from: string, words: string, pictures: readonly Uint8Array[], where?: { parent?: string }): Act;
  presses(from: string, message: string, label: string, form?: Form): Promise<Pressed>;
  /** The same, with the id that the press has for the bot before its answer is there. */
  press(from: string, message: string, label: string, form?: Form): { id: string; answer: Promise<Pressed> };
  callback(from: string, message: Message, action: object): Promise<Pressed>;
  event(type: string, event: object): Act;
  /** Told of every new or changed message of the bot. */
  onSent(listener: (message: Message) => void): void;
  /** Resolves at the next new or changed message of the bot in a chat. */
  next(chat: string): Promise<Message>;
  close(): Promise<void>;
};
/** What a card's form was filled with, by name. */
export type Form = Readonly<Record<string, string | readonly string[]>>;
export type Act = { readonly id: string; readonly taken: Promise<boolean> };

const answerSchema = z.object({
  toast: z.object({ type: z.enum(["info", "success", "warning", "error"]), content: z.string() }).optional(),
  card: z.object({ type: z.literal("raw"), data: z.looseObject({}) }).optional(),
});

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
  const callbacks: number[] = [];
  let underWay = 0;
  let flooded = 0;
  const listeners: ((message: Message) => void)[] = [];
  const watchers = new Map<string, ((message: Message) => void)[]>();
  const changed = (message: Message) => {
    const waiting = watchers.get(message.chat) ?? [];
    watchers.delete(message.chat);
    for (const tell of [...waiting, ...listeners]) tell(message);
  };

  const events = delivery({ impatience, faults: () => faults, webhook: () => webhook });
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

  const envelope = (type: string, event: object, id: string) => ({
    schema: "2.0",
    header: {
      event_id: id,
      event_type: type,
      create_time: String(Date.now()),
      token: keys.token,
      app_id: app.id,
      tenant_key: "tenant",
    },
    event,
  });
  const emit = (type: string, event: object, id = state.id("ev_")): Act => {
    underWay += 1;
    const taken = events.event(envelope(type, event, id)).finally(() => {
      underWay -= 1;
    });
    return { id, taken };
  };

  const messageFrom = (
    from: string,
    type: string,
    content: string,
    where: { chat?: string; mention?: boolean; parent?: string },
  ) => {
    const chat = where.chat ?? state.p2p(from).id;
    const parent = where.parent === undefined ? {} : { parent: where.parent };
    const kept = state.keep({
      id: state.id("om_"),
      chat,
      from,
      type,
      at: Date.now(),
      ...parent,
      content,
      edits: 0,
      recalled: false,
      urgent: [],
    });
    const kind = state.chats.get(chat)?.kind ?? "p2p";
    const message = {
      message_id: kept.id,
      ...(where.parent === undefined ? {} : { parent_id: where.parent, root_id: where.parent }),
      create_time: String(kept.at),
      update_time: String(kept.at),
      chat_id: chat,
      chat_type: kind,
      message_type: type,
      content,
      ...(where.mention
        ? { mentions: [{ key: "@_user_1", id: { open_id: app.openId }, name: "报送", tenant_key: "tenant" }] }
        : {}),
    };
    const sender = { sender_id: { open_id: from }, sender_type: "user", tenant_key: "tenant" };
    // A group tells the bot what it is mentioned in, and nothing else.
    const told = kind === "p2p" || where.mention === true;
    const { taken } = told ? emit("im.message.receive_v1", { sender, message }) : { taken: Promise.resolve(true) };
    return { id: kept.id, taken };
  };

  const callback = async (from: string, message: Message, action: object, id = state.id("ev_")): Promise<Pressed> => {
    const began = performance.now();
    const event = {
      operator: { open_id: from, tenant_key: "tenant" },
      token: state.id("c-"),
      action,
      host: "im_message",
      context: { open_message_id: message.id, open_chat_id: message.chat },
    };
    const answer: Answer = await events.callback(envelope("card.action.trigger", event, id));
    const took = performance.now() - began;
    if (answer?.code !== 200) return { answered: false, renewed: false, took };
    callbacks.push(took);
    const read = answerSchema.safeParse(answer.data ?? {});
    if (!read.success) return { answered: true, renewed: false, took, wrong: "200672" };
    const { toast, card } = read.data;
    if (card) {
      const content = JSON.stringify(card.data);
      const { refusal, unknown } = checkCard(content, new Set(state.images.keys()));
      for (const each of unknown) state.unknown.add(each);
      if (refusal) return { answered: true, renewed: false, took, wrong: `200673 ${refusal.msg}` };
      message.content = content;
      message.edits += 1;
      changed(message);
    }
    return { answered: true, toast, renewed: card !== undefined, took };
  };

  const press: Platform["press"] = (from, on, label, form) => {
    const message = state.message(on);
    if (!message) throw new Error(`no message ${on}`);
    const { buttons } = readCard(message.content);
    const button = buttons.find((each) => each.label.startsWith(label) || each.action === label);
    if (!button) throw new Error(`no button ${label} among ${buttons.map((each) => each.label)}`);
    const id = state.id("ev_");
    const action = {
      tag: "button",
      value: button.value,
      timezone: "Asia/Shanghai",
      ...(button.name === undefined ? {} : { name: button.name }),
      ...(button.submits ? { form_value: form ?? {} } : {}),
    };
    return { id, answer: callback(from, message, action, id) };
  };

  return {
    url,
    app,
    keys,
    state,
    callbacks,
    connected: events.connected,
    late: events.late,
    broughtAgain: events.broughtAgain,
    flooded: () => flooded,
    underWay: () => underWay,
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
    says: (from, text, where = {}) =>
      messageFrom(
        from,
        where.type ?? "text",
        where.type === undefined ? JSON.stringify({ text: where.mention ? `@_user_1 ${text}` : text }) : text,
        where,
      ),
    sendsFile: (from, name, bytes, kind = "file") => {
      const key = state.id(`${kind}_v3_u`);
      const content = kind === "file" ? { file_key: key, file_name: name } : { image_key: key };
      const act = messageFrom(from, kind, JSON.stringify(content), {});
      state.resources.set(`${act.id}/${key}`, { type: kind, bytes });
      return act;
    },
    sendsPost: (from, words, pictures, where = {}) => {
      const keys = pictures.map(() => state.id("img_v3_u"));
      const images = keys.map((key) => [{ tag: "img", image_key: key, width: 100, height: 80 }]);
      const content = { title: "", content: [[{ tag: "text", text: words }], ...images] };
      const act = messageFrom(from, "post", JSON.stringify(content), where);
      for (const [index, bytes] of pictures.entries())
        state.resources.set(`${act.id}/${keys[index]}`, { type: "image", bytes });
      return act;
    },
    presses: async (from, id, label, form) => press(from, id, label, form).answer,
    press,
    callback: (from, message, action) => callback(from, message, action),
    event: (type, event) => emit(type, event),
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
