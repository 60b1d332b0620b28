import { CODE_BYTES, readCode, writeCode } from "../../core/invitation-code.ts";
import type { Member } from "../../core/roster.ts";
import { type Duration, HOUR, type Instant } from "../../core/time.ts";
import type { House } from "../house.ts";
import { reporting } from "../rights.ts";

/** How long a code can be used. */
export const CODE_DAYS = 7;
const VALID: Duration = CODE_DAYS * 24 * HOUR;

/** A code as it is forwarded, and where a platform can be opened with it. It is shown once: only its hash is kept. */
export type Invited = {
  readonly code: string;
  readonly hash: string;
  readonly until: Instant;
  readonly links: readonly string[];
};

/** Makes a code, which opens once `keepInvitation` has kept it for somebody. */
export function newInvitation(house: House, at: Instant): Invited {
  const code = writeCode(house.secrets.random(CODE_BYTES));
  const hash = house.secrets.hash(readCode(code)?.code ?? code);
  const links = [...house.channels.values()].flatMap((channel) => channel.inviteLink?.(code) ?? []);
  return { code, hash, until: at + VALID, links };
}

/** Whom somebody may let in and put out: the coordinator everybody, a city coordinator those who report in the branch. */
export function mayAdmit(house: House, by: Member, who: Member): boolean {
  if (by.role === "coordinator") return true;
  return by.role === "city-coordinator" && reporting.includes(who.role) && house.people.oversees(by, who.unit);
}
