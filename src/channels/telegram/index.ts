import { kindOf } from "../../core/failure-kind.ts";
import type { Address } from "../../core/message.ts";
import { type Duration, SECOND } from "../../core/time.ts";
import type { Channel, ChannelLog, ChannelSettings, Host, Opened, Stop } from "../channel.ts";
import { type Client, clientTo } from "./client.ts";
import { channelName, type Me } from "./decode.ts";
import { can } from "./encode.ts";
import { examine } from "./examine.ts";
import { inert } from "./inert.ts";
import { keyboardsOf } from "./keyboards.ts";
import { menusOf } from "./menus.ts";
import { outcomeOf } from "./outcome.ts";
import { type Limits, limits, pacer } from "./pace.ts";
import { startPolling, type Take } from "./polling.ts";
import { receiving } from "./receiving.ts";
import { sending } from "./sending.ts";
import { wanted } from "./update.ts";
import { webhookOf, webhookRoutes } from "./webhook.ts";

/** How long starting waits for Telegram; beyond it the bot goes on trying by itself. */
const AT_START: Duration = 10 * SECOND;

/** Opens the channel; `within` are the limits to keep, Telegram's unless a test says otherwise. */
export function openTelegram(settings: ChannelSettings, log: ChannelLog, within: Limits = limits): Opened {
  const client = clientTo(settings.TELEGRAM_API_ROOT, settings.TELEGRAM_BOT_TOKEN ?? "");
  const { api } = client;
  const pace = pacer(within);
  const keyboards = keyboardsOf(api, pace);
  const webhook = webhookOf(settings);
  let take: Take | undefined;
  let host: Host | undefined;
  let name: string | undefined;
  let stopTaking: Stop = async () => {};
  let deaf: () => string | undefined = () => "not started";

  const moved = (from: string, to: string) => {
    if (!host) return;
    const chat: Address = { channel: channelName, id: from };
    const at = host.now();
    const by: Address = { channel: channelName, id: "0" };
    const inbound = { id: `moved-${to}`, from: by, chat, sentAt: at, at, kind: "moved", to } as const;
    void host
      .receive(inbound)
      .catch((cause: unknown) =>
        log.warn({ code: "telegram-move-lost", cause: kindOf(cause) }, "a group's new id was not kept"),
      );
  };
  const send = sending({ api, pace, keyboards, log, moved });
  const channel: Channel = {
    name: channelName,
    can,
    inert,
    send: (to, message) => send(to.id, message),
    inviteLink: (code) => (name === undefined ? undefined : `https://t.me/${name}?start=${encodeURIComponent(code)}`),
    examine: (groups) => examine(api, webhook, groups),
    deaf: () => deaf(),
    stopTaking: () => stopTaking(),
    start: async (given): Promise<Stop> => {
      host = given;
      const menus = menusOf(api, pace, given, log);
      const ending = new AbortController();
      let polling: ReturnType<typeof startPolling> | undefined;
      const begin = async () => {
        const me = await identified(client, log, ending.signal);
        if (!me) return;
        name = me.username;
        take = receiving({ client, me, host: given, keyboards, menus, log });
        if (!(await wayIn(client, settings, webhook, log, ending.signal))) return;
        if (webhook === undefined) polling = startPolling(client.polling, take, log);
        deaf = polling?.deaf ?? (() => undefined);
        void menus
          .setDefaults()
          .catch((cause: unknown) =>
            log.warn({ code: "telegram-menu", cause: kindOf(cause) }, "the menus were not set"),
          );
      };
      deaf = () => "telegram-not-ready";
      const begun = begin();
      await Promise.race([begun, new Promise((resolve) => setTimeout(resolve, AT_START).unref())]);
      stopTaking = async () => {
        ending.abort();
        await begun;
        await polling?.stop();
        polling = undefined;
        take = undefined;
      };
      return async () => {
        await stopTaking();
        await keyboards.settled();
      };
    },
  };
  if (webhook === undefined) return { channel };
  return { channel, routes: webhookRoutes(settings.TELEGRAM_WEBHOOK_SECRET ?? "", () => take) };
}

/** Who the bot is; asked until Telegram says so. Undefined where it was stopped before that. */
async function identified({ api }: Client, log: ChannelLog, ending: AbortSignal): Promise<Me | undefined> {
  return trying(log, ending, async () => {
    const outcome = await outcomeOf(() => api.getMe());
    return outcome.kind === "done" ? { id: outcome.value.id, username: outcome.value.username } : undefined;
  });
}

/** Sets the webhook, or takes off one that would keep the bot from asking. False where it was stopped before that. */
async function wayIn(
  { api }: Client,
  { TELEGRAM_WEBHOOK_SECRET: secret }: ChannelSettings,
  webhook: string | undefined,
  log: ChannelLog,
  ending: AbortSignal,
): Promise<boolean> {
  const done = await trying(log, ending, async () => {
    const options = { allowed_updates: [...wanted], ...(secret === undefined ? {} : { secret_token: secret }) };
    const outcome = await outcomeOf(() =>
      webhook === undefined ? api.deleteWebhook() : api.setWebhook(webhook, options),
    );
    return outcome.kind === "done" ? true : undefined;
  });
  return done === true;
}

async function trying<T>(
  log: ChannelLog,
  ending: AbortSignal,
  attempt: () => Promise<T | undefined>,
): Promise<T | undefined> {
  for (let tries = 0; !ending.aborted; tries += 1) {
    const done = await attempt();
    if (done !== undefined) return done;
    const todo = "check the token and the network; npx baosong doctor says more";
    log.error({ code: "telegram-not-ready", todo }, "Telegram does not answer; tried again");
    await new Promise((resolve) => setTimeout(resolve, SECOND * 2 ** Math.min(tries, 5)));
  }
  return undefined;
}
