import { owed } from "../../core/calendar/owed.ts";
import type { OwedInput } from "../../core/calendar/standing.ts";
import { owedOfCase } from "../../core/cases/owed.ts";
import { type Deliveries, type Delivery, freeFrom } from "../../core/delivery.ts";
import { inquiryDuties } from "../../core/inquiry.ts";
import { signingDuties } from "../../core/signing.ts";
import type { Instant } from "../../core/time.ts";
import { partiesIn } from "../cases/parties.ts";
import { readInquiries } from "../documents.ts";
import type { House } from "../house.ts";
import { dutiesOf, headsIn, newsOf } from "./duties.ts";

/** What is due and not done yet, also where an attempt is under way: how many, and since when the oldest. */
export type Arrears = { readonly count: number; readonly since?: Instant };

/** Works out what is owed now: in every flow, about every case, questions that were asked, reports that heads sign off, what others are to hear of. */
export async function arrears(house: House): Promise<Arrears> {
  const now = house.clock.now();
  const ofFlows = house.flows.map(async (running) =>
    owed(withoutLeases(await dutiesOf(house, running)), now).owed.map(({ at }) => at),
  );
  const ofQuestions = house.flows.map(async ({ flow }) =>
    inquiryDuties(free(await readInquiries(house.store, flow.id))).flatMap(({ from }) => (from <= now ? [from] : [])),
  );
  const ofCases = house.cases.flows.flatMap((running) =>
    house.cases
      .of(running.flow.id)
      .flatMap((doc) => owedOfCase(running.at(doc.flowHash), free(doc), partiesIn(house), now).map(({ at }) => at)),
  );
  const ofSignings = house.flows.flatMap((running) =>
    house.rounds
      .of(running.flow.id)
      .flatMap((round) => signingDuties(round, headsIn(house), now, sooner))
      .flatMap(({ from }) => (from <= now ? [from] : [])),
  );
  const ofNews = newsOf(house, sooner).flatMap(({ from }) => (from <= now ? [from] : []));
  const instants = [...(await Promise.all([...ofFlows, ...ofQuestions])).flat(), ...ofCases, ...ofSignings, ...ofNews];
  return instants.length === 0 ? { count: 0 } : { count: instants.length, since: Math.min(...instants) };
}

/** From when a delivery is owed: what is being attempted is owed until it is recorded as done. */
function sooner(delivery: Delivery | undefined): Instant | undefined {
  return freeFrom(delivery?.state === "sending" ? undefined : delivery);
}

/** A document with its deliveries so. */
function free<T extends { readonly deliveries: Deliveries }>(doc: T): T {
  const settled = Object.entries(doc.deliveries).filter(([, { state }]) => state !== "sending");
  return { ...doc, deliveries: Object.fromEntries(settled) };
}

/** The same of what is owed in a flow, where what waits for a group to be posted to counts as well. */
function withoutLeases(input: OwedInput): OwedInput {
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
