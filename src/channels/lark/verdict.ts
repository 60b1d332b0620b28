import { z } from "zod";

/** What became of a call. */
export type Verdict =
  | { readonly kind: "done" }
  /**
   * Worth another try after so long, in milliseconds; `taken`: the first may have taken effect; `all`: the interface is
   * called too often, about whatever chat.
   */
  | { readonly kind: "again"; readonly after: number; readonly taken: boolean; readonly all?: true }
  /** The token is not valid any more. */
  | { readonly kind: "token" }
  /** The card cannot be shown by the platform. */
  | { readonly kind: "bad-card"; readonly code: number }
  | { readonly kind: "refused"; readonly code: number; readonly why: string };

const answer = z.object({ code: z.number(), msg: z.string().optional() });
const failure = z.object({
  response: z.object({
    status: z.number(),
    data: z.unknown(),
    headers: z.object({ "x-ogw-ratelimit-reset": z.coerce.number().optional().catch(undefined) }).optional(),
  }),
});

/** How long to wait where the platform does not say, in milliseconds. */
const MOMENT = 1_000;

/** What an answer that was given comes to; a call may be answered and refused all the same. */
export function ofAnswer(given: unknown): Verdict {
  // The SDK makes null of an upload that was refused, and gives away why.
  if (given === null || given === undefined) return { kind: "refused", code: 0, why: "upload-refused" };
  const read = answer.safeParse(given);
  // Uploads and downloads that went well have no code.
  if (!read.success || read.data.code === 0) return { kind: "done" };
  return ofCode(read.data.code, read.data.msg ?? "", undefined);
}

/** What a call that failed comes to: an HTTP error, or no answer at all. */
export function ofFailure(cause: unknown): Verdict {
  const read = failure.safeParse(cause);
  if (!read.success) return ofThrown(cause);
  const { status, data, headers } = read.data.response;
  const said = answer.safeParse(data);
  if (status >= 500) return { kind: "again", after: MOMENT, taken: true };
  const reset = headers?.["x-ogw-ratelimit-reset"];
  const wait = reset !== undefined && reset > 0 ? reset * 1_000 : undefined;
  if (status === 429) return { kind: "again", after: wait ?? MOMENT, taken: false, all: true };
  if (!said.success) return { kind: "refused", code: status, why: `http-${status}` };
  return ofCode(said.data.code, said.data.msg ?? "", wait);
}

/** No answer: it may have arrived. The SDK's own errors say that the token was refused. */
function ofThrown(cause: unknown): Verdict {
  const message = cause instanceof Error ? cause.message : "";
  const code = Number(/tenant_access_token[\s\S]*?code[=:" ]+(\d+)/.exec(message)?.[1]);
  if (Number.isFinite(code) && code !== 0) return ofCode(code, "", undefined);
  return { kind: "again", after: MOMENT, taken: true };
}

function ofCode(code: number, msg: string, wait: number | undefined): Verdict {
  switch (code) {
    case 99991400: // the interface, in all
    case 11232: // the same, of older interfaces
      return { kind: "again", after: wait ?? MOMENT, taken: false, all: true };
    case 230020: // this chat or card
    case 230049: // being sent
      return { kind: "again", after: wait ?? MOMENT / 5, taken: false };
    case 99991661:
    case 99991663:
    case 99991664:
    case 99991668:
      return { kind: "token" };
    case 230099: {
      const sub = Number(/ErrCode: *(\d+)/.exec(msg)?.[1] ?? code);
      // Somebody is just pressing it.
      if (sub === 11310) return { kind: "again", after: MOMENT, taken: false };
      return { kind: "bad-card", code: sub };
    }
    case 230025: // too long
      return { kind: "bad-card", code };
    default:
      if (code >= 200_000 && code < 201_000) return { kind: "bad-card", code };
      return { kind: "refused", code, why: `lark-${code}` };
  }
}
