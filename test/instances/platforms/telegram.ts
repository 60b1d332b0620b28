import { play } from "../../channels/players.ts";
import { moveOf, phonesOn } from "../../channels/telegram/liaison.ts";
import { published } from "../../channels/telegram/loopback/flood.ts";
import { loopback } from "../../channels/telegram/loopback/server.ts";
import { openBalancer } from "../balancer.ts";
import type { Ground } from "./ground.ts";

/** Telegram, which calls by webhook: a balancer hands each call to one instance, and on where that does not take it. */
export const telegram: Ground = {
  channel: "telegram",
  person: String,
  group: (number) => String(-1_001_000_000_000 - number),
  open: async ({ roster, faster, urls }) => {
    const platform = await loopback({ limits: { ...published, second: published.second / faster } });
    for (const { addresses } of roster.people) platform.memory.privateChat(Number(addresses.telegram)).bot = "member";
    for (const { id, addresses } of roster.groups) platform.memory.group(Number(addresses.telegram), "supergroup", id);
    const balancer = await openBalancer(urls);
    let underWay = 0;
    return {
      environment: {
        TELEGRAM_BOT_TOKEN: platform.token,
        TELEGRAM_API_ROOT: platform.root,
        TELEGRAM_WEBHOOK_SECRET: "a-long-random-word",
        PUBLIC_URL: balancer.url,
      },
      shown: (chat) =>
        platform
          .shown(Number(chat))
          .filter(({ from }) => from === "bot")
          .map(({ id, text, kind }) => ({ id: String(id), text, isFile: kind === "document" })),
      play: (people, { begin, did, ...how }) =>
        play(phonesOn(platform), people.map(Number), {
          ...how,
          moveOf,
          ...(begin ? { begin: (person) => begin(String(person)) } : {}),
          did: (person, done) => {
            underWay += 1;
            void done.confirmed.then(() => (underWay -= 1));
            did(String(person), done);
          },
        }),
      underWay: () => underWay,
      // Messages bear no key there.
      twice: () => [],
      counts: () => ({
        passed_on: balancer.passedOn(),
        refused_by_platform: platform.troubles.filter(({ code }) => code === 429).length,
      }),
      stop: async () => {
        await balancer.stop();
        await platform.stop();
      },
    };
  },
};
