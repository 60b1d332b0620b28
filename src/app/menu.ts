import type { MenuLine, MenuOf } from "../channels/channel.ts";
import { type Language, spoken, wordingOf } from "../wording/wording.ts";
import type { Command } from "./commands/command.ts";
import { commands, usable } from "./commands/index.ts";
import { type House, languageOf } from "./house.ts";

/**
 * The commands of a platform's menu: in a private chat what the person may use, in their language; in a group what may
 * be said there. Nothing for a chat of people whom the bot does not know. A menu grants nothing: rights are asked again.
 */
export async function menuFor(house: House, of: MenuOf): Promise<readonly MenuLine[]> {
  if ("of" in of) {
    const language = spoken(of.language) ?? house.language;
    return lines(of.of === "groups" ? usableInGroups() : [], language);
  }
  if (of.group) return house.people.groupAt(of.chat) ? lines(usableInGroups(), house.language) : [];
  const member = house.people.memberAt(of.chat);
  return member ? lines(usable(member.role), await languageOf(house, member)) : [];
}

function usableInGroups(): readonly Command[] {
  return commands.filter((command) => command.kind !== "not-yet" && command.inGroups);
}

function lines(list: readonly Command[], language: Language): readonly MenuLine[] {
  const { word } = wordingOf(language);
  return list.map(({ name }) => ({ name, says: word(`help-${name}`) }));
}
