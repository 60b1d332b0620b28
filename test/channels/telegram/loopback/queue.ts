import { Refused } from "./refused.ts";

/** An update without its number. */
export type What = Readonly<Record<string, unknown>>;
type Waiting = { readonly id: number; readonly update: What; readonly done: () => void };
type Hook = { readonly url: string; readonly secret?: string };

/**
 * The updates of a bot as the server keeps them: given again and again until one with a higher offset is asked for, or
 * until the webhook answers 200. Two pollers at once, or polling beside a webhook, is a conflict.
 */
export function updateQueue() {
  let queue: Waiting[] = [];
  let nextId = 700_000_001;
  let hook: Hook | undefined;
  let calling = false;
  let poll: { readonly wake: () => void; readonly end: (cause: Refused) => void } | undefined;
  let stopped = false;

  const confirm = (most: number) => {
    for (const each of queue) if (each.id < most) each.done();
    queue = queue.filter(({ id }) => id >= most);
  };
  const call = async ({ url, secret }: Hook): Promise<void> => {
    if (calling) return;
    calling = true;
    for (let next = queue[0]; next && hook?.url === url && !stopped; next = queue[0]) {
      const { id, update, done } = next;
      const headers = {
        "content-type": "application/json",
        ...(secret === undefined ? {} : { "x-telegram-bot-api-secret-token": secret }),
      };
      const body = JSON.stringify({ update_id: id, ...update });
      const status = await fetch(url, { method: "POST", headers, body }).then(
        (response) => response.status,
        () => 0,
      );
      if (status === 200) {
        queue = queue.filter((each) => each !== next);
        done();
      } else await new Promise((resolve) => setTimeout(resolve, 50));
    }
    calling = false;
  };

  const something = async (seconds: number, gone: AbortSignal): Promise<void> => {
    let late: NodeJS.Timeout | undefined;
    let mine: typeof poll;
    await new Promise<void>((wake, end) => {
      mine = { wake, end };
      poll = mine;
      late = setTimeout(wake, seconds * 1_000);
      gone.addEventListener("abort", () => wake(), { once: true });
    }).finally(() => {
      clearTimeout(late);
      if (poll === mine) poll = undefined;
    });
  };

  return {
    /** Resolves once the bot has confirmed it. */
    add(update: What): { readonly id: number; readonly confirmed: Promise<void> } {
      const id = nextId;
      nextId += 1;
      const confirmed = new Promise<void>((done) => queue.push({ id, update, done }));
      poll?.wake();
      if (hook) void call(hook);
      return { id, confirmed };
    },
    /** From here on updates are numbered from this id, as after a week of silence. */
    renumber(from: number) {
      nextId = from;
    },
    waiting: () => queue.length,
    hook: () => hook,
    setHook(to: Hook | undefined) {
      hook = to;
      if (hook) void call(hook);
    },
    async getUpdates(offset: number, limit: number, seconds: number, gone: AbortSignal): Promise<readonly unknown[]> {
      if (hook)
        throw new Refused(
          409,
          "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook first",
        );
      poll?.end(
        new Refused(
          409,
          "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
        ),
      );
      // An offset far beyond what there is confirms nothing.
      const newest = queue.at(-1)?.id ?? nextId - 1;
      if (offset <= newest + 1) confirm(offset);
      if (queue.length === 0 && seconds > 0) await something(seconds, gone);
      return queue.slice(0, limit).map(({ id, update }) => ({ update_id: id, ...update }));
    },
    stop() {
      stopped = true;
      poll?.wake();
    },
  };
}
export type UpdateQueue = ReturnType<typeof updateQueue>;
