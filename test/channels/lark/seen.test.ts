import { expect, test } from "vitest";
import { seenSoFar } from "../../../src/channels/lark/seen.ts";

test("of very many chats the one that has been silent for the longest is forgotten", () => {
  const seen = seenSoFar();
  seen.heard("busy", "om_1");
  for (let chat = 0; chat < 30_000; chat += 1) {
    seen.heard(`oc_${chat}`, `om_of_${chat}`);
    seen.heard("busy", "om_2");
  }
  expect(seen.lastHeard("oc_0")).toBeUndefined();
  expect(seen.lastHeard("oc_29999")).toBe("om_of_29999");
  expect(seen.lastHeard("busy")).toBe("om_2");
});
