import { afterEach, beforeEach, expect, test } from "vitest";
import { type Simulated, simulated } from "./world.ts";

let world: Simulated;
beforeEach(async () => {
  world = await simulated();
});
afterEach(() => world.wipe());

/** Listens until an event passes the test, and gives all those heard. */
async function hear(until: (event: string) => boolean, meanwhile: () => Promise<unknown>): Promise<readonly string[]> {
  const leave = new AbortController();
  const response = await fetch(`${world.url}/api/events`, { signal: leave.signal });
  const heard: string[] = [];
  const acted = meanwhile();
  let rest = "";
  for await (const chunk of response.body ?? []) {
    rest += Buffer.from(chunk).toString();
    const parts = rest.split("\n\n");
    rest = parts.pop() ?? "";
    heard.push(...parts);
    if (heard.some(until)) break;
  }
  leave.abort();
  await acted;
  return heard;
}

test("a page that listens hears what is said, by whom and in which chat", async () => {
  const heard = await hear(
    (event) => event.includes("✓ 12 2 1"),
    () => world.post("/api/people/ana/say", { text: "12 2 1" }),
  );
  const messages = heard.filter((event) => event.startsWith("event: message"));
  expect(messages).toHaveLength(2);
  expect(messages[0]).toMatch(/"chat":"ana".*"from":"ana".*"text":"12 2 1"/);
  expect(messages[1]).toMatch(/"chat":"ana".*"from":"bot".*"text":"✓ 12 2 1"/);
});

test("it hears the clock move, while it moves and once it stands", async () => {
  let arrive = () => {};
  world.desk.onMove(() => new Promise((resolve) => (arrive = resolve)));
  const heard = await hear(
    (event) => {
      if (event.includes('"moving":true')) arrive();
      return event.includes('"now":"2020-05-21T17:00:00+08:00","moving":false');
    },
    () => world.post("/api/clock", { now: "2020-05-21T17:00:00+08:00" }),
  );
  expect(heard[0]).toContain('{"now":"2020-05-19T09:00:00+08:00","moving":false}');
});
