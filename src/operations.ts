import { z } from "zod";
import { seal } from "./app/deliveries/seal.ts";
import type { House } from "./app/house.ts";
import { backupOf } from "./backup/make.ts";
import type { Instant } from "./core/time.ts";
import { exportPerson, forgetPerson } from "./person.ts";
import type { Portable } from "./store/survey.ts";
import { verify } from "./store/verify.ts";

/** What an operation works on: a running bot's store, or one that was opened for it alone. */
export type Site = {
  readonly store: Portable;
  readonly folder: string;
  now(): Instant;
  /** The campaign's parts; asked for by what needs to know who is who. */
  house(): Promise<House>;
  /** Aborted once nobody waits for the answer any more; what only reads need not go on then. */
  readonly gone?: AbortSignal;
};

type Operation = (site: Site, args: unknown) => AsyncIterable<string | Uint8Array>;

const aPerson = z.strictObject({ person: z.string().min(1).max(200), before: z.number().optional() });

/** What an operator may ask for, beside a running bot or without one; each answers a piece at a time. */
export const operations = {
  backup: async function* ({ store, folder, now }) {
    await seal(store, now());
    yield* backupOf(store, folder, new Date(now()).toISOString());
  },
  verify: async function* ({ store, gone }) {
    yield JSON.stringify(await verify(store, gone));
  },
  "person-export": async function* ({ store, house, gone }, args) {
    const { person } = aPerson.parse(args);
    yield JSON.stringify((await exportPerson(await house(), store, person, gone)) ?? null, null, 2);
  },
  "person-forget": async function* ({ store, house }, args) {
    const { person, before } = aPerson.parse(args);
    yield JSON.stringify((await forgetPerson(await house(), store, person, before)) ?? null);
  },
} satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;

/** Whether there is an operation of that name. */
export function isOperation(name: string): name is OperationName {
  return Object.hasOwn(operations, name);
}
