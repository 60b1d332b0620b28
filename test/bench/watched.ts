/** What a piece of work takes: its time, the growth of the process, the longest that a tick of 5 ms came late. */
export async function watched(work: () => Promise<void>) {
  const before = process.memoryUsage.rss();
  let [peak, held, last] = [before, 0, performance.now()];
  const look = () => {
    const now = performance.now();
    held = Math.max(held, now - last - 5);
    last = now;
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  const tick = setInterval(look, 5);
  const began = performance.now();
  await work();
  const ms = performance.now() - began;
  look();
  clearInterval(tick);
  return { ms: Math.round(ms), mb: Math.round((peak - before) / 1_048_576), held: Math.round(held) };
}
