import { owed } from "../core/calendar/owed.ts";
import type { OwedInput } from "../core/calendar/standing.ts";
import type { Deliveries } from "../core/delivery.ts";
import type { Instant } from "../core/time.ts";
import { dutiesOf } from "./duties.ts";
import type { House } from "./house.ts";

/** What is due and not done yet, also where an attempt is under way: how many, and since when the oldest. */
export type Arrears = { readonly count: number; readonly since?: Instant };

/** Works out what is owed now, in every flow. */
export async function arrears(house: House): Promise<Arrears> {
  const now = house.clock.now();
  const all = await Promise.all(
    house.flows.map(async (running) => owed(withoutLeases(await dutiesOf(house, running)), now).owed),
  );
  const instants = all.flat().map(({ at }) => at);
  return instants.length === 0 ? { count: 0 } : { count: instants.length, since: Math.min(...instants) };
}

/** What is being attempted is owed until it is recorded as done, and so is what waits for a group to be posted to. */
function withoutLeases(input: OwedInput): OwedInput {
  const settled = (deliveries: Deliveries): Deliveries =>
    Object.fromEntries(Object.entries(deliveries).filter(([, { state }]) => state !== "sending"));
  const free = <T extends { readonly deliveries: Deliveries }>(doc: T): T => ({
    ...doc,
    deliveries: settled(doc.deliveries),
  });
  return {
    ...input,
    posts: true,
    rounds: new Map([...input.rounds].map(([id, round]) => [id, free(round)])),
    reports: new Map(
      [...input.reports].map(([id, reports]) => [
        id,
        new Map([...reports].map(([unit, report]) => [unit, free(report)])),
      ]),
    ),
  };
}
