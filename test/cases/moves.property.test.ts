import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Case, emptyCase } from "../../src/core/case.ts";
import type { CaseFlow } from "../../src/core/cases/case-flow.ts";
import { stateOf } from "../../src/core/cases/case-flow.ts";
import { decideCase } from "../../src/core/cases/decide.ts";
import { nextOfCase, owedOfCase } from "../../src/core/cases/owed.ts";
import { isOpenTo, isParty, mayOpen } from "../../src/core/cases/rights.ts";
import type { CaseInput } from "../../src/core/cases/situation.ts";
import { evolve } from "../../src/core/document.ts";
import { caseKey } from "../../src/core/entry.ts";
import { emptyPerson, evolvePerson, type Person } from "../../src/core/person.ts";
import { emptyRegister, evolveRegister } from "../../src/core/register.ts";
import type { Member } from "../../src/core/roster.ts";
import { HOUR } from "../../src/core/time.ts";
import { exampleRoster } from "../world.ts";
import { shippedCaseFlows } from "./play.ts";

const roster = exampleRoster();
const cast: readonly Member[] = roster.people.filter(({ id }) =>
  /^(fuzhou-(market|police)-(liaison|deputy)|fj-coordinator|leader-[12]|fuzhou-coordinator)$/.test(id),
);
const start = Date.UTC(2020, 4, 19, 1);

/** One act: who, what sort of thing, and numbers that choose among what there is. */
const acts = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat(), fc.integer({ min: 0, max: 30 })), {
  minLength: 60,
  maxLength: 150,
});

type What<I = CaseInput> = I extends CaseInput ? Omit<I, "id" | "channel"> : never;

const photo = { kind: "file", hash: "h", name: "a.jpg", size: 1, type: "image/jpeg" } as const;

/** What somebody would do who knows what is asked: answers fit the question, moves are those of the state. */
function sensible(flow: CaseFlow, doc: Case, { matter }: Person, a: number): What {
  if (!matter) {
    const moves = flow.moves.filter((move) => isOpenTo(move, doc));
    const move = moves[a % Math.max(1, moves.length)];
    return move ? { kind: "move", move: move.id } : { kind: "open" };
  }
  const field = flow.questions.find(({ id }) => id === matter.question);
  if (!field) return { kind: "send" };
  switch (field.type) {
    case "text":
      return { kind: "said", text: "一家企业的事" };
    case "choice":
      return { kind: "put", question: field.id, value: field.options[a % field.options.length]?.id ?? "" };
    case "unit":
      return { kind: "put", question: field.id, value: a % 2 === 0 ? "fuzhou-police" : "fuzhou-market" };
    case "date":
      return { kind: "put", question: field.id, value: "2020-12-31" };
    case "file":
      return a % 2 === 0 ? { kind: "skip", question: field.id, value: "" } : { kind: "attached", file: photo };
    case "confirm":
      return { kind: "put", question: field.id, value: "yes" };
  }
}

function inputOf(flow: CaseFlow, sort: number, a: number, b: number): What {
  const question = flow.questions[a % flow.questions.length];
  const options =
    question?.type === "choice" ? question.options.map(({ id }) => id) : ["fuzhou-police", "2020-06-01", "yes", "x"];
  const words = ["一家企业的事", "福州公安", "6月1日", "是", "取消", "口罩", "质量", "", "跳过", "重大"];
  switch (sort % 10) {
    case 0:
      return { kind: "open" };
    case 1:
    case 2:
    case 3:
      return { kind: "said", text: words[b % words.length] ?? "" };
    case 4:
      return { kind: "put", question: question?.id ?? "", value: options[b % options.length] ?? "" };
    case 5:
      return { kind: b % 2 === 0 ? "skip" : "back", question: question?.id ?? "", value: "" };
    case 6:
      return { kind: "send" };
    case 7:
      return { kind: "replied", text: words[b % words.length] ?? "" };
    case 8:
      return { kind: "attached", file: photo };
    default:
      return { kind: "move", move: flow.moves[a % flow.moves.length]?.id ?? "" };
  }
}

