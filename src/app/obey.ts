import type { Address, Say, Text } from "../core/message.ts";
import type { Member } from "../core/roster.ts";
import type { Instant } from "../core/time.ts";
import type { Language } from "../wording/wording.ts";
import { calledIn } from "./commands/command.ts";
import { usable } from "./commands/index.ts";
import type { Parsed } from "./commands/parse.ts";
import type { Follow } from "./following.ts";
import { type House, languageOf } from "./house.ts";
import { interview } from "./interview.ts";
import { join } from "./join.ts";
import { type Place, verdict } from "./rights.ts";
import type { Tell } from "./tell.ts";

/** The message that gave a command. */
export type About = {
  readonly id: string;
  readonly channel: string;
  readonly from: Address;
  readonly chat: Address;
  readonly place: Place;
  readonly at: Instant;
  readonly sentAt: Instant;
  readonly tell: Tell;
  readonly follow: Follow;
  /** The message as written; absent where a button gave the command. */
  readonly words?: string;
};

/** Does what a command asks, as far as the person's role allows; undefined is a text that is no command. */
export async function obey(
  house: House,
  member: Member,
  parsed: Parsed | undefined,
  about: About,
): Promise<readonly Say[]> {
  const language = await languageOf(house, member);
  const instead = { instead: offered(member, about.place, language) };
  if (!parsed) return [sentence("not-reporting", instead)];
  if (parsed.kind === "unknown") return [sentence("command-unknown", { command: parsed.name, ...instead })];
  const { command, args } = parsed;
  const name = { command: calledIn(command, language) };
  switch (verdict(command.rights, member.role, about.place)) {
    case "not-yours": {
      const whose: readonly Text[] = command.rights.roles.map((role) => ({ key: `role-${role}` }));
      const roles = { join: whose, by: { key: "list-comma" } };
      return [sentence("command-not-yours", { ...name, ...instead, roles })];
    }
    case "elsewhere":
      return [sentence(`elsewhere-${about.place}`, name)];
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
      return command.run({ house, member, language, args, ...about, usable: usable(member.role, about.place) });
  }
}

function offered(member: Member, place: Place, language: Language): Text {
  return { join: usable(member.role, place).map((command) => calledIn(command, language)), by: { key: "list-comma" } };
}

function sentence(key: string, args: Readonly<Record<string, Text>>): Say {
  return { blocks: [{ kind: "text", text: { key, args } }] };
}
