import { afterEach, beforeEach, expect, test } from "vitest";
import type { Host } from "../../../src/channels/channel.ts";
import type { Inbound } from "../../../src/core/message.ts";
import { listening, type Started, started, wide } from "./channel.ts";
import { type Loopback, loopback } from "./loopback/server.ts";

let platform: Loopback;
let channel: Started | undefined;
let received: Inbound[] = [];
let taking: (inbound: Inbound) => Promise<void> = async () => {};
const host: Host = {
  now: () => Date.UTC(2020, 4, 19, 1),
  receive: async (inbound) => {
    received.push(inbound);
    await taking(inbound);
    return { replied: Promise.resolve() };
  },
};
const texts = () => received.map((inbound) => (inbound.kind === "said" ? inbound.text : inbound.kind));
const begin = async (log = listening()) => {
  channel = await started(platform, host, { log });
};
const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
};

beforeEach(async () => {
  received = [];
  taking = async () => {};
  platform = await loopback({ limits: wide });
});
afterEach(async () => {
  await channel?.stop();
  channel = undefined;
  await platform.stop();
});

test("what is not on disk when the bot ends is given to the next one, and what is on disk is not", async () => {
  const never = new Promise<void>(() => {});
  taking = (inbound) => (inbound.kind === "said" && inbound.text === "lost" ? never : Promise.resolve());
  await begin();
  await platform.says(1, "kept").confirmed;
  platform.says(1, "lost");
  await until(() => received.length === 2);
  // As after kill -9: nothing of the first is heard any more.
  received = [];
  taking = async () => {};
  await begin();
  await until(() => received.length > 0);
  expect(texts()).toEqual(["lost"]);
});

test("people are dealt with side by side: one whose update takes long holds up nobody else", async () => {
  let release = () => {};
  const slow = new Promise<void>((resolve) => {
    release = resolve;
  });
  taking = (inbound) => (inbound.from.id === "1" ? slow : Promise.resolve());
  await begin();
  const first = platform.says(1, "slow");
  platform.says(1, "after it");
  await until(() => received.length === 1);
  for (let person = 2; person < 9; person += 1) platform.says(person, "quick");
  await until(() => received.length === 8);
  expect(texts()).toEqual(["slow", ...Array(7).fill("quick")]);
  release();
  await first.confirmed;
  await until(() => received.length === 9);
  expect(texts().at(-1)).toBe("after it");
});

test("numbers that start anew after a week of silence are followed", async () => {
  await begin();
  await platform.says(1, "before").confirmed;
  platform.queue.renumber(17);
  await platform.says(1, "after").confirmed;
  await platform.says(1, "and on").confirmed;
  expect(texts()).toEqual(["before", "after", "and on"]);
});

test("an update that could not be kept comes again until it is", async () => {
  let failures = 2;
  taking = async () => {
    if (failures-- > 0) throw new Error("the disk is full");
  };
  await begin();
  await platform.says(1, "once more").confirmed;
  expect(texts()).toEqual(["once more", "once more", "once more"]);
});

test("an update that always fails is given up in the end, and the log has what kind of failure it was", async () => {
  const log = listening();
  taking = async () => {
    throw new RangeError("my salary is a secret");
  };
  await begin(log);
  platform.says(1, "my salary is a secret");
  const given = () => log.lines.find(({ code }) => code === "telegram-update-given-up");
  await until(() => given() !== undefined);
  expect(given()?.cause).toMatch(/^RangeError at /);
  expect(JSON.stringify(log.lines)).not.toContain("salary");
});

test("why the menus could not be set is logged by its kind", async () => {
  const log = listening();
  const menuFor = async () => {
    throw new RangeError("nothing to choose from");
  };
  channel = await started(platform, { ...host, menuFor }, { log });
  await until(() => log.lines.some(({ code }) => code === "telegram-menu"));
  expect(log.lines.find(({ code }) => code === "telegram-menu")?.cause).toMatch(/^RangeError at /);
});

test("a lost answer, a refusal and a failure of Telegram lose no update", async () => {
  platform.next("getUpdates", "broken", "too-many", "lost", "none");
  await begin();
  await platform.says(1, "there").confirmed;
  expect(texts()).toEqual(["there"]);
});

test("an update of no known shape is left, and those after it are taken", async () => {
  await begin();
  await platform.gives({ message: { message_id: "seven" } }).confirmed;
  await platform.gives({ unheard_of: true }).confirmed;
  await platform.says(1, "fine").confirmed;
  expect(texts()).toEqual(["fine"]);
});

test("a second program with the same token, or its webhook, is told as a conflict with what to do", async () => {
  const log = listening();
  await begin(log);
  platform.queue.setHook({ url: "http://127.0.0.1:9/" });
  platform.queue.add({});
  await until(() => log.lines.some(({ code }) => code === "telegram-conflict"));
  expect(log.lines.find(({ code }) => code === "telegram-conflict")?.level).toBe("error");
  expect(channel?.channel.deaf?.()).toBe("telegram-conflict");
  platform.queue.setHook(undefined);
  await until(() => channel?.channel.deaf?.() === undefined);
});

test("a webhook that was left is taken off when the bot asks for its messages", async () => {
  platform.queue.setHook({ url: "http://127.0.0.1:9/" });
  await begin();
  await platform.says(1, "here").confirmed;
  expect(texts()).toEqual(["here"]);
});

test("coming back is one return, although Telegram and the button both tell of it", async () => {
  await begin();
  await platform.says(1, "hello").confirmed;
  await platform.blocks(1).confirmed;
  await platform.unblocks(1).confirmed;
  await platform.says(1, "/start").confirmed;
  expect(received.map(({ kind }) => kind)).toEqual(["said", "left", "joined"]);
});

test("every press is answered at once, also one that Telegram no longer knows", async () => {
  let release = () => {};
  taking = () =>
    new Promise((resolve) => {
      release = resolve;
    });
  await begin();
  platform.gives({
    callback_query: {
      id: "9",
      from: { id: 1 },
      data: "y",
      message: { message_id: 1, chat: { id: 1, type: "private" } },
    },
  });
  await until(() => platform.calls.get("answerCallbackQuery") === 1);
  release();
});
