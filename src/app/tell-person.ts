import { personKey } from "../core/entry.ts";
import type { Block, Text } from "../core/message.ts";
import type { Prompt } from "../core/person.ts";
import type { Member } from "../core/roster.ts";
import { type House, languageOf } from "./house.ts";
import { reachable } from "./reporter.ts";
import { reply } from "./speak.ts";

/** Something that one person's deed makes the bot say to another; `key` is stable across redeliveries of that deed. */
export type Telling = {
  readonly key: string;
  readonly blocks: readonly Block<Text>[];
  /** The question that it leaves. */
  readonly prompt?: Prompt;
};

/** Tells a person; false where they cannot be reached, so that whoever did it can be told to call them. */
export async function tell(house: House, member: Member, { key, blocks, prompt }: Telling): Promise<boolean> {
  const [reached] = reachable(house, [member]);
  if (!reached) return false;
  const language = await languageOf(house, member);
  if (prompt) {
    const doc = personKey(member.id);
    const entry = { kind: "asked", prompt, id: key, at: house.clock.now(), by: "bot" } as const;
    await house.store.change([doc], () => [{ key: doc, entry }]);
  }
  return (await reply(house, { key, to: reached.to, language, blocks })) !== undefined;
}
