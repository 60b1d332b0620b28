import type { Block, Text } from "../core/message.ts";
import type { Audience, Made, Return } from "../exports/export.ts";
import { spoken, wordingOf } from "../wording/wording.ts";
import type { House } from "./house.ts";
import { kindOf } from "./speak.ts";

/** A return as files, one of each kind of export. */
export async function filesOf(house: House, of: Return, audience: Audience): Promise<readonly Made[]> {
  const { word } = wordingOf(spoken(of.language) ?? house.language);
  return Promise.all(house.exports.map((each) => each.make(of, audience, word)));
}

/**
 * The files as parts of a message, those of a version after the first named by it; where they cannot be made, the
 * message goes without them and says so.
 */
export async function fileBlocks(
  house: House,
  of: Return,
  audience: Audience,
  version = 1,
): Promise<readonly Block<Text>[]> {
  try {
    const files = await filesOf(house, of, audience);
    const { word } = wordingOf(spoken(of.language) ?? house.language);
    const named = (name: string) =>
      version === 1
        ? name
        : name.replace(/(\.[^.]*)?$/, (end) => ` ${word("file-version", { version: String(version) })}${end}`);
    return files.map(({ name, bytes }) => ({ kind: "file", name: named(name), bytes }));
  } catch (cause) {
    house.log.error({ code: "export-failed", round: of.round.round, cause: kindOf(cause) }, "a file was not made");
    return [{ kind: "text", text: { key: "posting-no-file" } }];
  }
}
