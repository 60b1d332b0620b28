import { expect, test } from "vitest";
import { threadOf } from "../../src/exports/thread/thread.ts";

const module = new URL("./thread-jobs.ts", import.meta.url);
const add = { kind: "add", figures: [1, 2, 3] };

test("jobs are done one after another, each with its own answer", async () => {
  const thread = threadOf({ memoryMb: 128, timeMs: 20_000 });
  const jobs = [1, 2, 3, 4].map((figure) => thread(module, { kind: "add", figures: [figure, figure] }));
  expect(await Promise.all(jobs)).toEqual([2, 4, 6, 8]);
});

test("a job that fails says why, and the next is done", async () => {
  const thread = threadOf({ memoryMb: 128, timeMs: 20_000 });
  await expect(thread(module, { kind: "fail" })).rejects.toThrow("no paper left");
  expect(await thread(module, add)).toBe(6);
});

test("a thread that ends in the middle of a job fails that job alone", async () => {
  const thread = threadOf({ memoryMb: 128, timeMs: 20_000 });
  const [ended, next] = [thread(module, { kind: "end" }), thread(module, add)];
  await expect(ended).rejects.toThrow("ended with 3");
  expect(await next).toBe(6);
});

test("a job that hangs is given up, and the next is done by a new thread", async () => {
  const thread = threadOf({ memoryMb: 128, timeMs: 5_000 });
  expect(await thread(module, add)).toBe(6);
  await expect(thread(module, { kind: "hang" })).rejects.toThrow("took longer");
  expect(await thread(module, add)).toBe(6);
}, 60_000);
