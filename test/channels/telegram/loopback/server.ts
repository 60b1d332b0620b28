import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { memory, type Shown, type User } from "./chats.ts";
import { drawing, type Fault, type Faults } from "./faults.ts";
import { flood, type Limits, published } from "./flood.ts";
import { type Menu, methods } from "./methods.ts";
import { readMultipart } from "./multipart.ts";
import { type People, peopleOf } from "./people.ts";
import { updateQueue } from "./queue.ts";
import { Refused } from "./refused.ts";

export type LoopbackOptions = {
  readonly limits?: Limits;
  readonly faults?: Faults;
  /** What getMe says beyond the name. */
  readonly bot?: Readonly<Record<string, unknown>>;
};

/** A request that was refused, or went wrong on purpose. */
export type Trouble = {
  readonly method: string;
  readonly code: number;
  readonly why: string;
  /** What it was to be said in, where it was. */
  readonly chat: number;
};

/** A Bot API server on this machine, with the phones of its people. */
export type Loopback = People & {
  readonly root: string;
  readonly token: string;
  readonly queue: ReturnType<typeof updateQueue>;
  readonly memory: ReturnType<typeof memory>;
  /** How often each method was called. */
  readonly calls: ReadonlyMap<string, number>;
  readonly troubles: readonly Trouble[];
  readonly menus: readonly Menu[];
  /** What a chat shows, oldest first. */
  shown(chat: number): readonly Shown[];
  /** What happens to the next calls of these methods, before anything drawn by chance. */
  next(method: string, ...faults: readonly Fault[]): void;
  /** Told of every message that the bot sends or edits. */
  onSent(listener: (chat: number, message: Shown) => void): void;
  stop(): Promise<void>;
};

const token = "700000001:loopback-AAE";
const user: User = { id: 700_000_001, is_bot: true, first_name: "报送", username: "baosong_test_bot" };

/** Starts a pretend Telegram on 127.0.0.1 that checks requests as the real one does. */
export async function loopback({
  limits = published,
  faults,
  bot: more = {},
}: LoopbackOptions = {}): Promise<Loopback> {
  const stored = memory();
  const queue = updateQueue();
  const rights = { can_join_groups: true, can_read_all_group_messages: false, supports_inline_queries: false };
  const bot = { ...user, ...rights, ...more };
  const menus: Menu[] = [];
  const table = methods({ memory: stored, queue, bot, menus, limit: flood(limits), answered: new Set() });
  const calls = new Map<string, number>();
  const troubles: Trouble[] = [];
  const heldUntil = new Map<string, number>();
  const planned = new Map<string, Fault[]>();
  const listeners: ((chat: number, message: Shown) => void)[] = [];
  const draw = faults ? drawing(faults) : (): Fault => "none";

  const tell = (method: string, params: Readonly<Record<string, unknown>>) => {
    const chat = Number(params.chat_id);
    const messages = stored.chats.get(chat)?.messages ?? [];
    const message = method.startsWith("edit")
      ? messages.find(({ id }) => id === Number(params.message_id))
      : messages.at(-1);
    if (message && /^(send|edit)/.test(method)) for (const listener of listeners) listener(chat, message);
  };
  const answer = async (method: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { params, files } = await bodyOf(request);
    calls.set(method, (calls.get(method) ?? 0) + 1);
    const gone = new AbortController();
    response.on("close", () => gone.abort());
    const fault = planned.get(method)?.shift() ?? draw();
    const refuse = (code: number, why: string, parameters: Readonly<Record<string, number>> = {}) => {
      troubles.push({ method, code, why, chat: Number(params.chat_id) });
      reply(response, code, { ok: false, error_code: code, description: why, parameters });
    };
    const chat = String(params.chat_id);
    const now = performance.now();
    if (fault === "too-many") heldUntil.set(chat, now + 1_000);
    if (fault === "too-many" || (/^(send|edit)/.test(method) && now < (heldUntil.get(chat) ?? 0)))
      return refuse(429, "Too Many Requests: retry after 1", { retry_after: 1 });
    // Held back for long, as an upload of the same size is.
    if (fault === "held") return refuse(429, "Too Many Requests: retry after 60", { retry_after: 60 });
    if (fault === "broken") return refuse(500, "Internal Server Error");
    try {
      const act = table[method];
      if (!act) throw new Refused(404, "Not Found: method not found");
      const result = await act({ params, files, gone: gone.signal });
      tell(method, params);
      if (fault === "lost") {
        troubles.push({ method, code: 0, why: "applied, and the answer lost", chat: Number(params.chat_id) });
        response.destroy();
      } else reply(response, 200, { ok: true, result });
    } catch (cause) {
      if (!(cause instanceof Refused)) return refuse(500, `the loopback server: ${String(cause)}`);
      if (!gone.signal.aborted) refuse(cause.code, cause.message, cause.parameters);
    }
  };
  const server = createServer((request, response) => {
    const path = decodeURI(request.url ?? "");
    const file = stored.files.get(path.replace(`/file/bot${token}/documents/`, ""));
    if (file) response.end(file.bytes);
    else if (!path.startsWith(`/bot${token}/`))
      reply(response, 401, { ok: false, error_code: 401, description: "Unauthorized" });
    else void answer(path.slice(`/bot${token}/`.length), request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  return {
    ...peopleOf(stored, queue, bot),
    root: `http://127.0.0.1:${port}`,
    token,
    queue,
    memory: stored,
    calls,
    troubles,
    menus,
    shown: (chat) => stored.chats.get(chat)?.messages ?? [],
    next: (method, ...each) => void planned.set(method, [...each]),
    onSent: (listener) => void listeners.push(listener),
    stop: () => {
      queue.stop();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const body = Buffer.concat(chunks);
  const type = request.headers["content-type"] ?? "";
  if (type.startsWith("multipart/")) {
    const { fields, files } = readMultipart(body, type);
    return { params: fields, files };
  }
  const params: unknown = body.length > 0 ? JSON.parse(body.toString()) : {};
  return { params: Object.fromEntries(Object.entries(Object(params))), files: new Map() };
}
