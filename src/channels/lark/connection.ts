import type { ChannelLog, Stop } from "../channel.ts";
import type { Client } from "./client.ts";
import { sdkLogger } from "./log.ts";

/** How long starting waits for the connection; beyond it the SDK goes on trying by itself. */
const AT_START = 10_000;
/** How long a handshake and an answer to a ping may take: the SDK would wait for ever. */
const HANDSHAKE = 10_000;
const PONG_SECONDS = 15;

/** How long closing waits for events in hand: after three seconds the platform waits for none any more. */
const IN_HAND = 3_000;

export type Handlers = Readonly<Record<string, (event: unknown) => Promise<unknown>>>;

/** A long connection; `deaf` says why nothing comes by it just now. */
export type Connection = { readonly close: Stop; deaf(): string | undefined };

/** Opens the long connection, by which events and callbacks come without a public address. */
export async function connect(client: Client, handlers: Handlers, log: ChannelLog): Promise<Connection> {
  const { sdk, http, domain, app } = client;
  const logging = { logger: sdkLogger(log), loggerLevel: sdk.LoggerLevel.warn };
  let ready = () => {};
  let why: string | undefined = "lark-not-connected";
  const opened = new Promise<void>((resolve) => {
    ready = resolve;
  });
  const socket = new sdk.WSClient({
    appId: app.id,
    appSecret: app.secret,
    domain,
    httpInstance: http,
    ...logging,
    handshakeTimeoutMs: HANDSHAKE,
    wsConfig: { pingTimeout: PONG_SECONDS },
    onReady: () => {
      why = undefined;
      log.info({ code: "lark-connected" }, "the long connection to Lark stands");
      ready();
    },
    onReconnecting: () => {
      why = "lark-reconnecting";
      log.warn({ code: why }, "the long connection to Lark broke off");
    },
    onReconnected: () => {
      why = undefined;
      log.info({ code: "lark-connected" }, "the long connection to Lark stands again");
    },
    onError: () => {
      why = "lark-connection-refused";
      log.error(
        { code: why },
        "Lark refuses the long connection: choose it in the developer console, under events and callbacks",
      );
      ready();
    },
  });
  const { counted, idle } = inHandOf(handlers);
  const dispatcher = new sdk.EventDispatcher(logging).register(counted);
  await socket.start({ eventDispatcher: dispatcher });
  await within(AT_START, opened);
  const close = async () => {
    await within(IN_HAND, idle());
    // Not by force: the acknowledgements that were just given go out before it.
    socket.close();
  };
  return { close, deaf: () => why };
}

/** The same handlers, and when none of them is at work. (The app counts likewise; a channel takes nothing from it.) */
function inHandOf(handlers: Handlers) {
  const inHand = new Set<Promise<unknown>>();
  const counted = Object.entries(handlers).map(([name, handle]): [string, Handlers[string]] => [
    name,
    (event) => {
      const work = handle(event);
      const leave = () => inHand.delete(work);
      inHand.add(work);
      work.then(leave, leave);
      return work;
    },
  ]);
  const idle = async () => {
    while (inHand.size > 0) await Promise.allSettled(inHand);
    // The SDK acknowledges in the turn after.
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { counted: Object.fromEntries(counted), idle };
}

async function within(milliseconds: number, done: Promise<void>): Promise<void> {
  let late: NodeJS.Timeout | undefined;
  const waited = new Promise<void>((resolve) => {
    late = setTimeout(resolve, milliseconds);
  });
  await Promise.race([done, waited]);
  clearTimeout(late);
}
