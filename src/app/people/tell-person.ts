import { accountOf } from "../../core/directory.ts";
import { personKey } from "../../core/entry.ts";
import type { Block, Text } from "../../core/message.ts";
import type { Prompt } from "../../core/person.ts";
import type { Member } from "../../core/roster.ts";
import { forAMoment } from "../for-a-moment.ts";
import { type House, languageOf } from "../house.ts";
import { reply } from "../speak.ts";
import { reachable } from "./reporter.ts";

/** Something that one person's deed makes the bot say to another; `key` is stable across redeliveries of that deed. */
export type Telling = {
  readonly key: string;
  readonly blocks: readonly Block<Text>[];
  /** The question that it leaves. */
  readonly prompt?: Prompt;
};

/**
 * What became of telling somebody: whoever did it is told to call them unless they were told. `late`: their chat asks to
 * wait, and they are told once it may be.
 */
export type Told = "told" | "late" | "unreached";

/** Tells a person, and does not keep whoever did it waiting for long. */
export async function tell(house: House, member: Member, { key, blocks, prompt }: Telling): Promise<Told> {
  const [reached] = reachable(house, [member]);
  if (!reached) return "unreached";
  const language = await languageOf(house, member);
  if (prompt) {
    const doc = personKey(member.id);
    const entry = { kind: "asked", prompt, id: key, at: house.clock.now(), by: "bot" } as const;
    await house.store.change([doc], () => [{ key: doc, entry }]);
  }
  const say = async (): Promise<Told> => {
    const sent = await reply(house, { key, to: reached.to, language, blocks });
    return sent === undefined ? "unreached" : "told";
  };
  return forAMoment(house, accountOf(reached.to), say, "late");
}
