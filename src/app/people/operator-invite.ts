import { type Text, textOf } from "../../core/message.ts";
import type { Role } from "../../core/roster.ts";
import type { House } from "../house.ts";
import { keepInvitation } from "./directory.ts";
import { CODE_DAYS, newInvitation } from "./invite.ts";
import { inviteeOf } from "./invitee.ts";

/** What the operator's command prints: the code and what goes with it, or why there is none and what to write instead. */
export type OperatorInvite = { readonly lines: readonly Text[] } | { readonly problem: Text; readonly todo: Text };

/** Makes a code for whoever is at the machine, who may let in anybody. */
export async function operatorInvite(house: House, unit: string, role: Role): Promise<OperatorInvite> {
  const invitee = inviteeOf(house, `${unit} ${role}`, () => true);
  switch (invitee.kind) {
    case "no-unit":
      return { problem: { key: "operator-no-unit", args: { unit } }, todo: { key: "operator-no-unit-todo" } };
    case "nobody":
      return {
        problem: { key: "operator-nobody", args: { unit: invitee.unit.id, role: invitee.role } },
        todo: { key: "operator-nobody-todo" },
      };
    case "which-unit": {
      const units = invitee.units.map(({ id }) => id).join(", ");
      return {
        problem: { key: "operator-which-unit", args: { unit, units } },
        todo: { key: "operator-which-unit-todo" },
      };
    }
    case "which-person": {
      const people = invitee.people.map(({ id }) => id).join(", ");
      return {
        problem: { key: "operator-which-person", args: { unit, role, people } },
        todo: { key: "operator-which-person-todo" },
      };
    }
    case "found": {
      const at = house.clock.now();
      const { id, unit: of } = invitee.member;
      const made = newInvitation(house, at);
      await keepInvitation(house, invitee.member, made, { id: `invite/${id}/${made.hash}`, at, by: "bot" });
      const { code, links } = made;
      const taken = house.people.accountsOf(invitee.member, [...house.channels.keys()]).length > 0;
      const args = { unit: textOf(house.people.unit(of).name), role: { key: `post-${role}` }, days: CODE_DAYS, code };
      const replaces: readonly Text[] = taken ? [{ key: "invite-replaces" }] : [];
      return { lines: [code, { key: "operator-invited", args }, ...replaces, ...links] };
    }
  }
}
