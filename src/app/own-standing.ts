import type { Flow } from "../core/flow/flow.ts";
import { waitingLines } from "../core/interview/sending/waiting.ts";
import { dayAndClock, moment } from "../core/interview/when.ts";
import { type Block, type Choice, type Say, say, sentence, type Text, textOf } from "../core/message.ts";
import type { Report } from "../core/report.ts";
import type { Member } from "../core/roster.ts";
import { isWaiting } from "../core/submission.ts";
import { roundsNamed } from "../core/table/rounds-named.ts";
import { plain } from "../core/table/words.ts";
import { readPerson, readReport } from "./documents.ts";
import type { House } from "./house.ts";
import { inReturn } from "./in-return.ts";
import { openPlaces, type Place, placeOf, places } from "./place.ts";
import { progress, toGo } from "./summaries/standings.ts";

const button = (key: string, command: string, code = ""): Choice<Text> => ({
  label: { key },
  action: code === "" ? `cmd:${command}` : `cmd:${command}:${code}`,
});

/** Where a liaison's reports stand, one for each return: screens to go and until when, or the receipt; of a round named too. */
export async function ownStanding(house: House, member: Member, words: string): Promise<readonly Say[]> {
  const person = await readPerson(house.store, member.id);
  const found = placeOf(house, member, person);
  if ("say" in found) return [sentence(found.say)];
  const others = openPlaces(house, member).filter(({ flow }) => flow.id !== found.place.flow.id);
  const asked = words.trim() === "" ? [found.place, ...others] : namedPlaces(house, member, words);
  if (asked.length === 0) return [sentence({ key: "status-no-round", args: { part: words.trim().slice(0, 20) } })];
  const blocks = await Promise.all(asked.map((place) => standingIn(house, member, place)));
  return [{ blocks: blocks.flat() }];
}

/** The rounds that words name, one for each return that asked the person's unit then. */
function namedPlaces(house: House, member: Member, words: string): readonly Place[] {
  const unit = house.people.unit(member.unit);
  return house.flows.flatMap((running) => {
    const rounds = house.rounds.of(running.flow.id).filter(({ units }) => units.includes(unit.id));
    const heard = roundsNamed(plain(words), rounds, running.flow.calendar.zone);
    const named = heard?.kind === "rounds" ? heard.rounds : [];
    return named.map((round) => ({ flow: running.at(round.flowHash), round, unit }));
  });
}

async function standingIn(house: House, member: Member, { flow, round, unit }: Place): Promise<readonly Block<Text>[]> {
  const report = await readReport(house.store, flow.id, round.round, unit.id);
  const due = moment(round.due, flow);
  const late = house.clock.now() > round.due ? [say({ key: "late-now", args: { number: round.number, due } })] : [];
  const title: Text = { key: "status-heading", args: { number: round.number, name: textOf(unit.name) } };
  const heading: Block<Text> = { kind: "heading", text: inReturn(house, flow, title) };
  // What is over has no buttons: they would begin the round that stands.
  if (!places(house, member).some((place) => place.flow.id === flow.id && place.round.round === round.round))
    return [heading, say(past(report, flow))];
  const blocks = (): readonly Block<Text>[] => {
    switch (report.status) {
      case "none":
        return [
          ...(late.length > 0 ? late : [say({ key: "status-not-begun", args: { due } })]),
          {
            kind: "choices",
            choices: [button("opening-begin", "report", flow.code), button("opening-zero", "zero", flow.code)],
          },
        ];
      case "draft": {
        const { done, of } = progress(flow, unit, report);
        const screens = toGo(flow, unit, report);
        return [
          { kind: "progress", done, of },
          say(screens > 0 ? { key: "status-to-go", args: { screens, due } } : { key: "status-whole", args: { due } }),
          ...late,
          {
            kind: "choices",
            choices: [button("review-go-on", "report", flow.code), button("status-review", "review", flow.code)],
          },
        ];
      }
      case "awaiting": {
        const when = dayAndClock(report.submission?.at ?? round.due, flow);
        return [
          say({ key: "status-awaiting", args: { number: report.submission?.number ?? "", when } }),
          ...waitingLines(report),
          { kind: "choices", choices: [button("status-review", "review", flow.code)] },
        ];
      }
      case "submitted": {
        const { number, at, late: was } = report.submission ?? { number: "", at: round.due, late: false };
        const when = dayAndClock(at, flow);
        return [
          say({ key: was ? "status-submitted-late" : "status-submitted", args: { number, when } }),
          ...waitingLines(report),
          {
            kind: "choices",
            choices: [
              ...(isWaiting(report) ? [button("waiting-explain", "report", flow.code)] : []),
              button("status-review", "review", flow.code),
            ],
          },
        ];
      }
    }
  };
  return [heading, ...blocks()];
}

/** What became of a round that is over. */
function past({ status, submission }: Report, flow: Flow): Text {
  if (status !== "submitted" || !submission) return { key: "status-past-none" };
  const args = { number: submission.number, when: dayAndClock(submission.at, flow) };
  return { key: submission.late ? "status-submitted-late" : "status-submitted", args };
}
