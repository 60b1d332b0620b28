import { kindOf } from "../core/failure-kind.ts";
import type { Address, Block, Phrase, Text } from "../core/message.ts";
import type { Member } from "../core/roster.ts";
import { type House, languageOf } from "./house.ts";
import { reply } from "./speak.ts";

/** Something said to others than the one who wrote: to a person wherever they are reached, or to an address. */
export type Telling = { readonly to: Member | Address; readonly blocks: readonly Block<Text>[] };

/** The same to every coordinator. */
export function coordinatorsToo(house: House, text: Phrase): readonly Telling[] {
  const coordinators = house.people.roster.people.filter(({ role }) => role === "coordinator");
  return coordinators.map((to) => ({ to, blocks: [{ kind: "text", text }] }));
}

/** Sends what is to be told, each once; `key` makes them told apart. Never rejects; the log says what got lost. */
export async function tellAll(house: House, key: string, tellings: readonly Telling[]): Promise<void> {
  for (const [index, { to, blocks }] of tellings.entries()) {
    const known = "role" in to;
    const address = known ? house.people.addressOf(to, [...house.channels.keys()]) : to;
    if (!address) continue;
    const told = `${key}/told/${index}`;
    try {
      const language = known ? await languageOf(house, to) : house.language;
      await reply(house, { key: told, to: address, language, blocks });
    } catch (cause) {
      // The store is away: the others are told all the same.
      house.log.error({ code: "not-told", message: told, cause: kindOf(cause) }, "somebody could not be told");
    }
  }
}
