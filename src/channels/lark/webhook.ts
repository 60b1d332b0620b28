import { createHash, timingSafeEqual } from "node:crypto";
import type { AESCipher } from "@larksuiteoapi/node-sdk";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import type { ChannelLog } from "../channel.ts";

/** What the platform calls, below PUBLIC_URL: events and callbacks alike. */
export const webhookPath = "/lark/events";

/** A call bears its time; one that is older or newer than this is refused, in seconds. */
const FRESH = 300;
const LARGEST = 1024 * 1024;

const sealedSchema = z.object({ encrypt: z.string().min(1) });
const challengeSchema = z.object({ type: z.literal("url_verification"), token: z.string(), challenge: z.string() });
const eventSchema = z.looseObject({ schema: z.literal("2.0"), header: z.looseObject({ token: z.string() }) });

export type WebhookParts = {
  readonly encryptKey: string;
  readonly verificationToken: string;
  readonly cipher: () => Promise<Pick<AESCipher, "decrypt">>;
  /** Takes an event or callback; what it gives is the answer. It rejects where it could not be kept. */
  readonly take: (event: object) => Promise<unknown>;
  readonly log: ChannelLog;
  readonly now?: () => number;
};

/** The route that the platform calls: signed, encrypted, fresh and never seen before, or it is refused. */
export function webhookRoutes(parts: WebhookParts): Hono {
  const { encryptKey, verificationToken, cipher, take, log, now = Date.now } = parts;
  const routes = new Hono();
  const taken = new Map<string, number>();

  routes.post(webhookPath, bodyLimit({ maxSize: LARGEST }), async (c) => {
    const refuse = (status: 400 | 401, code: string) => {
      log.warn({ code: `lark-webhook-${code}` }, "a call of the webhook was refused");
      return c.json({ code: status, msg: code }, status);
    };
    const body = await c.req.text();
    const sealed = sealedSchema.safeParse(parsed(body));
    if (!sealed.success) return refuse(400, "not-encrypted");
    let opened: unknown;
    try {
      opened = parsed((await cipher()).decrypt(sealed.data.encrypt));
    } catch {
      return refuse(400, "not-readable");
    }
    const challenge = challengeSchema.safeParse(opened);
    // The first call of all, to try out the address, is not signed.
    if (challenge.success) {
      if (!same(challenge.data.token, verificationToken)) return refuse(401, "token");
      return c.json({ challenge: challenge.data.challenge });
    }
    const stamp = c.req.header("x-lark-request-timestamp") ?? "";
    const nonce = c.req.header("x-lark-request-nonce") ?? "";
    const signature = c.req.header("x-lark-signature") ?? "";
    const expected = createHash("sha256")
      .update(stamp + nonce + encryptKey + body)
      .digest("hex");
    if (!same(signature, expected)) return refuse(401, "signature");
    const seconds = now() / 1_000;
    if (!/^\d{1,12}$/.test(stamp) || Math.abs(seconds - Number(stamp)) > FRESH) return refuse(401, "time-stamp");
    const event = eventSchema.safeParse(opened);
    if (!event.success) return refuse(400, "not-an-event");
    if (!same(event.data.header.token, verificationToken)) return refuse(401, "token");
    for (const [old, at] of taken) if (at < seconds - 2 * FRESH) taken.delete(old);
    if (taken.has(signature)) return refuse(401, "replayed");
    taken.set(signature, seconds);
    try {
      const answer = await take(event.data);
      return c.json(typeof answer === "object" && answer !== null ? answer : {});
    } catch {
      // It is not on disk: the very same call may come again.
      taken.delete(signature);
      return c.json({ code: 500, msg: "not kept" }, 500);
    }
  });
  return routes;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Compares without telling by its time how much of it was right. */
function same(given: string, wanted: string): boolean {
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(given), hash(wanted));
}
