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

/** Calls that wait for their turn. */
export type Pace = {
  /** Resolves when the interface may be called about this chat or card; calls of the same key go in order. */
  turn(api: string, key: string, rank: Rank): Promise<void>;
  /** Keeps everybody from the interface for so long: the platform asked for it. */
  hold(api: string, ms: number): void;
  /** Whether the interface cannot be called for a while yet. */
  isFull(api: string): boolean;
};

/** A call is counted when it arrives there, a little later or sooner than its turn: so much wider are the windows here. */
const SLACK = 1.03;
const SLACK_OF_A_MINUTE = 1.003;

type Waiting = { readonly api: string; readonly key: string; readonly go: () => void };

export function pacer({ perSecond, perMinute, perKey, second }: Limits, now = () => performance.now()): Pace {
  const calls = new Map<string, number[]>();
  const held = new Map<string, number>();
  const queues: Readonly<Record<Rank, Waiting[]>> = { answer: [], notice: [] };
  let timer: NodeJS.Timeout | undefined;
  const span = second * SLACK;
  const minute = second * 60 * SLACK_OF_A_MINUTE;

  /** When the next of at most so many within a span may go. */
  const freeAt = (name: string, most: number, within: number): number => {
    const earlier = calls.get(name)?.at(-most);
    return earlier === undefined ? 0 : earlier + within;
  };
  const note = (name: string, at: number, most: number) => {
    const times = calls.get(name) ?? [];
    times.push(at);
    if (times.length > 2 * most) times.splice(0, times.length - most);
    calls.set(name, times);
  };
  const turnAt = ({ api, key }: Waiting): number =>
    Math.max(
      held.get(api) ?? 0,
      freeAt(api, perSecond, span),
      freeAt(api, perMinute, minute),
      freeAt(`${api} ${key}`, perKey, span),
    );

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
        note(waiting.api, now(), perMinute);
        note(`${waiting.api} ${waiting.key}`, now(), perKey);
        waiting.go();
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
