import { type Say, sentence, type Text } from "../core/message.ts";
import type { Member } from "../core/roster.ts";
import type { Language } from "../wording/wording.ts";
import type { About } from "./about.ts";
import { calledIn } from "./commands/command.ts";
import { usable } from "./commands/index.ts";
import type { Parsed } from "./commands/parse.ts";
import { type House, languageOf } from "./house.ts";
import { interview } from "./interview.ts";
import { join } from "./people/join.ts";
import { type Place, verdict } from "./rights.ts";

/** Does what a command asks, as far as the person's role allows; undefined is a text that is no command. */
export async function obey(
  house: House,
  member: Member,
  parsed: Parsed | undefined,
  about: About,
): Promise<readonly Say[]> {
  const language = await languageOf(house, member);
  const instead = { instead: offered(house, member, about.place, language) };
  if (!parsed) return [sentence({ key: "not-reporting", args: instead })];
  if (parsed.kind === "unknown")
    return [sentence({ key: "command-unknown", args: { command: parsed.name, ...instead } })];
  const { command, args } = parsed;
  const name = { command: calledIn(command, language) };
  switch (verdict(command.rights, member.role, about.place)) {
    case "not-yours": {
      const whose: readonly Text[] = command.rights.roles.map((role) => ({ key: `role-${role}` }));
      const roles = { join: whose, by: { key: "list-comma" } };
      return [sentence({ key: "command-not-yours", args: { ...name, ...instead, roles } })];
    }
    case "elsewhere":
      return [sentence({ key: `elsewhere-${about.place}`, args: name })];
    case "granted":
  }
  switch (command.kind) {
    case "interview": {
      const { id, channel, words } = about;
      const written = words === undefined ? {} : { words };
      return interview(
        house,
        member,
        { id, channel, kind: "command", command: command.command, args, ...written },
        about,
      );
    }
    case "join":
      return join(house, args, about);
    case "own":
      return command.run({ house, member, language, args, ...about, usable: usable(house, member, about.place) });
  }
}

function offered(house: House, member: Member, place: Place, language: Language): Text {
  return {
    join: usable(house, member, place).map((command) => calledIn(command, language)),
    by: { key: "list-comma" },
  };
}
