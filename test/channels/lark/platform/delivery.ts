import { createCipheriv, createHash, randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocket, WebSocketServer } from "ws";
import { z } from "zod";
import type { Faults } from "./faults.ts";
import { decodeFrame, encodeFrame } from "./frames.ts";

/** What the bot answered an event with; undefined where it did not in time. */
export type Answer = { readonly code: number; readonly data: unknown } | undefined;

export type Delivery = {
  /** Sends an event until it is acknowledged, as often as the platform does; resolves at the first acknowledgement. */
  event(body: object): Promise<boolean>;
  /** Sends a callback once and gives what came back within three seconds. */
  callback(body: object): Promise<Answer>;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Breaks every connection off. */
  breakOff(): void;
  readonly connected: () => number;
  /** How often the bot let the three seconds pass while its connection stood. */
  readonly late: () => number;
  /** How often an event was brought again. */
  readonly broughtAgain: () => number;
  close(): void;
};

/** How long the bot has for an answer, and when what was not acknowledged comes again, in milliseconds. */
const PATIENCE = 3_000;
export const AGAIN: readonly number[] = [15_000, 300_000, 3_600_000, 21_600_000];

const ackSchema = z.object({ code: z.number(), data: z.string().optional() });

export type DeliveryParts = {
  /** How long it waits before it comes again with what was not acknowledged, time after time, in milliseconds. */
  readonly waits: readonly number[];
  readonly faults: () => Faults;
  /** Where the bot is called and the key that the body is encrypted with; undefined on the long connection. */
  readonly webhook: () => { readonly url: string; readonly encryptKey: string } | undefined;
};

/** Brings events and callbacks to the bot: on one connection of the app's at random, or by webhook. */
export function delivery({ waits, faults, webhook }: DeliveryParts): Delivery {
  const server = new WebSocketServer({ noServer: true });
  const sockets = new Set<WebSocket>();
  const waiting = new Map<string, (answer: Answer) => void>();
  const timers = new Set<NodeJS.Timeout>();
  let count = 0;
  let late = 0;
  let broughtAgain = 0;
  let closed = false;

  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        resolve();
      }, ms);
      timers.add(timer);
    });

  server.on("connection", (socket: WebSocket) => {
    sockets.add(socket);
    socket.setMaxListeners(0);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => {});
    socket.on("message", (data: Buffer) => {
      const frame = decodeFrame(data);
      if (frame.method === 0 && frame.headers.type === "ping") {
        const settings = { PingInterval: 120, ReconnectInterval: 1, ReconnectNonce: 0, ReconnectCount: -1 };
        socket.send(encodeFrame({ method: 0, headers: { type: "pong" }, payload: JSON.stringify(settings) }));
        return;
      }
      const { code, data: answer } = ackSchema.parse(JSON.parse(frame.payload));
      const parsed = answer === undefined ? undefined : JSON.parse(Buffer.from(answer, "base64").toString());
      waiting.get(frame.headers.message_id ?? "")?.({ code, data: parsed });
    });
  });

  const overConnection = (body: object): Promise<Answer> => {
    const open = [...sockets].filter((socket) => socket.readyState === WebSocket.OPEN);
    const socket = open[Math.floor(Math.random() * open.length)];
    if (!socket) return Promise.resolve(undefined);
    count += 1;
    const id = `frame-${count}`;
    let timer: NodeJS.Timeout | undefined;
    let lost = () => {};
    return new Promise<Answer>((resolve) => {
      lost = () => resolve(undefined);
      timer = setTimeout(() => {
        late += 1;
        lost();
      }, PATIENCE);
      waiting.set(id, resolve);
      socket.once("close", lost);
      socket.send(
        encodeFrame({
          method: 1,
          headers: { type: "event", message_id: id, sum: "1", seq: "0", trace_id: id },
          payload: JSON.stringify(body),
        }),
      );
    }).finally(() => {
      clearTimeout(timer);
      socket.off("close", lost);
      waiting.delete(id);
    });
  };

  const once = async (body: object): Promise<Answer> => {
    const hook = webhook();
    if (!hook) return overConnection(body);
    const { status, text } = await post(hook.url, hook.encryptKey, body);
    return { code: status, data: text === "" ? undefined : JSON.parse(text) };
  };

  return {
    event: async (body) => {
      const held = faults().holdsUp();
      if (held > 0) await sleep(held);
      for (const again of [...waits, undefined]) {
        if (faults().breaksOff()) for (const socket of sockets) socket.terminate();
        const answer = await once(body).catch(() => undefined);
        if (answer?.code === 200 && !faults().losesAck()) return true;
        if (again === undefined || closed) return false;
        await sleep(again);
        broughtAgain += 1;
      }
      return false;
    },
    callback: once,
    upgrade: (request, socket, head) =>
      server.handleUpgrade(request, socket, head, (opened) => server.emit("connection", opened, request)),
    breakOff: () => {
      for (const socket of sockets) socket.terminate();
    },
    connected: () => sockets.size,
    late: () => late,
    broughtAgain: () => broughtAgain,
    close: () => {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
      for (const socket of sockets) socket.terminate();
      server.close();
    },
  };
}

/** A call of the platform: encrypted and signed. */
export function sealed(encryptKey: string, body: object, at = Date.now()) {
  const key = createHash("sha256").update(encryptKey).digest();
  const iv = randomBytes(16);
  const cipher = createCipheriv("aes-256-cbc", key, iv);
  const encrypt = Buffer.concat([iv, cipher.update(JSON.stringify(body)), cipher.final()]).toString("base64");
  const text = JSON.stringify({ encrypt });
  const [timestamp, nonce] = [String(Math.floor(at / 1000)), randomBytes(8).toString("hex")];
  const signature = createHash("sha256")
    .update(timestamp + nonce + encryptKey + text)
    .digest("hex");
  return {
    text,
    headers: {
      "content-type": "application/json",
      "x-lark-request-timestamp": timestamp,
      "x-lark-request-nonce": nonce,
      "x-lark-signature": signature,
    },
  };
}

async function post(url: string, encryptKey: string, body: object) {
  const { text, headers } = sealed(encryptKey, body);
  const response = await fetch(url, { method: "POST", headers, body: text, signal: AbortSignal.timeout(PATIENCE) });
  return { status: response.status, text: await response.text() };
}
