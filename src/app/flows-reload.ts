import { nextPlanned } from "../core/calendar/rounds.ts";
import type { CaseFlow } from "../core/cases/case-flow.ts";
import type { Flow } from "../core/flow/flow.ts";
import type { Phrase, Text } from "../core/message.ts";
import type { FileProblem } from "./check.ts";
import { installCaseFlows, installFlows, type Running } from "./flows.ts";
import type { House } from "./house.ts";
import { readRounds } from "./rounds.ts";
import { coordinatorsToo, tellAll } from "./tell.ts";

type Given = { readonly flows: readonly Flow[]; readonly caseFlows: readonly CaseFlow[] };
/** As many mistakes are pointed at; the file has the rest. */
const TOLD = 10;

/**
 * Goes on with newer flows: a new one is taken up, an edited one holds from the next round or case on; what is open goes
 * on under the text that it was opened with. One whose file is gone stays until the next start: it may have open rounds.
 * The coordinators are told what is different; nobody where nothing is.
 */
export async function adoptFlows(house: House, given: Given): Promise<void> {
  const now = house.clock.now();
  const before = house.flows;
  const casesBefore = house.cases.flows;
  const flows = withGone(await installFlows(house.store, given.flows, now), before);
  const caseFlows = withGone(await installCaseFlows(house.store, given.caseFlows, now), casesBefore);
  const opened = await readRounds(house.store, flows, now);
  for (const { flow } of flows) for (const round of opened.of(flow.id)) house.rounds.learn(round);
  house.adoptFlows(flows, caseFlows);
  const lines = [
    ...flows.flatMap((running) => changed(house, running, before)),
    ...caseFlows.flatMap(({ flow }) => changedCase(flow, casesBefore)),
  ];
  if (lines.length === 0) return;
  house.log.info({ code: "flows-adopted", changes: lines.length }, "the flows were read anew");
  await tellAll(house, keyOf(house), coordinatorsToo(house, { key: "flows-adopted", args: { lines: joined(lines) } }));
  // A new flow may have a round to open at once.
  house.wake();
}

/** Says that a file cannot be used, or not even read, and that the flows stay as they were. */
export async function refuseFlows(house: House, problems: readonly FileProblem[]): Promise<void> {
  house.log.error(
    { code: "flows-refused", places: placesOf(problems) },
    "the flows stay as they were; `npx baosong check` says what is wrong",
  );
  const tellings = [
    ...refusal(
      "flows-unread",
      problems.filter(({ unread }) => unread),
    ),
    ...refusal(
      "flows-refused",
      problems.filter(({ unread }) => !unread),
    ),
  ];
  await tellAll(
    house,
    keyOf(house),
    tellings.flatMap((each) => coordinatorsToo(house, each)),
  );
}

function refusal(key: string, problems: readonly FileProblem[]): readonly Phrase[] {
  if (problems.length === 0) return [];
  return [{ key, args: { count: problems.length, places: { join: placesOf(problems), by: { key: "list-comma" } } } }];
}

function placesOf(problems: readonly FileProblem[]): readonly string[] {
  const named = (file: string) => file.split(/[/\\]/).findLast((part) => part !== "") ?? file;
  return problems
    .slice(0, TOLD)
    .map(({ file, line, column, unread }) => (unread ? named(file) : `${named(file)}:${line}:${column}`));
}

function withGone<F extends Running | Running<CaseFlow>>(newer: readonly F[], before: readonly F[]): readonly F[] {
  const gone = before.filter((old) => !newer.some(({ flow }) => flow.id === old.flow.id));
  return [...newer, ...gone];
}

function changed(house: House, { flow }: Running, before: readonly Running[]): readonly Text[] {
  const old = before.find((each) => each.flow.id === flow.id);
  const name = { label: flow.name };
  if (!old) return [{ key: "flow-new", args: { name } }];
  if (old.flow.hash === flow.hash) return [];
  const open = house.rounds.of(flow.id).findLast(({ state }) => state === "open");
  const next = nextPlanned(flow.calendar, house.clock.now());
  if (open) return [{ key: "flow-changed-open", args: { name, open: open.number } }];
  return [{ key: "flow-changed", args: { name, next: next?.number ?? 1 } }];
}

function changedCase(flow: CaseFlow, before: readonly Running<CaseFlow>[]): readonly Text[] {
  const old = before.find((each) => each.flow.id === flow.id);
  const name = { label: flow.name };
  if (!old) return [{ key: "flow-new", args: { name } }];
  return old.flow.hash === flow.hash ? [] : [{ key: "case-flow-changed", args: { name } }];
}

function joined(lines: readonly Text[]): Text {
  return { join: lines, by: "\n" };
}

function keyOf(house: House): string {
  return `flows/${house.clock.now()}`;
}
