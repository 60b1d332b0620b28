import type { Address } from "../../core/message.ts";
import { MINUTE } from "../../core/time.ts";
import type { Capabilities, Channel, ChannelLog, ChannelSettings, Opened, Stop } from "../channel.ts";
import { aliases } from "./aliases.ts";
import { type Calls, callsOf } from "./calls.ts";
import { type Client, loadClient } from "./client.ts";
import { type Connection, connect } from "./connection.ts";
import { channelName } from "./decode.ts";
import { download } from "./download.ts";
import { examine } from "./examine.ts";
import { identify } from "./identity.ts";
import { sdkLogger } from "./log.ts";
import { mailOf } from "./mail.ts";
import { type Limits, limits, pacer } from "./pace.ts";
import { receiving } from "./receiving.ts";
import { seenSoFar } from "./seen.ts";
import { sending } from "./sending.ts";
import { turnsOf } from "./turns.ts";
import { uploadsOf } from "./uploads.ts";
import { webhookPath, webhookRoutes } from "./webhook.ts";

const can: Capabilities = {
  buttons: true,
  inputs: true,
  tables: true,
  pictures: true,
  files: true,
  edits: true,
  // A stable uuid makes a repeat within the hour the same message; a send may wait for its turn on top of that.
  tellsRepeats: 55 * MINUTE,
  actionBytes: 500,
  // Chinese takes three bytes a character, and a card is to stay readable.
  textLength: 3_000,
};

type Loaded = { readonly client: Client; readonly calls: Calls; readonly send: ReturnType<typeof sending> };
type Take = (event: object) => Promise<unknown>;

/** Opens the channel; `within` are the limits to keep, the platform's unless a test says otherwise. */
export function openLark(settings: ChannelSettings, log: ChannelLog, within: Limits = limits): Opened {
  const turns = turnsOf();
  const seen = seenSoFar();
  let loading: Promise<Loaded> | undefined;
  let take: Take | undefined;
  let connection: Connection | undefined;
  const load = () => {
    loading ??= loaded();
    return loading;
  };
  const loaded = async (): Promise<Loaded> => {
    const client = await loadClient(settings, log);
    const pace = pacer(within);
    const calls = callsOf({ pace, evictToken: client.evictToken, second: within.second });
    const uploads = uploadsOf(client, calls);
    const mail = mailOf({ client, calls, pace, seen, turns, log });
    return { client, calls, send: sending({ mail, uploads, turns, seen, log }) };
  };
  const called = settings.PUBLIC_URL === undefined ? undefined : settings.PUBLIC_URL.replace(/\/+$/, "") + webhookPath;

  const stopTaking = async () => {
    take = undefined;
    await connection?.close();
    connection = undefined;
  };
  const channel: Channel = {
    name: channelName,
    can,
    stopTaking,
    deaf: () => (called === undefined ? (connection ? connection.deaf() : "not started") : undefined),
    send: async (to, message) => (await load()).send(to, message),
    aliases: async (of: Address) => {
      const { client, calls } = await load();
      return aliases(client, calls, of);
    },
    examine: async () => examine((await load()).client, called),
    start: async (host): Promise<Stop> => {
      const { client, calls } = await load();
      let bot = await identify(client, calls, log);
      const again = setInterval(async () => {
        bot ??= await identify(client, calls, log);
      }, IDENTIFY_AGAIN);
      const fetch = (message: string, key: string, type: "file" | "image") =>
        download(client, calls, message, key, type);
      const handlers = receiving({ host, turns, seen, log, fetch, bot: () => bot });
      if (called === undefined) connection = await connect(client, handlers, log);
      else {
        const dispatcher = new client.sdk.EventDispatcher({ logger: sdkLogger(log) }).register(handlers);
        take = (event) => dispatcher.invoke(event, { needCheck: false });
      }
      return async () => {
        clearInterval(again);
        await stopTaking();
      };
    },
  };
  if (called === undefined) return { channel };
  const routes = webhookRoutes({
    encryptKey: settings.LARK_ENCRYPT_KEY ?? "",
    verificationToken: settings.LARK_VERIFICATION_TOKEN ?? "",
    cipher: async () => {
      const { client } = await load();
      return new client.sdk.AESCipher(settings.LARK_ENCRYPT_KEY ?? "");
    },
    take: (event) => (take ? take(event) : Promise.reject(new Error("the channel has not started"))),
    log,
  });
  return { channel, routes };
}

/** How soon it is asked again who the bot is, where the platform did not say, in milliseconds. */
const IDENTIFY_AGAIN = 60_000;
