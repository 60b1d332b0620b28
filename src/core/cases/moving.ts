import { type CaseAnswers, type CaseEntry, evolveCase, type Recipient } from "../case.ts";
import type { PersonId } from "../entry.ts";
import { type Block, say, type Text } from "../message.ts";
import { moveOf, opening } from "./case-flow.ts";
import { keep, type Outcome } from "./outcome.ts";
import { isOpenTo, isParty, movesAt, sees } from "./rights.ts";
import { caseBrief, caseCard, caseName, caseTrail } from "./shown.ts";
import type { CaseSituation } from "./situation.ts";

/** Makes a move: the case goes on, everybody whom the flow names is told, whoever made it sees how it stands. */
export function complete(situation: CaseSituation, id: string, answers: CaseAnswers): Outcome {
  const { flow, doc, register, member } = situation;
  const move = moveOf(flow, id);
  const opens = id === opening;
  // Two who answer for one unit may be at it at once: the first to send it opens it. And while somebody answers, the
  // case may have gone on to others: it is their move then, though the state be the same again.
  const fits = opens
    ? doc.stage.kind === "draft"
    : move !== undefined && isOpenTo(move, doc) && move.by.some((party) => isParty(party, doc, member));
  // What was being answered is over with it, or everything else that the person says would be taken for an answer.
  if (!fits) return { ...movedOn(situation), entries: [{ kind: "case-given-up", move: id }], matter: undefined };
  const to = opens ? flow.opening.to : move?.to;
  const mark = move?.marks ?? move?.unmarks;
  const entry: CaseEntry = {
    kind: "case-moved",
    move: id,
    answers,
    ...(to === undefined ? {} : { to }),
    ...(mark === undefined ? {} : { mark: { id: mark, set: move?.marks !== undefined } }),
    ...(opens ? { number: register.cases.length + 1 } : {}),
    tells: [],
  };
  const done = after(situation, entry);
  // Parties are asked of the case as it is now: the unit that was just named is to be told.
  const parties = opens ? flow.opening.tells : (move?.tells ?? []);
  // A card that was pressed in a group goes on there; whoever reads the group need not be told again.
  const inGroup = situation.group !== undefined && answersNothing(answers);
  const tells = unique(
    parties.flatMap((party) => situation.recipients(party, done.doc)),
    member.id,
    situation.group,
  );
  const echo = say({
    key: "case-done",
    args: { name: caseName(flow, done.doc), done: { label: opens ? flow.opening.done : (move?.done ?? flow.name) } },
  });
  const card = inGroup ? whole(done) : caseBrief(done, movesAt(situation.group, flow, done.doc, member));
  return {
    entries: [{ ...entry, tells }],
    ...(opens ? { registers: register.cases.length + 1 } : {}),
    blocks: [echo, ...card],
  };
}

function answersNothing(answers: CaseAnswers): boolean {
  return Object.keys(answers).length === 0;
}

/** Everybody once, without whoever made the move and the group that it was made in. */
function unique(all: readonly Recipient[], but: PersonId, group: string | undefined): readonly Recipient[] {
  const seen = new Set([`person/${but}`, `group/${group}`]);
  return all.filter((each) => {
    const id = "person" in each ? `person/${each.person}` : `group/${each.group}`;
    return !seen.has(id) && seen.add(id) !== undefined;
  });
}

/** A button or an answer that came too late says what became of the case. */
export function movedOn(situation: CaseSituation): Outcome {
  const { flow, doc, member, group } = situation;
  const shown = !flow.private || sees(flow, doc, member, false) ? whole(situation) : [];
  return { ...keep(situation), blocks: [say({ key: "case-moved-on" }), ...shown], inPlace: group !== undefined };
}

/** A case as the person sees it, with its whole way. */
export function whole(situation: CaseSituation): readonly Block<Text>[] {
  const { flow, doc, member, group } = situation;
  if (doc.stage.kind !== "opened") return [say({ key: "case-not-opened" })];
  const card = caseCard(situation, movesAt(group, flow, doc, member));
  const buttons = card.filter(({ kind }) => kind === "choices");
  const rest = card.filter(({ kind }) => kind !== "choices");
  return [...rest, say({ key: "case-trail" }), ...caseTrail(situation), ...buttons];
}

/** The situation as it will be once the entry is kept. */
export function after(situation: CaseSituation, entry: CaseEntry): CaseSituation {
  const origin = { id: "", at: situation.now, by: situation.member.id };
  return { ...situation, doc: evolveCase(situation.doc, { ...origin, ...entry }) };
}
