import type { Act } from "../../core/calendar/owed.ts";
import { isSettled } from "../../core/calendar/standing.ts";
import { roundKey } from "../../core/entry.ts";
import { moment } from "../../core/interview/when.ts";
import { type Block, type Text, textOf } from "../../core/message.ts";
import type { Member } from "../../core/roster.ts";
import type { Round } from "../../core/round.ts";
import { waitingIn } from "../../core/submission.ts";
import type { Running } from "../flows.ts";
import { type House, languageOf } from "../house.ts";
import { printed } from "../people/contacts.ts";
import { reachable, reportersNow } from "../people/reporter.ts";
import { send } from "../speak.ts";
import { standingsOf, type UnitStanding } from "../summaries/standings.ts";
import { giveUp, lease, record } from "./delivery.ts";

/** Units on one list, in as many messages as the platform needs: of any more nobody could be called in the time left. */
const LISTED = 300;

/** Gives somebody who coordinates the list of whom to call, unless nobody of theirs owes anything by now. */
export async function callList(
  house: House,
  running: Running,
  delivery: string,
  { round: id, person, urgent }: Extract<Act, { kind: "list" }>,
): Promise<void> {
  const round = house.rounds.of(running.flow.id).find((each) => each.round === id);
  const member = house.people.member(person);
  if (!round || !member) return;
  const doc = roundKey(round.flow, id);
  const [reached] = reachable(house, [member]);
  if (!reached) return giveUp(house, doc, delivery, "no-address");
  const blocks = await listFor(house, running, round, member);
  const again = await lease(house, doc, delivery, () => (blocks ? [] : "not-owed"));
  if (again && blocks) {
    const marks = { ...(urgent ? { urgent: true as const } : {}), ...again };
    const language = await languageOf(house, member);
    await record(
      house,
      doc,
      delivery,
      reached.to,
      await send(house, { key: delivery, to: reached.to, language, blocks, ...marks }),
    );
  }
  // What is owed is told from the rounds as they are remembered.
  await house.rounds.reread(round);
}

async function listFor(
  house: House,
  running: Running,
  round: Round,
  member: Member,
): Promise<readonly Block<Text>[] | undefined> {
  const flow = running.at(round.flowHash);
  const standings = await standingsOf(house, flow, round, (unit) => house.people.oversees(member, unit));
  const owing = standings.filter(({ report }) => !isSettled(report));
  if (owing.length === 0) return undefined;
  const rows = await Promise.all(owing.slice(0, LISTED).map((each) => rowOf(house, each)));
  const more: readonly Block<Text>[] =
    owing.length > LISTED
      ? [{ kind: "text", text: { key: "call-list-more", args: { count: owing.length - LISTED } } }]
      : [];
  const count = owing.filter(({ report }) => report.status !== "submitted").length;
  const key = count > 0 ? "call-list-heading" : "call-list-heading-unexplained";
  return [
    { kind: "heading", text: { key, args: { number: round.number, count, due: moment(round.due, flow) } } },
    {
      kind: "table",
      head: [
        { key: "call-list-unit" },
        { key: "call-list-stands" },
        { key: "call-list-who" },
        { key: "call-list-phone" },
      ],
      rows,
    },
    ...more,
    { kind: "choices", choices: [{ label: { key: "call-list-status" }, action: "cmd:status" }] },
  ];
}

/** How far a unit is that is to be called: screens to go, nothing done, or sent with doubts to explain. */
function howFar({ report, standing, screensToGo }: UnitStanding): Text {
  if (standing === "draft") return { key: "call-list-draft", args: { screens: screensToGo } };
  const { unexplained } = waitingIn(report);
  return unexplained > 0
    ? { key: "call-list-unexplained", args: { count: unexplained } }
    : { key: "call-list-nothing" };
}

async function rowOf(house: House, stood: UnitStanding): Promise<readonly Text[]> {
  const { unit } = stood;
  const [reporter] = await reportersNow(house, unit.id);
  const stands = howFar(stood);
  const member = reporter?.member ?? house.people.reporters(unit.id)[0];
  const phone = member && (await printed(house.contacts, member, house.clock.now())).phone;
  return [textOf(unit.short), stands, member ? textOf(member.name) : "—", phone || "—"];
}
