import { expect, test } from "vitest";
import { lanes, sideBySide } from "../../src/app/lanes.ts";

const turn = () => new Promise((resolve) => setImmediate(resolve));

test("tasks of one key run one after the other, also after one that fails", async () => {
  const run = lanes();
  const order: string[] = [];
  const task =
    (name: string, fails = false) =>
    async () => {
      order.push(`${name} begins`);
      await turn();
      order.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    };
  const settled = await Promise.allSettled([run("a", task("1", true)), run("a", task("2")), run("b", task("3"))]);
  expect(settled.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "fulfilled"]);
  expect(order.indexOf("2 begins")).toBeGreaterThan(order.indexOf("1 ends"));
  expect(order.indexOf("3 begins")).toBeLessThan(order.indexOf("1 ends"));
});

test("no more run side by side than allowed, and all are done", async () => {
  let running = 0;
  let most = 0;
  const done: number[] = [];
  await sideBySide([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
    running += 1;
    most = Math.max(most, running);
    await turn();
    running -= 1;
    done.push(item);
  });
  expect(most).toBe(3);
  expect(done.sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
});
