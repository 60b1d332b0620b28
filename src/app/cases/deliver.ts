import type { Case } from "../../core/case.ts";
import type { CaseFlow } from "../../core/cases/case-flow.ts";
import { isOverdue, isUnderWay } from "../../core/cases/due.ts";
import { type CaseOwed, nextOfCase, owedOfCase } from "../../core/cases/owed.ts";
import { isOpenTo, isParty, movesFor, movesInGroup } from "../../core/cases/rights.ts";
import type { Move } from "../../core/cases/schema.ts";
import { caseBrief, caseCard, caseName, type Showing, stepShown } from "../../core/cases/shown.ts";
import type { Resumed } from "../../core/delivery.ts";
import { caseKey } from "../../core/entry.ts";
import { type Block, type Text, textOf } from "../../core/message.ts";
import type { Member } from "../../core/roster.ts";
import type { Instant } from "../../core/time.ts";
import { alone } from "../deliveries/alone.ts";
import { giveUp, lease, record, sendToFirst } from "../deliveries/delivery.ts";
import { caseIn, readCase } from "../documents.ts";
import { type House, languageOf } from "../house.ts";
import { sideBySide } from "../lanes.ts";
import { send } from "../speak.ts";
import { caseFiles } from "./files.ts";
import { partiesIn } from "./parties.ts";
import { type Reader, readersOf } from "./readers.ts";

/** Cases at once; what is owed about one goes out in order. */
const AT_ONCE = 16;

/** Tells everybody who is to know what happened to a case, and nags those who hold one up; what fails stays owed. */
export async function deliverCases(house: House): Promise<void> {
  for (const running of house.cases.flows)
    await sideBySide(house.cases.of(running.flow.id), AT_ONCE, (doc) =>
      alone(house, caseKey(doc.flow, doc.case), async () => {
        const flow = running.at(doc.flowHash);
        for (const owed of owedOfCase(flow, doc, partiesIn(house), house.clock.now()))
          await deliver(house, flow, doc, owed);
      }),
    );
}

/** The next instant later than `after` at which something about a case falls due. */
export function nextCaseDuty({ cases }: House, after: Instant): Instant | undefined {
  const instants = cases.flows.flatMap((running) =>
    cases.of(running.flow.id).flatMap((doc) => nextOfCase(running.at(doc.flowHash), doc, after) ?? []),
  );
  return instants.length === 0 ? undefined : Math.min(...instants);
}

async function deliver(house: House, flow: CaseFlow, looked: Case, owed: CaseOwed): Promise<void> {
  const { flow: id, case: name } = looked;
  const key = caseKey(id, name);
  let doc = looked;
  const again = await lease(house, key, owed.key, (docs) => {
    doc = caseIn(docs, key);
    return owed.kind === "tell" || isUnderWay(flow, doc) ? [] : "left";
  });
  if (again) {
    const outcome = await sendToFirst(house, owed.key, readersOf(house, owed), (reader) =>
      sendTo(house, flow, doc, owed, reader, again),
    );
    if (outcome) await record(house, key, owed.key, outcome.reader.to, outcome.sent);
    else await giveUp(house, key, owed.key, "no-address");
  }
  house.cases.learn(await readCase(house.store, id, name));
}

async function sendTo(
  house: House,
  flow: CaseFlow,
  doc: Case,
  owed: CaseOwed,
  { to, key, member, instead }: Reader,
  again: Resumed,
) {
  const { people, clock } = house;
  const nameOf = (person: string) => textOf(people.member(person)?.name ?? person);
  const showing: Showing = { flow, doc, units: people.roster.units, nameOf, now: clock.now() };
  const moves = member ? movesFor(flow, doc, member) : movesInGroup(flow, doc);
  const lead: Block<Text> = { kind: "text", text: leadOf(showing, owed, member) };
  const passOn: readonly Block<Text>[] =
    instead === undefined ? [] : [{ kind: "text", text: { key: "case-pass-on", args: { who: instead } } }];
  // Whoever hears of it for the first time reads and sees it whole; who knows it, what is new.
  const told = doc.messages.some((each) => each.startsWith(`${to.channel}/${to.id}/`));
  const card = owed.kind === "tell" && owed.step > 0 && told ? caseBrief(showing, moves) : caseCard(showing, moves);
  const fresh = owed.kind === "tell" ? doc.trail[owed.step]?.answers : {};
  const files = await caseFiles(house, told ? (fresh ?? {}) : doc.answers);
  const blocks = [...passOn, lead, ...card, ...replyHint(flow, doc, member), ...files];
  const urgent = owed.kind === "nag" && owed.urgent ? ({ urgent: true } as const) : {};
  const language = member ? await languageOf(house, member) : house.language;
  // Whoever stands in may have got it the last time, as well as who comes first.
  return send(house, { key, to, language, blocks, ...urgent, ...again });
}

/** That a reply to the message does something, where it does. */
function replyHint(flow: CaseFlow, doc: Case, member: Member | undefined): readonly Block<Text>[] {
  const replies = (move: Move) => move.reply && (member ? true : move.by.includes("leaders") && isOpenTo(move, doc));
  const move = (member ? movesFor(flow, doc, member) : flow.moves).find(replies);
  return move ? [{ kind: "text", text: { key: "case-reply-hint", args: { move: { label: move.label } } } }] : [];
}

/** What is new: the step that is told of, or whose turn it is. */
function leadOf(showing: Showing, owed: CaseOwed, member: Member | undefined): Text {
  const { flow, doc, now } = showing;
  const step = owed.kind === "tell" ? doc.trail[owed.step] : undefined;
  if (step) return stepShown(showing, step);
  const args = { name: caseName(flow, doc) };
  if (isOverdue(flow, doc, now)) return { key: "case-nag-overdue", args };
  const holds = member && isParty(flow.owner, doc, member);
  return { key: holds ? "case-nag" : "case-nag-others", args };
}
