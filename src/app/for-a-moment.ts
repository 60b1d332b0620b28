import type { House } from "./house.ts";

/** How long somebody's turn, or what else is owed, waits for a message to others: a pressed card waits three seconds. */
const A_MOMENT = 2_000;

/**
 * What a task comes to, done after others of its key, or `late` where it takes longer than a moment: then it goes on by
 * itself until it is done.
 */
export async function forAMoment<T, L>(house: House, key: string, task: () => Promise<T>, late: L): Promise<T | L> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<L>((resolve) => {
    timer = setTimeout(() => resolve(late), A_MOMENT);
  });
  try {
    return await Promise.race([house.inOrder(key, task), over]);
  } finally {
    clearTimeout(timer);
  }
}
