import type { ChannelLog, Stop } from "../channel.ts";
import type { Client } from "./client.ts";
import { sdkLogger } from "./log.ts";

/** How long starting waits for the connection; beyond it the SDK goes on trying by itself. */
const AT_START = 10_000;
/** How long a handshake and an answer to a ping may take: the SDK would wait for ever. */
const HANDSHAKE = 10_000;
const PONG_SECONDS = 15;

export type Handlers = Readonly<Record<string, (event: unknown) => Promise<unknown>>>;

/** Opens the long connection, by which events and callbacks come without a public address. */
export async function connect(client: Client, handlers: Handlers, log: ChannelLog): Promise<Stop> {
  const { sdk, http, domain, app } = client;
  const logging = { logger: sdkLogger(log), loggerLevel: sdk.LoggerLevel.warn };
  let ready = () => {};
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
      log.info({ code: "lark-connected" }, "the long connection to Lark stands");
      ready();
    },
    onReconnecting: () => log.warn({ code: "lark-reconnecting" }, "the long connection to Lark broke off"),
    onReconnected: () => log.info({ code: "lark-connected" }, "the long connection to Lark stands again"),
    onError: () => {
      log.error(
        { code: "lark-connection-refused" },
        "Lark refuses the long connection: choose it in the developer console, under events and callbacks",
      );
      ready();
    },
  });
  const dispatcher = new sdk.EventDispatcher(logging).register(handlers);
  await socket.start({ eventDispatcher: dispatcher });
  let late: NodeJS.Timeout | undefined;
  const waited = new Promise<void>((resolve) => {
    late = setTimeout(resolve, AT_START);
  });
  await Promise.race([opened, waited]);
  clearTimeout(late);
  return async () => socket.close({ force: true });
}
