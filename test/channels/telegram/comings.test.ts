import { expect, test } from "vitest";
import { comings } from "../../../src/channels/telegram/comings.ts";

test("who comes back and is told of twice comes once, and again a while later", () => {
  const comes = comings();
  expect([comes("1", 0), comes("1", 9_000), comes("2", 9_000), comes("1", 10_000)]).toEqual([true, false, true, true]);
});

test("who has come is forgotten once it no longer matters, however many came", () => {
  const lately = new Map<string, number>();
  const comes = comings(lately);
  for (let chat = 0; chat < 1_000; chat += 1) comes(`${chat}`, chat * 1_000);
  expect([...lately.keys()]).toEqual(Array.from({ length: 10 }, (_, index) => `${990 + index}`));
});
