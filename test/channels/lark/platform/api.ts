import { Readable } from "node:stream";
import type { HttpBindings } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { z } from "zod";
import { checkCard } from "./card-check.ts";
import type { Faults } from "./faults.ts";
import { limit, limitEach } from "./limits.ts";
import type { Message, State } from "./state.ts";

/** What the platform refuses a call with. */
class Refused extends Error {
  readonly code: number;
  readonly status: 200 | 400 | 404 | 429 | 500;
  readonly reset: number | undefined;
  constructor(code: number, msg: string, status: 200 | 400 | 404 | 429 | 500 = 400, reset?: number) {
    super(msg);
    this.code = code;
    this.status = status;
    this.reset = reset;
  }
}

/** How often one interface may be called by one app. */
export type Rates = { readonly perSecond: number; readonly perMinute: number };

export type ApiParts = {
  readonly state: State;
  readonly app: { readonly id: string; readonly secret: string; readonly openId: string };
  readonly speed: number;
  readonly rates: Rates;
  readonly faults: () => Faults;
  /** The scopes that were granted and what the console has subscribed to. */
  readonly console: () => Console;
  /** Told of every message of the bot that is new or changed. */
  readonly changed: (message: Message) => void;
  /** Told of every call that was refused for its rate. */
  readonly flooded: () => void;
};

/** How the app stands in the developer console. */
export type Console = {
  readonly scopes: readonly string[];
  readonly events: readonly string[];
  readonly callbacks: readonly string[];
  readonly bot: boolean;
  /** Whether the app may read about itself. */
  readonly open: boolean;
  readonly mode: "websocket" | "webhook";
};

type Env = { Bindings: HttpBindings };
const textBody = z.object({ text: z.string() });
const keyBody = z.object({ image_key: z.string().optional(), file_key: z.string().optional() });

