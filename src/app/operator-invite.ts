import { nameIn, type Role } from "../core/roster.ts";
import { keepInvitation } from "./directory.ts";
import type { House } from "./house.ts";
import { CODE_DAYS, newInvitation } from "./invite.ts";
import { inviteeOf } from "./invitee.ts";

/** What the operator's command prints: the code and what goes with it, or why there is none and what to write instead. */
export type OperatorInvite = { readonly lines: readonly string[] } | { readonly problem: string };

/** Makes a code for whoever is at the machine, who may let in anybody. */
export async function operatorInvite(house: House, unit: string, role: Role): Promise<OperatorInvite> {
  const invitee = inviteeOf(house, `${unit} ${role}`, () => true);
  switch (invitee.kind) {
    case "no-unit":
      return {
        problem: `the roster has no unit ${unit} with people\n    -> write its id or name as the roster has it`,
      };
    case "nobody":
      return { problem: `${invitee.unit.id} has no ${role}\n    -> add the person to the roster, then invite again` };
    case "which-unit":
      return {
        problem: `${unit} may be ${invitee.units.map(({ id }) => id).join(", ")}\n    -> write one of these ids`,
      };
    case "which-person": {
      const names = invitee.people.map(({ id }) => id).join(", ");
      return {
        problem: `${unit} has several of the role ${role}: ${names}\n    -> invite in the chat: /invite and an id`,
      };
    }
    case "found": {
      const at = house.clock.now();
      const { id, unit: of } = invitee.member;
      const made = newInvitation(house, at);
      await keepInvitation(house, invitee.member, made, { id: `invite/${id}/${made.hash}`, at, by: "bot" });
      const { code, links } = made;
      const name = nameIn(house.people.unit(of).name, house.language);
      return { lines: [code, `${name}, ${role}: good for ${CODE_DAYS} days, once; send /join ${code}`, ...links] };
    }
  }
}
