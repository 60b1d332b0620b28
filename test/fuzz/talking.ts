import { isDeepStrictEqual } from "node:util";
import { reportKey, roundKey } from "../../src/core/entry.ts";
import { type What, type World, world } from "../world.ts";
import { assert, sentences } from "./door.ts";

const flow = "epidemic-supplies-weekly";
const round = "2020-05-21";
export const liaison = "fuzhou-market-liaison";
/** A report that nobody touches: it must stay as it is. */
const bystander = "xiamen-market";
/** So often somebody else asks for something plain, and must be answered. */
const ASKED_EVERY = 25;

/** Everybody who may knock: those of the roster by role, a stranger, and the group. */
export const callers = [
  { person: liaison },
  { person: "fuzhou-market-deputy" },
  { person: "fuzhou-commerce-liaison" },
  { person: "fj-coordinator" },
  { person: "nobody-knows-me" },
  { person: "fj-coordinator", chat: "leadership" },
] as const;
export type Caller = (typeof callers)[number];

/** A bot in the middle of a round, for inputs that people send. */
export type Talk = {
  readonly world: World;
  /** Does it, and fails unless it was answered as it should be: once at most, in words, nothing else changed. */
  put(caller: Caller, what: What): Promise<void>;
  close(): Promise<void>;
};

export async function talking(): Promise<Talk> {
  const it = await world();
  for (const text of ["/report", "口罩", "12 2 1"]) await it.say(`${bystander}-liaison`, text);
  for (const text of ["/report", "口罩、呼吸机"]) await it.say(liaison, text);
  const others = async () => [
    await it.store.read(reportKey(flow, round, bystander)),
    await it.store.read(roundKey(flow, round)),
  ];
  const before = await others();
  const assertSentence = sentences();
  let count = 0;
  return {
    world: it,
    close: it.end,
    put: async ({ person, ...where }, what) => {
      const sent = it.sent.length;
      const chat = "chat" in where ? where.chat : person;
      const said = await it.act(person, what, { chat });
      assert(it.log.length === 0, `the log has a complaint: ${it.log.at(-1)?.slice(0, 300)}`);
      const replies = it.sent.slice(sent);
      assert(replies.length <= 1, `${replies.length} messages answer one`);
      assert(
        replies.every(({ to }) => to.id === chat),
        "somebody else was written to",
      );
      const isStranger = person === "nobody-knows-me";
      // A stranger has a few answers, then silence.
      const isHushed = isStranger && replies.length === 0;
      assert(replies.length === 1 || chat !== person || isStranger, "nothing was answered");
      if (!isHushed) assertSentence(said, `${"text" in what ? what.text : ""} ${JSON.stringify(what)}`);
      assert(!isStranger || isHushed || /^[^0-9]{5,80}$/.test(said), `a stranger was told: ${said.slice(0, 200)}`);
      count += 1;
      if (count % ASKED_EVERY > 0) return;
      const plain = await it.say("xiamen-commerce-liaison", "帮助");
      assert(plain.includes("填报"), `a plain question was answered with ${plain.slice(0, 200)}`);
      assert(isDeepStrictEqual(await others(), before), "what nobody named has changed");
    },
  };
}
