import { HOUR } from "../../../src/core/time.ts";
import { moveOf, phonesOn } from "../../channels/lark/moves.ts";
import { openPlatform } from "../../channels/lark/platform/platform.ts";
import { textOf } from "../../channels/lark/platform/view.ts";
import { play } from "../../channels/players.ts";
import { isMarked } from "../../channels/reporting.ts";
import { type Ground, numberIn, type Shown } from "./ground.ts";

/**
 * What nobody acknowledged comes again after so long, in milliseconds: as often as on the real one, where the last waits are
 * hours; far enough apart that one outage does not use them all up.
 */
const WAITS = [1_500, 10_000, 20_000, 40_000];

/**
 * Lark by its long connection: every instance holds one, and each event goes to one of them. What was not acknowledged
 * is brought again, a press is not; a repeat under its uuid is known for an hour of the bot's clock, and then no more.
 */
export const lark: Ground = {
  channel: "lark",
  person: (number) => `ou_${number}`,
  group: (number) => `oc_${number}`,
  open: async ({ roster, faster, speed }) => {
    const openIds = new Map(roster.people.map(({ id, addresses }) => [id, addresses.lark ?? ""]));
    const platform = await openPlatform({
      people: roster.people.map(({ name, addresses }) => ({ openId: addresses.lark ?? "", name: String(name) })),
      groups: roster.groups.map(({ addresses, people }) => ({
        id: addresses.lark ?? "",
        kind: "group",
        people: people.flatMap((id) => openIds.get(id) ?? []),
        bot: true,
      })),
      speed: faster,
      waits: WAITS,
      hour: HOUR / speed,
    });
    // Cards are turned over in their place: what they were at first is noted when they come.
    const sent = new Map<string, Map<string, Shown>>();
    const keys = new Set<string>();
    const twice: string[] = [];
    platform.onSent((message) => {
      const { id, chat, type, uuid } = message;
      const there = sent.get(chat) ?? new Map<string, Shown>();
      sent.set(chat, there);
      if (there.has(id)) return;
      const shown = { id, text: textOf(message), isFile: type === "file" };
      there.set(id, shown);
      if (uuid !== undefined && keys.has(uuid) && !isMarked(shown)) twice.push(id);
      if (uuid !== undefined) keys.add(uuid);
    });
    const chatOf = (address: string) => (address.startsWith("ou_") ? platform.state.p2p(address).id : address);
    return {
      environment: {
        LARK_APP_ID: platform.app.id,
        LARK_APP_SECRET: platform.app.secret,
        LARK_DOMAIN: platform.url,
      },
      shown: (address) => [...(sent.get(chatOf(address))?.values() ?? [])],
      play: (people, how) =>
        play(phonesOn(platform), people, { ...how, moveOf: (person, message) => moveOf(numberIn(person), message) }),
      underWay: platform.underWay,
      twice: () => twice,
      counts: () => ({
        brought_again: platform.broughtAgain(),
        known_by_uuid: platform.state.answered.known(),
        answered_late: platform.late(),
        refused_by_platform: platform.flooded(),
      }),
      stop: platform.close,
    };
  },
};