describe.each(shippedCaseFlows().map((flow) => [flow.id, flow] as const))(
  "whatever anybody does in %s",
  (_id, flow) => {
    test("a case stays among the declared states and nobody makes a move that is not theirs", () => {
      const reached = new Set<string>();
      fc.assert(
        fc.property(acts, (given) => {
          let doc: Case = emptyCase(flow.id, "0badcafe");
          let register = emptyRegister(flow.id);
          const people = new Map<string, Person>(cast.map(({ id }) => [id, emptyPerson(id)]));
          for (const [index, [who, sort, a, b, later]] of given.entries()) {
            const member = cast[who % cast.length];
            if (!member) throw new Error("nobody is there");
            const before = doc;
            const now = start + index * later * HOUR;
            const person = people.get(member.id) ?? emptyPerson(member.id);
            const step = decideCase(
              {
                flow,
                doc,
                register,
                person,
                member,
                units: roster.units,
                nameOf: (person) => person,
                recipients: (party) => (party === "group" ? [{ group: "leadership" }] : [{ person: "fj-coordinator" }]),
                now,
                sentAt: now,
              },
              {
                ...(b % 4 === 0 ? inputOf(flow, sort, a, b) : sensible(flow, doc, person, a)),
                id: `m${index}`,
                channel: "simulator",
              },
            );
            expect(step.replies.length).toBeLessThanOrEqual(1);
            for (const { key, entry } of step.entries) {
              if (entry.kind === "case-moved") {
                const move = flow.moves.find(({ id }) => id === entry.move);
                if (!move) expect(mayOpen(flow, member)).toBe(true);
                else {
                  expect(isOpenTo(move, doc)).toBe(true);
                  expect(move.by.some((party) => isParty(party, doc, member))).toBe(true);
                }
              }
              if (entry.kind === "asked-of-case")
                people.set(member.id, evolvePerson(people.get(member.id) ?? emptyPerson(member.id), entry));
              else if (entry.kind === "case-registered") register = evolveRegister(register, entry);
              else if (key === caseKey(flow.id, doc.case)) {
                const next = evolve({ kind: "case", doc }, entry);
                if (next.kind === "case") doc = next.doc;
              }
            }
            if (doc.stage.kind === "opened") {
              reached.add(doc.stage.state);
              expect(stateOf(flow, doc.stage.state)).toBeDefined();
              if (before.stage.kind === "opened" && stateOf(flow, before.stage.state).final)
                expect(doc.stage).toEqual(before.stage);
            }
            expect(register.cases.length).toBe(doc.stage.kind === "opened" ? 1 : 0);
          }
        }),
        { numRuns: 100, endOnFailure: true },
      );
      // People at random get somewhere, or this would say nothing.
      expect(reached.size).toBeGreaterThan(1);
    });

    test("what is owed is owed under keys of its own, and nothing falls due between an instant and the next one", () => {
      const parties = () => [{ person: "fj-coordinator" }];
      const opened: Case = {
        ...emptyCase(flow.id, "0badcafe"),
        stage: { kind: "opened", number: 1, state: flow.opening.to, since: start },
        unit: "fuzhou-market",
        trail: [
          {
            move: "open",
            by: "fuzhou-market-liaison",
            at: start,
            to: flow.opening.to,
            answers: {},
            tells: [{ group: "leadership" }],
          },
        ],
      };
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 24 * 40 }), (hours) => {
          const now = start + hours * HOUR;
          const keys = owedOfCase(flow, opened, parties, now).map(({ key }) => key);
          expect(new Set(keys).size).toBe(keys.length);
          const next = nextOfCase(flow, opened, now);
          if (next === undefined) return;
          expect(next).toBeGreaterThan(now);
          expect(owedOfCase(flow, opened, parties, next - 1).map(({ key }) => key)).toEqual(keys);
          expect(owedOfCase(flow, opened, parties, next).map(({ key }) => key)).not.toEqual(keys);
        }),
      );
    });
  },
);
