import { accountOf } from "../../core/directory.ts";
import { doorKey, type Origin } from "../../core/entry.ts";
import {
  type Alarm,
  alarmOf,
  evolveGuard,
  type Guard,
  hasTried,
  isHeard,
  mayTry,
  openGuard,
} from "../../core/join-guard.ts";
import type { Address } from "../../core/message.ts";
import type { Instant } from "../../core/time.ts";
import type { Docs } from "../../store/store.ts";
import type { House } from "../house.ts";
import { concerning, coordinatorsHear } from "./news.ts";

/** Whether a code from this address is looked at at all. */
export async function mayKnock(house: House, from: Address, now: Instant): Promise<boolean> {
  const doc = await house.store.read(doorKey);
  return mayTry(doc?.kind === "door" ? doc.doc : openGuard, nameOf(house, from), now);
}

/**
 * Records a wrong code, so that a restart gives nobody new tries. Gives the lock that it leads to, of which the
 * coordinators are to hear.
 */
export async function noteRefused(house: House, from: Address, origin: Origin): Promise<Alarm | undefined> {
  const account = nameOf(house, from);
  let alarm: Alarm | undefined;
  await house.store.change([doorKey], (before) => {
    alarm = undefined;
    const guard = guardIn(before);
    if (!mayTry(guard, account, origin.at) || isHeard(guard, account, origin.id)) return [];
    const entry = { kind: "code-refused", account, ...origin } as const;
    alarm = alarmOf(evolveGuard(guard, entry), account);
    const about = alarm && ({ what: alarm, channel: from.channel } as const);
    const heard = about ? concerning(doorKey, about, coordinatorsHear(house), origin) : [];
    return [{ key: doorKey, entry }, ...heard];
  });
  return alarm;
}

/** Forgets the wrong codes of an account after a right one; nothing where there were none. */
export async function noteTaken(house: House, from: Address, origin: Origin): Promise<void> {
  const account = nameOf(house, from);
  await house.store.change([doorKey], (before) =>
    hasTried(guardIn(before), account) ? [{ key: doorKey, entry: { kind: "code-taken", account, ...origin } }] : [],
  );
}

/** Strangers are told apart, and none is kept by name. */
const nameOf = (house: House, from: Address) => house.secrets.hash(accountOf(from));

function guardIn(docs: Docs): Guard {
  const doc = docs.get(doorKey);
  if (doc.kind !== "door") throw new Error(`${doorKey} is no door`);
  return doc.doc;
}
