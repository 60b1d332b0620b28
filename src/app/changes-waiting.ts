import type { Flow } from "../core/flow/flow.ts";
import { type Block, type Text, worded } from "../core/message.ts";
import type { Round } from "../core/round.ts";
import type { House } from "./house.ts";
import { unitNames } from "./summaries/overview.ts";

/** Whose corrections of a round are in no table yet because nobody has said why; nothing where none waits. */
export async function changesWaiting(house: House, flow: Flow, round: Round): Promise<readonly Block<Text>[]> {
  const { lines } = await house.ledgers.of(flow, round);
  const units = lines.filter(({ waiting = 0 }) => waiting > 0).map(({ unit }) => house.people.unit(unit).short);
  return units.length === 0 ? [] : [worded("changes-waiting", { names: unitNames(units) })];
}
