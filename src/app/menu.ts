import type { MenuLine, MenuOf } from "../channels/channel.ts";
import { type Language, spoken, wordingOf } from "../wording/wording.ts";
import type { Command } from "./commands/command.ts";
import { commands, usable } from "./commands/index.ts";
import { type Examples, examplesFor } from "./examples.ts";
import { type House, languageOf } from "./house.ts";
import type { Place } from "./rights.ts";

/**
 * The commands of a platform's menu: in a private chat what the person may use, in their language; in a group what may
 * be said there. Nothing for a chat of people whom the bot does not know. A menu grants nothing: rights are asked again.
 */
export async function menuFor(house: House, of: MenuOf): Promise<readonly MenuLine[]> {
  if ("of" in of) {
    const language = spoken(of.language) ?? house.language;
    return lines(
      of.of === "groups" ? usableIn("other-group") : commands.filter(({ rights }) => rights.strangers),
      language,
      examplesFor(house),
    );
  }
  if (of.group) {
    const group = house.people.groupAt(of.chat);
    return group
      ? lines(usableIn(group.leadership ? "leadership-group" : "other-group"), house.language, examplesFor(house))
      : [];
  }
  const member = house.people.memberAt(of.chat);
  if (!member) return [];
  const own = usable(house, member).filter(({ rights }) => rights.places.includes("own-chat"));
  return lines(own, await languageOf(house, member), examplesFor(house, member));
}

function usableIn(place: Place): readonly Command[] {
  return commands.filter(({ rights }) => rights.places.includes(place));
}

function lines(list: readonly Command[], language: Language, examples: Examples): readonly MenuLine[] {
  const { word } = wordingOf(language);
  return list.map(({ name }) => ({ name, says: word(`help-${name}`, examples) }));
}
