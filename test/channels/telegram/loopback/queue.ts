import { Refused } from "./refused.ts";

/** An update without its number. */
export type What = Readonly<Record<string, unknown>>;
type Waiting = { readonly id: number; readonly update: What; readonly done: () => void };
type Hook = { readonly url: string; readonly secret?: string };

/** How many calls of a webhook are under way at once, where the bot asks for no other number. */
const CONNECTIONS = 40;
/** How soon a call that was not answered with 200 is made again, in milliseconds. */
const AGAIN = 50;

/**
 * The updates of a bot as the server keeps them: given again and again until one with a higher offset is asked for, or
 * until the webhook answers 200. A webhook is called with the next message of a chat once it has taken the one before,
 * and so for the presses of a person; other chats do not wait. Two pollers at once, or polling beside a webhook, is a
 * conflict.
 */
export function updateQueue() {
  let queue: Waiting[] = [];
  let nextId = 700_000_001;
  let hook: Hook | undefined;
  const called = new Set<string>();
  let poll: { readonly wake: () => void; readonly end: (cause: Refused) => void } | undefined;
  let stopped = false;

  const confirm = (most: number) => {
    for (const each of queue) if (each.id < most) each.done();
    queue = queue.filter(({ id }) => id >= most);
  };
  /** Calls the webhook with the first update of each lane that has none under way, as far as the connections go. */
  const callAll = (): void => {
    if (!hook || stopped) return;
    for (const each of queue) {
      if (called.size === CONNECTIONS) return;
      const lane = laneOf(each.update);
      if (called.has(lane)) continue;
      called.add(lane);
      void call(hook, each).then(() => {
        called.delete(lane);
        callAll();
      });
    }
  };
  const call = async ({ url, secret }: Hook, given: Waiting): Promise<void> => {
    const headers = {
      "content-type": "application/json",
      ...(secret === undefined ? {} : { "x-telegram-bot-api-secret-token": secret }),
    };
    const body = JSON.stringify({ update_id: given.id, ...given.update });
    const taken = await fetch(url, { method: "POST", headers, body }).then(
      async (response) => {
        await response.arrayBuffer();
        return response.status === 200;
      },
      () => false,
    );
    if (!taken) return new Promise((resolve) => setTimeout(resolve, AGAIN));
    queue = queue.filter((each) => each !== given);
    given.done();
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
      callAll();
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
      callAll();
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

/** Messages queue up by chat, presses by the person. */
function laneOf(update: What): string {
  const press = record(update.callback_query);
  if (press) return `press/${idOf(press.from)}`;
  const [what] = Object.values(update);
  return `chat/${idOf(record(what)?.chat)}`;
}

const idOf = (of: unknown): unknown => record(of)?.id;

const record = (given: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof given === "object" && given !== null ? Object.fromEntries(Object.entries(given)) : undefined;

export type UpdateQueue = ReturnType<typeof updateQueue>;
