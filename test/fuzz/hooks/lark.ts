import { openLark } from "../../../src/channels/lark/index.ts";
import { webhookPath } from "../../../src/channels/lark/webhook.ts";
import { listen } from "../../../src/http.ts";
import { sealed } from "../../channels/lark/platform/delivery.ts";
import { openPlatform } from "../../channels/lark/platform/platform.ts";
import { ana, settingsFor } from "../../channels/lark/world.ts";
import type { Hook } from "../hook.ts";

const silent = { error: () => {}, warn: () => {}, info: () => {}, debug: () => {} };

/** Feishu and Lark encrypt what they send, and sign it. */
export const lark: Hook = {
  open: async () => {
    let received = 0;
    const platform = await openPlatform({ people: [ana] });
    const { encrypt, token } = platform.keys;
    const settings = {
      ...settingsFor(platform),
      PUBLIC_URL: "https://bot.example.org/",
      LARK_ENCRYPT_KEY: encrypt,
      LARK_VERIFICATION_TOKEN: token,
    };
    const { channel, routes } = openLark(settings, silent);
    const server = await listen({ host: "127.0.0.1", port: 0, routes: routes ? [routes] : [] });
    const stop = await channel.start({
      now: () => 1,
      receive: async () => {
        received += 1;
        return { replied: Promise.resolve() };
      },
    });
    const { text, headers } = sealed(encrypt, {
      schema: "2.0",
      header: { event_id: "e1", event_type: "application.bot.menu_v6", token },
      event: { operator: { operator_id: { open_id: ana.openId } }, event_key: "report" },
    });
    return {
      url: `${server.url}${webhookPath}`,
      received: () => received,
      genuine: { headers: { ...headers }, body: text },
      close: async () => {
        await stop();
        await server.stop();
        await platform.close();
      },
    };
  },
};
