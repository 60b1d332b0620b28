import { createHash, timingSafeEqual } from "node:crypto";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { ChannelSettings } from "../channel.ts";
import type { Take } from "./polling.ts";

/** Where Telegram calls the bot, below PUBLIC_URL. */
export const webhookPath = "/telegram/webhook";
/** Far above any update: texts are at most 4,096 characters and files come by reference. */
const LARGEST = 2 ** 20;

/** The address that Telegram is to call; undefined where the bot asks for its messages. */
export function webhookOf({ PUBLIC_URL }: ChannelSettings): string | undefined {
  return PUBLIC_URL === undefined ? undefined : PUBLIC_URL.replace(/\/+$/, "") + webhookPath;
}

/**
 * The route that Telegram calls. Only calls that bear the secret are taken, and one is answered with 200 once what
 * follows from it is on disk; any other answer makes Telegram call again.
 */
export function webhookRoutes(secret: string, take: () => Take | undefined): Hono {
  return new Hono().post(webhookPath, bodyLimit({ maxSize: LARGEST }), async (c) => {
    if (!same(secret, c.req.header("x-telegram-bot-api-secret-token") ?? "")) return c.text("not for you\n", 401);
    const taking = take();
    if (!taking) return c.text("starting\n", 503);
    const update: unknown = await c.req.json().catch(() => undefined);
    if (update === undefined) return c.text("not JSON\n", 400);
    try {
      await taking(update);
      return c.text("ok\n");
    } catch {
      return c.text("not kept\n", 503);
    }
  });
}

/** Compares in constant time, whatever the lengths. */
function same(secret: string, given: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(secret), digest(given));
}
