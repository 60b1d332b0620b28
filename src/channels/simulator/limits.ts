import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";

/** The largest file that a person can send, in bytes. */
export const LARGEST_FILE = 20 * 1024 * 1024;
/** Room for what a multipart body adds to its file. */
const WRAPPING = 64 * 1024;
const LARGEST_BODY = 1024 * 1024;

const tooLarge = (most: string) => (c: Context) => c.json({ error: `That is too large: ${most} at most.` }, 413);
const json = bodyLimit({ maxSize: LARGEST_BODY, onError: tooLarge("1 MB") });
const multipart = bodyLimit({ maxSize: LARGEST_FILE + WRAPPING, onError: tooLarge("a file of 20 MB") });

const sendsFile = /^\/api\/people\/[^/]+\/file$/;

/** How large a body may be that is sent to whatever stands below /api; nothing there reads one but of a POST. */
export const limits: MiddlewareHandler = (c, next) => {
  if (c.req.method !== "POST") return next();
  return (sendsFile.test(c.req.path) ? multipart : json)(c, next);
};
