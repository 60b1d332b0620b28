import { kindOf } from "../../core/failure-kind.ts";
import type { Address, Block, Text } from "../../core/message.ts";
import type { Language } from "../../wording/wording.ts";
import type { House } from "../house.ts";
import { reply } from "../speak.ts";

/** Makes what follows an answer: files of a large return, that nobody should wait for to read the figures. */
export type Following = () => Promise<readonly Block<Text>[]>;

/** Collects what follows; it is made and goes out after the reply. */
export type Follow = (following: Following) => void;

/** Where what follows goes; `answers` is the reply that it belongs to, where that got there. */
type Thread = {
  readonly key: string;
  readonly to: Address;
  readonly language: Language;
  readonly answers: string | undefined;
};

/** Makes and sends what follows a reply, in reply to it. Never rejects; the log says what could not be made. */
export async function sendFollowing(
  house: House,
  { key, to, language, answers }: Thread,
  follows: readonly Following[],
): Promise<void> {
  for (const [index, make] of follows.entries()) {
    const blocks = await make().catch((cause: unknown): readonly Block<Text>[] => {
      house.log.error({ code: "not-followed", key, cause: kindOf(cause) }, "what follows a reply was not made");
      return [{ kind: "text", text: { key: "posting-no-file" } }];
    });
    if (blocks.length === 0) continue;
    await reply(house, {
      key: `${key}/follow/${index}`,
      to,
      language,
      blocks,
      ...(answers === undefined ? {} : { answers }),
    });
  }
}
