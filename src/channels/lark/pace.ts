/** How fast the platform may be called: each of its interfaces in all, and one chat or card. */
export type Limits = {
  readonly perSecond: number;
  readonly perMinute: number;
  readonly perKey: number;
  /** What counts as a second, in milliseconds. */
  readonly second: number;
};

/** The platform's own: 50 a second and 1000 a minute, 5 a second to one chat or card. */
export const limits: Limits = { perSecond: 50, perMinute: 1_000, perKey: 5, second: 1_000 };

/** Answers go before what the bot says by itself. */
export type Rank = "answer" | "notice";

/**
 * A turn that was had. It counts from when the call was answered: at some moment between the two the platform counted
 * it, so that its windows are never overrun. A call that the platform refused for its rate is given back.
 */
export type Turn = { done(): void; giveBack(): void };

/** Calls that wait for their turn. */
export type Pace = {
  /** Resolves when the interface may be called about this chat or card; calls of the same key go in order. */
  turn(api: string, key: string, rank: Rank): Promise<Turn>;
  /** Keeps everybody from the interface for so long: the platform asked for it. */
  hold(api: string, ms: number): void;
  /** Whether the interface cannot be called for a while yet. */
  isFull(api: string): boolean;
};

/** What is counted of a chat or card, by whatever interface it is called about: new messages and replies alike. */
const aboutOf = (key: string) => `about ${key}`;

type Waiting = { readonly api: string; readonly key: string; readonly go: (turn: Turn) => void };

/** Calls of one name: those under way, and when the last ones were answered. */
export type Calls = { underWay: number; readonly answered: number[] };

/** Chats and cards that are quiet again are forgotten once there are so many: each card that is renewed is one. */
const NAMES = 5_000;

/** Paces calls by what they came to within the last minute; `calls` is where that is remembered. */
export function pacer(
  { perSecond, perMinute, perKey, second }: Limits,
  now = () => performance.now(),
  calls = new Map<string, Calls>(),
): Pace {
  const held = new Map<string, number>();
  const queues: Readonly<Record<Rank, Waiting[]>> = { answer: [], notice: [] };
  let timer: NodeJS.Timeout | undefined;
  const minute = second * 60;

  const callsOf = (name: string): Calls => {
    const known = calls.get(name);
    if (known) return known;
    if (calls.size >= NAMES) forget();
    const fresh: Calls = { underWay: 0, answered: [] };
    calls.set(name, fresh);
    return fresh;
  };
  const forget = () => {
    const counted = now() - minute;
    for (const [name, { underWay, answered }] of calls)
      if (underWay === 0 && (answered.at(-1) ?? 0) < counted) calls.delete(name);
  };
  /** When the next of at most so many within a span may go; never while as many are under way. */
  const freeAt = (name: string, most: number, within: number): number => {
    const { underWay, answered } = calls.get(name) ?? { underWay: 0, answered: [] };
    if (underWay >= most) return Number.POSITIVE_INFINITY;
    const earlier = answered.at(underWay - most);
    return earlier === undefined ? 0 : earlier + within;
  };
  const turnAt = ({ api, key }: Waiting): number =>
    Math.max(
      held.get(api) ?? 0,
      freeAt(api, perSecond, second),
      freeAt(api, perMinute, minute),
      freeAt(aboutOf(key), perKey, second),
    );
  const end = (name: string, most: number, counts: boolean) => {
    const { answered } = callsOf(name);
    callsOf(name).underWay -= 1;
    if (counts) answered.push(now());
    if (answered.length > 2 * most) answered.splice(0, answered.length - most);
    // Nothing came of it, so there is nothing to remember.
    if (!counts && answered.length === 0 && callsOf(name).underWay === 0) calls.delete(name);
  };
  const begin = ({ api, key }: Waiting): Turn => {
    callsOf(api).underWay += 1;
    callsOf(aboutOf(key)).underWay += 1;
    const ended = (counts: boolean) => () => {
      end(api, perMinute, counts);
      end(aboutOf(key), perKey, counts);
      serve();
    };
    return { done: ended(true), giveBack: ended(false) };
  };

  const serve = (): void => {
    clearTimeout(timer);
    timer = undefined;
    let soonest = Number.POSITIVE_INFINITY;
    for (const queue of [queues.answer, queues.notice]) {
      for (let index = 0; index < queue.length; ) {
        const waiting = queue[index];
        if (!waiting) break;
        const at = turnAt(waiting);
        if (at > now()) {
          soonest = Math.min(soonest, at);
          index += 1;
          continue;
        }
        queue.splice(index, 1);
        waiting.go(begin(waiting));
      }
    }
    if (soonest < Number.POSITIVE_INFINITY) timer = setTimeout(serve, Math.max(1, soonest - now()));
  };

  return {
    turn: (api, key, rank) =>
      new Promise((resolve) => {
        queues[rank].push({ api, key, go: resolve });
        serve();
      }),
    hold: (api, ms) => {
      held.set(api, Math.max(held.get(api) ?? 0, now() + ms));
    },
    isFull: (api) => Math.max(held.get(api) ?? 0, freeAt(api, perMinute, minute)) > now() + second,
  };
}
