import { kindOf } from "../../core/failure-kind.ts";
import type { Block, Text } from "../../core/message.ts";
import type { Audience, Format, Made, Return } from "../../exports/export.ts";
import { spoken, wordingOf } from "../../wording/wording.ts";
import type { House } from "../house.ts";

/** What comes with a posting by itself; the rest is made where it is asked for. */
const POSTED: readonly Format[] = ["xlsx"];

/** A return as files, one of each wanted kind, in the order in which the house lists its exports. */
export async function filesOf(
  house: House,
  of: Return,
  audience: Audience,
  wanted: readonly Format[],
): Promise<readonly Made[]> {
  const { word } = wordingOf(spoken(of.language) ?? house.language);
  const chosen = house.exports.filter(({ format }) => wanted.includes(format));
  return Promise.all(chosen.map((each) => each.make(of, audience, word)));
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
  wanted: readonly Format[] = POSTED,
): Promise<readonly Block<Text>[]> {
  try {
    const files = await filesOf(house, of, audience, wanted);
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
