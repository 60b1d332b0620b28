import { askedOf, type Flow, questionsFor } from "../core/flow/flow.ts";
import { dayAndClock, dayOf, momentEnding } from "../core/interview/when.ts";
import type { Text } from "../core/message.ts";
import type { Report } from "../core/report.ts";
import { type Member, nameIn } from "../core/roster.ts";
import { isClosedFor } from "../core/round.ts";
import { asCounted } from "../core/submission.ts";
import type { Instant } from "../core/time.ts";
import type { Made } from "../exports/export.ts";
import { type Language, wordingOf } from "../wording/wording.ts";
import { readReport } from "./documents.ts";
import type { House } from "./house.ts";
import { printed } from "./people/contacts.ts";
import type { Place } from "./place.ts";

/**
 * The unit's own workbook, with what to do with it: filled in with what stands already, to send back; once it was sent,
 * to be printed and signed.
 */
export async function formOf(
  house: House,
  place: Place,
  member: Member,
  language: Language,
): Promise<Made & { readonly how: Text }> {
  const { flow, round, unit } = place;
  // What is signed is what counts under its number: a change that does not count yet is not in it.
  const report = asCounted(await readReport(house.store, flow.id, round.round, unit.id));
  const last = (await house.past.before(round, unit.id)).at(-1);
  const words = wordingOf(language);
  const say = (text: Text) => words.text(text);
  const covers = say(coversOf(place, (await house.past.missed(round, unit.id)).since));
  const department = unit.department ?? "";
  const sent = await sentOf(house, flow, report, language, say);
  const { name, phone } = await printed(house.contacts, member, house.clock.now());
  const made = await house.form(
    {
      flow,
      language,
      unit: nameIn(unit.name, language),
      reporter: nameIn(name, language),
      phone,
      round: { number: round.number, covers },
      places: askedOf(flow, department),
      questions: questionsFor(flow, department),
      ...(last ? { last: { number: last.number, cells: last.cells } } : {}),
      cells: report.cells,
      told: report.told,
      ...(sent ? { sent } : {}),
    },
    words.word,
  );
  return { ...made, how: howTo(house, place, report) };
}

/** The days that the report covers, as the chat says them: from the first round that the unit missed on. */
function coversOf({ flow, round }: Place, since: Instant | undefined): Text {
  const from = dayOf(since ?? round.covers.from, flow);
  const days: Text = { join: [from, "—", momentEnding(round.covers.to, flow)] };
  return since === undefined ? days : { join: [days, { key: "covers-since", args: { from } }], by: "　　" };
}

/** What the form is good for as the report stands. */
function howTo(house: House, { round, unit }: Place, report: Report): Text {
  const { submission } = report;
  const closed = isClosedFor(round, unit.id, house.clock.now());
  if (submission) return { key: closed ? "form-how-closed" : "form-how-sent", args: { number: submission.number } };
  return { key: closed ? "form-how-too-late" : "form-how" };
}

async function sentOf(
  house: House,
  flow: Flow,
  { submission }: Report,
  language: Language,
  say: (text: Text) => string,
) {
  if (!submission) return undefined;
  const member = house.people.member(submission.by);
  const by = member && (await printed(house.contacts, member, submission.at));
  return {
    number: submission.number,
    at: say(dayAndClock(submission.at, flow)),
    by: by ? nameIn(by.name, language) : "",
  };
}
