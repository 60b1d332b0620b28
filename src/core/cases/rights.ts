import type { Case } from "../case.ts";
import type { Member } from "../roster.ts";
import type { CaseFlow } from "./case-flow.ts";
import type { Move, Party } from "./schema.ts";

/** Whether a person belongs to a party of a case. The group is nobody: being in it is no right. */
export function isParty(party: Party, doc: Case, member: Member): boolean {
  switch (party) {
    case "opener":
      return reportsFor(member, doc.unit);
    case "lead":
      return member.role === "coordinator";
    case "leaders":
      return member.role === "leader";
    case "group":
      return false;
    default: {
      const answer = doc.answers[party];
      return answer?.kind === "unit" && reportsFor(member, answer.unit);
    }
  }
}

/** Whether a move may be made in the state and with the marks that the case has, whoever makes it. */
export function isOpenTo(move: Move, { stage, marks }: Case): boolean {
  if (stage.kind !== "opened" || !move.from.includes(stage.state)) return false;
  if (move.marks !== undefined && marks.includes(move.marks)) return false;
  return move.unmarks === undefined || marks.includes(move.unmarks);
}

/** The moves that a person may make now. */
export function movesFor(flow: CaseFlow, doc: Case, member: Member): readonly Move[] {
  return flow.moves.filter((move) => isOpenTo(move, doc) && move.by.some((party) => isParty(party, doc, member)));
}

/** The moves offered in the leadership group: those of leaders and lead that ask nothing; others have their own chat. */
export function movesInGroup(flow: CaseFlow, doc: Case): readonly Move[] {
  const ours = (move: Move) => move.by.includes("leaders") || move.by.includes("lead");
  return flow.moves.filter((move) => isOpenTo(move, doc) && ours(move) && move.ask.length === 0);
}

/** The moves that a person is offered where they are: in a group, or in their own chat. */
export function movesAt(group: string | undefined, flow: CaseFlow, doc: Case, member: Member): readonly Move[] {
  return group === undefined ? movesFor(flow, doc, member) : movesInGroup(flow, doc);
}

/** Whether a person may open a case of this flow. */
export function mayOpen(flow: CaseFlow, member: Member): boolean {
  return flow.opening.by.includes(member.role);
}

/** Whether cases of this flow may come to concern a person who `oversees` somebody, so that its command is for them. */
export function concerns(flow: CaseFlow, member: Member, oversees: boolean): boolean {
  const mayBe = (party: Party) => {
    switch (party) {
      case "lead":
        return member.role === "coordinator";
      case "leaders":
        return member.role === "leader";
      case "group":
        return false;
      default:
        return member.role === "liaison" || member.role === "deputy";
    }
  };
  return mayOpen(flow, member) || [...partiesOf(flow)].some(mayBe) || (!flow.private && oversees);
}

/** Whether a person sees a case: its parties do, and, where it is not private, everybody who answers for its unit. */
export function sees(flow: CaseFlow, doc: Case, member: Member, oversees: boolean): boolean {
  if ([...partiesOf(flow)].some((party) => isParty(party, doc, member))) return true;
  return !flow.private && oversees;
}

/** Everybody whom a case of this flow has to do with. */
function partiesOf(flow: CaseFlow): ReadonlySet<Party> {
  return new Set([
    "opener",
    "lead",
    ...flow.questions.flatMap(({ id, type }) => (type === "unit" ? [id] : [])),
    ...flow.moves.flatMap(({ by, tells }) => [...by, ...tells]),
    ...flow.opening.tells,
  ]);
}

function reportsFor({ role, unit }: Member, of: string): boolean {
  return (role === "liaison" || role === "deputy") && unit === of;
}
