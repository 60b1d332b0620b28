import { type Block, type Say, sentence, type Text, textOf } from "../../core/message.ts";
import type { Member } from "../../core/roster.ts";
import { type Examples, examplesFor } from "../examples.ts";
import type { House } from "../house.ts";
import { keepInvitation } from "../people/directory.ts";
import { CODE_DAYS, type Invited, mayAdmit, newInvitation } from "../people/invite.ts";
import { type Invitee, inviteeOf } from "../people/invitee.ts";
import { inOwnChat, overseeing } from "../rights.ts";
import type { Command } from "./command.ts";

/** A code for somebody of the roster, with the words to forward. */
export const invite: Command = {
  name: "invite",
  word: "邀请",
  wordTakes: "words",
  rights: inOwnChat(overseeing),
  kind: "own",
  run: async ({ house, member, args, id, at, sentAt, channel }) => {
    const examples = examplesFor(house, member);
    if (args.trim() === "") return [sentence({ key: "invite-how", args: examples })];
    const invitee = inviteeOf(house, args, (each) => mayAdmit(house, member, each));
    if (invitee.kind !== "found") return [notFound(invitee, examples)];
    const made = newInvitation(house, at);
    const kept = await keepInvitation(house, invitee.member, made, { id, at, sentAt, by: member.id, channel });
    if (!kept) return [sentence({ key: "invite-again" })];
    return [{ blocks: invited(house, invitee.member, made) }];
  },
};

function invited(house: House, member: Member, { code, links }: Invited): readonly Block<Text>[] {
  const unit = textOf(house.people.unit(member.unit).short);
  const role: Text = { key: `post-${member.role}` };
  const taken = house.people.accountsOf(member, [...house.channels.keys()]).length > 0;
  const lines: Text[] = [{ key: "invite-forward", args: { unit, role, code } }, ...links.map((live) => ({ live }))];
  return [
    // Warnings first: what stands below the words to forward on is forwarded with them.
    ...(taken ? [{ kind: "text", text: { key: "invite-replaces" } } as const] : []),
    { kind: "text", text: { key: "invite-made", args: { unit, role, days: CODE_DAYS } } },
    { kind: "text", text: { join: lines, by: "\n" } },
  ];
}

function notFound(invitee: Exclude<Invitee, { kind: "found" }>, examples: Examples): Say {
  switch (invitee.kind) {
    case "no-unit":
      return sentence({ key: "invite-no-unit", args: { ...examples, part: invitee.text.slice(0, 20) } });
    case "nobody": {
      const role: Text = { key: `post-${invitee.role}` };
      return sentence({ key: "invite-nobody", args: { unit: textOf(invitee.unit.short), role } });
    }
    case "which-unit": {
      const role = invitee.role ? ` ${invitee.role}` : "";
      const units = invitee.units.map(({ id, short }) => ({ label: textOf(short), action: `cmd:invite:${id}${role}` }));
      return {
        blocks: [
          { kind: "text", text: { key: "invite-which-unit" } },
          { kind: "choices", choices: units },
        ],
      };
    }
    case "which-person": {
      const choices = invitee.people.map(({ id, name }) => ({ label: textOf(name), action: `cmd:invite:${id}` }));
      return {
        blocks: [
          { kind: "text", text: { key: "invite-which-person" } },
          { kind: "choices", choices },
        ],
      };
    }
  }
}
