import type { Origin } from "../core/entry.ts";
import { CODE_BYTES, readCode, writeCode } from "../core/invitation-code.ts";
import type { Member } from "../core/roster.ts";
import { type Duration, HOUR, type Instant } from "../core/time.ts";
import { note } from "./directory.ts";
import type { House } from "./house.ts";
import { reporting } from "./rights.ts";

/** How long a code can be used. */
export const CODE_DAYS = 7;
const VALID: Duration = CODE_DAYS * 24 * HOUR;

/** A code as it is forwarded, and where a platform can be opened with it. It is shown once: only its hash is kept. */
export type Invited = { readonly code: string; readonly until: Instant; readonly links: readonly string[] };

/** Makes a code for a person of the roster; one made before no longer opens. */
export async function invite(house: House, member: Member, origin: Origin): Promise<Invited> {
  const code = writeCode(house.secrets.random(CODE_BYTES));
  const until = origin.at + VALID;
  const { unit, role, id: person } = member;
  const hash = house.secrets.hash(readCode(code)?.code ?? code);
  await note(house, { kind: "invited", person, unit, role, code: hash, until }, origin);
  const links = [...house.channels.values()].flatMap((channel) => channel.inviteLink?.(code) ?? []);
  return { code, until, links };
}

/** Whom somebody may let in and put out: the coordinator everybody, a city coordinator those who report in the branch. */
export function mayAdmit(house: House, by: Member, who: Member): boolean {
  if (by.role === "coordinator") return true;
  return by.role === "city-coordinator" && reporting.includes(who.role) && house.people.oversees(by, who.unit);
}