/** The open platform's HTTP interfaces, as far as a bot of ours calls them, checking as the real ones do. */
export function api({ state, app, speed, rates, faults, console, changed, flooded }: ApiParts): Hono<Env> {
  const routes = new Hono<Env>();
  const perSecond = limitEach(rates.perSecond, 1_000 / speed);
  const perMinute = limitEach(rates.perMinute, 60_000 / speed);
  const perChat = limitEach(5, 1_000 / speed);
  const perCard = limitEach(5, 1_000 / speed);
  const tokens = limit(100, 60_000);

  /** An interface behind the token, the rates and the faults. */
  const call =
    (name: string, act: (c: Context<Env>) => Promise<object | Response>) =>
    async (c: Context<Env>): Promise<Response> => {
      try {
        const token = c.req.header("authorization")?.replace(/^Bearer /, "");
        if (!token) throw new Refused(99991661, "Missing access token for authorization.");
        if (!state.tokens.has(token)) throw new Refused(99991663, "Invalid access token for authorization.");
        const wait = perSecond(name).take() || perMinute(name).take();
        if (wait > 0) throw new Refused(99991400, "request trigger frequency limit", 429, wait);
        const fault = faults().call(name);
        if (fault === "429") throw new Refused(99991400, "request trigger frequency limit", 429, 200 / speed);
        if (fault === "500") throw new Refused(2200, "Internal Error", 500);
        const answer = await act(c);
        if (fault === "500-taken") throw new Refused(2200, "Internal Error", 500);
        if (fault === "cut-taken") {
          c.env.incoming.socket.destroy();
          return new Response(null);
        }
        return answer instanceof Response ? answer : c.json({ code: 0, msg: "success", data: answer });
      } catch (cause) {
        return refused(c, cause);
      }
    };

  routes.post("/open-apis/auth/v3/tenant_access_token/internal", async (c) => {
    const { app_id, app_secret } = z.object({ app_id: z.string(), app_secret: z.string() }).parse(await c.req.json());
    if (tokens.take() > 0) return c.json({ code: 99991400, msg: "request trigger frequency limit" }, 429);
    if (app_id !== app.id || app_secret !== app.secret) return c.json({ code: 10014, msg: "app secret invalid" });
    const token = state.id("t-");
    state.tokens.add(token);
    return c.json({ code: 0, msg: "ok", tenant_access_token: token, expire: 7200 });
  });

  routes.get(
    "/open-apis/bot/v3/info",
    call("bot.info", async (c) =>
      console().bot
        ? c.json({ code: 0, msg: "ok", bot: { open_id: app.openId, app_name: "报送", activate_status: 2 } })
        : c.json({ code: 11205, msg: "app do not have bot" }, 400),
    ),
  );

  const put = (
    chat: string,
    body: { msg_type: string; content: string; uuid?: string | undefined },
    parent?: string,
  ) => {
    const { msg_type: type, content, uuid } = body;
    if (uuid !== undefined && uuid.length > 50) throw new Refused(230001, "param is invalid: uuid");
    const before = uuid === undefined ? undefined : state.answered.of(uuid);
    if (before) return before;
    const where = state.chats.get(chat);
    if (!where) throw new Refused(230034, "receive_id is invalid");
    if (where.people.some((each) => where.kind === "p2p" && state.stopped.has(each)))
      throw new Refused(230053, "The user has stopped receiving messages from the bot.");
    if (!where.bot) throw new Refused(230002, "Bot can NOT be out of the chat.");
    if (perChat(chat).take() > 0) throw new Refused(230020, "chat rate limit");
    checkContent(type, content);
    const message = state.keep({
      id: state.id("om_"),
      chat,
      from: "bot",
      type,
      at: Date.now(),
      ...(parent === undefined ? {} : { parent }),
      ...(uuid === undefined ? {} : { uuid }),
      content,
      edits: 0,
      recalled: false,
      urgent: [],
    });
    const answer = { message_id: message.id, chat_id: chat, msg_type: type, create_time: String(message.at) };
    if (uuid !== undefined) state.answered.keep(uuid, answer);
    changed(message);
    return answer;
  };

  const checkContent = (type: string, content: string): void => {
    switch (type) {
      case "text":
        if (!textBody.safeParse(parsed(content)).success) throw new Refused(230001, "content is invalid");
        if (Buffer.byteLength(content) > 150_000) throw new Refused(230025, "message content too long");
        return;
      case "interactive": {
        const { refusal, unknown } = checkCard(content, new Set(state.images.keys()));
        for (const each of unknown) state.unknown.add(each);
        if (refusal) throw new Refused(refusal.code, refusal.msg);
        return;
      }
      case "image":
      case "file": {
        const { image_key, file_key } = keyBody.parse(parsed(content));
        if (type === "image" && !state.images.has(image_key ?? ""))
          throw new Refused(230017, "not the owner of the key");
        if (type === "file" && !state.files.has(file_key ?? "")) throw new Refused(230017, "not the owner of the key");
        return;
      }
      default:
        throw new Refused(230054, "msg_type");
    }
  };

  const body = z.object({ msg_type: z.string(), content: z.string(), uuid: z.string().optional() });
  routes.post(
    "/open-apis/im/v1/messages",
    call("message.create", async (c) => {
      const given = body.extend({ receive_id: z.string() }).parse(await c.req.json());
      const kind = c.req.query("receive_id_type");
      if (kind === "open_id") {
        if (!state.people.has(given.receive_id)) throw new Refused(230034, "receive_id is invalid");
        return Object(put(state.p2p(given.receive_id).id, given));
      }
      if (kind === "user_id" || kind === "email") {
        const named = [...state.people.values()].find(({ userId, email }) =>
          [userId, email].includes(given.receive_id),
        );
        if (!named) throw new Refused(230034, "receive_id is invalid");
        return Object(put(state.p2p(named.openId).id, given));
      }
      if (kind !== "chat_id") throw new Refused(230001, "receive_id_type");
      return Object(put(given.receive_id, given));
    }),
  );
  routes.post(
    "/open-apis/im/v1/messages/:id/reply",
    call("message.reply", async (c) => {
      const parent = state.message(c.req.param("id") ?? "");
      if (!parent) throw new Refused(230001, "message_id is invalid");
      if (parent.recalled) throw new Refused(230011, "The message was withdrawn.");
      return Object(put(parent.chat, body.parse(await c.req.json()), parent.id));
    }),
  );
  routes.patch(
    "/open-apis/im/v1/messages/:id",
    call("message.patch", async (c) => {
      const { content } = z.object({ content: z.string() }).parse(await c.req.json());
      const message = state.message(c.req.param("id") ?? "");
      if (message?.from !== "bot" || message.type !== "interactive") throw new Refused(230001, "not a card of the bot");
      if (message.recalled) throw new Refused(230011, "The message was withdrawn.");
      if (message.at < Date.now() - 14 * 86_400_000) throw new Refused(230031, "the card is older than 14 days");
      if (perCard(message.id).take() > 0) throw new Refused(230020, "card rate limit");
      checkContent("interactive", content);
      message.content = content;
      message.edits += 1;
      changed(message);
      return {};
    }),
  );
  routes.patch(
    "/open-apis/im/v1/messages/:id/urgent_app",
    call("message.urgent", async (c) => {
      const { user_id_list } = z.object({ user_id_list: z.array(z.string()) }).parse(await c.req.json());
      const message = state.message(c.req.param("id") ?? "");
      if (message?.from !== "bot") throw new Refused(230012, "not a message of the bot");
      if (!console().scopes.includes("im:message.urgent"))
        throw new Refused(99991672, "Access denied: im:message.urgent");
      message.urgent.push(...user_id_list);
      return { invalid_user_id_list: [] };
    }),
  );

  routes.post(
    "/open-apis/im/v1/images",
    call("image.create", async (c) => {
      const form = await c.req.formData();
      const image = form.get("image");
      if (form.get("image_type") !== "message" || !(image instanceof File))
        throw new Refused(234001, "Invalid request param.");
      if (image.size === 0) throw new Refused(234010, "File's size can't be 0.");
      if (image.size > 10 * 1024 * 1024) throw new Refused(234006, "The file size exceed the max value.");
      const key = state.id("img_v3_");
      state.images.set(key, new Uint8Array(await image.arrayBuffer()));
      return { image_key: key };
    }),
  );
  routes.post(
    "/open-apis/im/v1/files",
    call("file.create", async (c) => {
      const form = await c.req.formData();
      const [file, name, type] = [form.get("file"), form.get("file_name"), String(form.get("file_type"))];
      if (!(file instanceof File) || typeof name !== "string" || name === "")
        throw new Refused(234001, "Invalid request param.");
      if (!["opus", "mp4", "pdf", "doc", "xls", "ppt", "stream"].includes(type)) throw new Refused(230055, "file_type");
      if (file.size === 0) throw new Refused(234010, "File's size can't be 0.");
      if (file.size > 30 * 1024 * 1024) throw new Refused(234006, "The file size exceed the max value.");
      const key = state.id("file_v3_");
      state.files.set(key, { name, bytes: new Uint8Array(await file.arrayBuffer()) });
      return { file_key: key };
    }),
  );
  routes.get(
    "/open-apis/im/v1/messages/:id/resources/:key",
    call("resource.get", async (c) => {
      const message = state.message(c.req.param("id") ?? "");
      if (message?.type === "interactive") throw new Refused(234043, "Unsupported message type.");
      const found = state.resources.get(`${message?.id}/${c.req.param("key")}`);
      if (!found || found.type !== c.req.query("type")) throw new Refused(234003, "File not in msg.");
      return new Response(Readable.toWeb(Readable.from([found.bytes])) as ReadableStream, {
        headers: { "content-type": "application/octet-stream" },
      });
    }),
  );

  routes.get(
    "/open-apis/contact/v3/users/:id",
    call("contact.user", async (c) => {
      if (!console().scopes.includes("contact:user.base:readonly")) throw new Refused(99991672, "Access denied");
      const person = state.people.get(c.req.param("id") ?? "");
      if (!person || c.req.query("user_id_type") !== "open_id") throw new Refused(41050, "no user authority");
      const { name, userId, mobile, email, openId } = person;
      const may = (scope: string, value: string | undefined) =>
        console().scopes.includes(scope) && value !== undefined ? value : undefined;
      return {
        user: {
          open_id: openId,
          name,
          user_id: may("contact:user.employee_id:readonly", userId),
          mobile: may("contact:user.phone:readonly", mobile),
          email: may("contact:user.email:readonly", email),
        },
      };
    }),
  );
  routes.get(
    "/open-apis/application/v6/scopes",
    call("application.scopes", async () => ({
      scopes: console().scopes.map((scope_name) => ({ scope_name, grant_status: 1, scope_type: "tenant" })),
    })),
  );
  routes.get(
    "/open-apis/application/v6/applications/:id",
    call("application.get", async (c) => {
      if (c.req.query("lang") === undefined) throw new Refused(210500, "lang is required");
      if (!console().open) throw new Refused(99991672, "Access denied: application:application:self_manage");
      const { events, callbacks, mode } = console();
      return {
        app: {
          app_id: app.id,
          event: { subscription_type: mode, subscribed_events: events },
          callback_info: { callback_type: mode, subscribed_callbacks: callbacks },
        },
      };
    }),
  );
  return routes;

  function refused(c: Context<Env>, cause: unknown): Response {
    if (cause instanceof z.ZodError) return c.json({ code: 99992402, msg: "field validation failed" }, 400);
    if (!(cause instanceof Refused)) throw cause;
    if (cause.code === 99991400 || cause.code === 230020) flooded();
    if (cause.reset !== undefined) {
      c.header("x-ogw-ratelimit-limit", "50");
      c.header("x-ogw-ratelimit-reset", (cause.reset / 1_000).toFixed(3));
    }
    return c.json({ code: cause.code, msg: cause.message }, cause.status);
  }
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}
