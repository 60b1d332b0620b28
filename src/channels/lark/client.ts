import type * as Sdk from "@larksuiteoapi/node-sdk";
import type { ChannelLog, ChannelSettings } from "../channel.ts";
import { domainOf } from "./domain.ts";
import { httpOf } from "./http-instance.ts";
import { sdkLogger } from "./log.ts";
import { tokenCache } from "./token-cache.ts";

/** The SDK, loaded and set up for the app. */
export type Client = {
  readonly sdk: typeof Sdk;
  readonly api: Sdk.Client;
  readonly http: Sdk.HttpInstance;
  readonly domain: string;
  readonly app: { readonly id: string; readonly secret: string };
  /** Lets the next call fetch a new token. */
  evictToken(): void;
};

/** Loads the SDK, which takes most of a second and a hundred megabytes, when it is first needed. */
export async function loadClient(settings: ChannelSettings, log: ChannelLog): Promise<Client> {
  const sdk = await import("@larksuiteoapi/node-sdk");
  const app = { id: settings.LARK_APP_ID ?? "", secret: settings.LARK_APP_SECRET ?? "" };
  const domain = domainOf(settings.LARK_DOMAIN);
  const cache = tokenCache();
  const http = httpOf(sdk);
  const api = new sdk.Client({
    appId: app.id,
    appSecret: app.secret,
    domain,
    httpInstance: http,
    cache,
    logger: sdkLogger(log),
    loggerLevel: sdk.LoggerLevel.warn,
  });
  return { sdk, api, http, domain, app, evictToken: cache.evict };
}
