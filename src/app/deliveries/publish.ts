import { postKey, previewKey, upKey } from "../../core/calendar/keys.ts";
import { accountOf } from "../../core/directory.ts";
import type { RoundId } from "../../core/entry.ts";
import type { Flow } from "../../core/flow/flow.ts";
import { moment } from "../../core/interview/when.ts";
import { type Block, type Choice, say, type Text, worded } from "../../core/message.ts";
import type { Group, Member } from "../../core/roster.ts";
import { countedBy, type Round, versionsOf } from "../../core/round.ts";
import { type Duration, MINUTE } from "../../core/time.ts";
import type { Return } from "../../exports/export.ts";
import { spoken } from "../../wording/wording.ts";
import { ledgerLines, ledgerSheets } from "../cases/ledger.ts";
import type { Running } from "../flows.ts";
import type { House } from "../house.ts";
import { inReturn } from "../in-return.ts";
import { commandChoice } from "../inquiries/asking.ts";
import { canPost, leadershipGroups } from "../people/leadership.ts";
import { sentChoice } from "../sent-choice.ts";
import { comparedWithLast } from "../summaries/compared.ts";
import { fileBlocks } from "../summaries/files.ts";
import { noticesOf } from "../summaries/notices.ts";
import { owing } from "../summaries/overview.ts";
import { postingBlocks } from "../summaries/posting.ts";
import { postingButtons, revisionButtons } from "../summaries/posting-buttons.ts";
import { returnOf } from "../summaries/returns.ts";
import { revisedIn } from "../summaries/revised.ts";
import { revisionBlocks } from "../summaries/revision.ts";
import type { Posting } from "./deliver-round.ts";
import { deliverBeside, deliverToEach } from "./deliver-to-each.ts";

/** A posting that comes so long after its time says so. */
const LATE: Duration = 5 * MINUTE;

/**
 * Posts a version of a frozen round to the leadership group, also when nobody reported, and gives the coordinator the
 * sheet to send up. The group's posting comes last: what is owed of a version
 * is this, and whatever of the rest was begun and is not settled.
 */
export async function publish(house: House, running: Running, id: RoundId, version: number): Promise<void> {
  const { flow: now, at } = running;
  const round = house.rounds.of(now.id).find((each) => each.round === id);
  if (!round) return;
  const flow = at(round.flowHash);
  await deliverToEach(house, round, coordinatorsOf(house, flow), upKey(flow.id, id, version), () => ({
    make: () => upwards(house, flow, round, version),
  }));
  const named = version === 1 && flow.missing_names === "leaders";
  const leaders = house.people.roster.people.filter(({ role }) => named && role === "leader");
  const post = postKey(flow.id, id, version);
  const posting = (reader: Member | Group, key: string) =>
    "role" in reader
      ? { make: () => firstVersion(house, flow, round, true) }
      : postingTo(house, flow, round, reader, key, version);
  // While there is no group its part is not begun, so that it goes out as soon as there is one.
  if (canPost(house)) await deliverToEach(house, round, [...leadershipGroups(house), ...leaders], post, posting);
  else await deliverBeside(house, round, leaders, post, posting);
  await house.rounds.reread(round);
}

/** Shows the coordinators of the lead unit how it stands, between the collect-by time and the due time. */
export async function preview(house: House, running: Running, id: RoundId): Promise<void> {
  const round = house.rounds.of(running.flow.id).find((each) => each.round === id);
  if (!round) return;
  const flow = running.at(round.flowHash);
  const key = previewKey(flow.id, id);
  await deliverToEach(house, round, coordinatorsOf(house, flow), key, () => ({
    make: async (language) => {
      const of = await returnOf(house, flow, round, "as-it-stands", language);
      const before = await comparedWithLast(house, of, "as-it-stands", language);
      const args = { number: round.number, closes: moment(round.closes ?? round.due, flow) };
      return [
        ...postingBlocks(house, of, before, inReturn(house, flow, { key: "preview-heading", args })),
        ...(await fileBlocks(house, of, "up")),
      ];
    },
  }));
  await house.rounds.reread(round);
}

function postingTo(
  house: House,
  flow: Flow,
  round: Round,
  group: Group,
  key: string,
  version: number,
): Omit<Posting, "delivery"> {
  const post = postKey(flow.id, round.round, version);
  const to = house.people.addressOf(group, [...house.channels.keys()]);
  const original = round.deliveries[`${postKey(flow.id, round.round, 1)}${key.slice(post.length)}`];
  return {
    // Quoted where it stands alone: the groups of the roster may have changed places since, or the group its chat.
    ...(version > 1 && to && original?.state === "sent" && original.to === accountOf(to)
      ? { answers: original.message }
      : {}),
    make: () =>
      version === 1
        ? firstVersion(house, flow, round, flow.missing_names === "group")
        : laterVersion(house, flow, round, version),
  };
}

async function firstVersion(house: House, flow: Flow, round: Round, named: boolean): Promise<readonly Block<Text>[]> {
  const of = await returnOf(house, flow, round, countedBy(round, 1), house.language);
  const before = await comparedWithLast(house, of, countedBy(round, 1), house.language);
  const heading: Text = { key: "posting-heading", args: { number: round.number, version: 1 } };
  return [
    ...postingBlocks(house, of, before, inReturn(house, flow, heading), named),
    ...ledgerLines(house),
    ...lateness(house, flow, round, 1),
    // The leaders' file names who is missing too.
    ...(await fileBlocks(house, withLedgers(house, of), named ? "leaders" : "up")),
    postingButtons(house, round.number),
  ];
}

async function laterVersion(house: House, flow: Flow, round: Round, version: number): Promise<readonly Block<Text>[]> {
  const { language } = house;
  const before = await returnOf(house, flow, round, countedBy(round, version - 1), language);
  const now = await returnOf(house, flow, round, countedBy(round, version), language);
  const after = versionsOf(round).slice(1, version);
  const revisions = await Promise.all(after.map((_, index) => revisedIn(house, round, index + 2, language)));
  const revised = revisions.at(-1) ?? { version, units: [] };
  const of = { ...now, revised, revisions };
  return [
    ...revisionBlocks(house, of, before),
    ...ledgerLines(house),
    ...lateness(house, flow, round, version),
    ...(await fileBlocks(house, withLedgers(house, of), flow.missing_names === "group" ? "leaders" : "up", version)),
    revisionButtons(round.number),
  ];
}

function withLedgers(house: House, of: Return): Return {
  return { ...of, ledgers: ledgerSheets(house, house.language) };
}

async function upwards(house: House, flow: Flow, round: Round, version: number): Promise<readonly Block<Text>[]> {
  // What goes up is the official form, in the flow's own language whoever passes it on.
  const official = spoken(flow.languages[0]) ?? house.language;
  const of = await returnOf(house, flow, round, countedBy(round, version), official);
  const { number, sentUp } = round;
  const heading: Text =
    version === 1 ? { key: "posting-up", args: { number } } : { key: "posting-up-version", args: { number, version } };
  const again = sentUp ? [say({ key: "posting-up-again", args: { when: moment(sentUp.at, flow) } })] : [];
  return [
    { kind: "heading", text: inReturn(house, flow, heading) },
    ...whichSheet(flow),
    ...again,
    ...(canPost(house) ? [] : [say({ key: "posting-up-no-group" })]),
    ...(await noticesOf(house, of)),
    ...(await fileBlocks(house, of, "up", version)),
    { kind: "choices", choices: [sentChoice(flow, round.round, version), ...urgeChoices(of)] },
  ];
}

/** The reminder is the coordinators', and so stands here and not under the posting that the leaders read. */
function urgeChoices({ round, units }: Return): readonly Choice<Text>[] {
  const open = units.some(({ standing }) => owing(standing));
  return open ? commandChoice({ key: "button-urge" }, "urge", String(round.number)) : [];
}

/** Which sheet of the workbook is the one to send up, and which only stands beside it. */
function whichSheet({ layouts }: Flow): readonly Block<Text>[] {
  const named = (up: boolean): Text => ({
    join: layouts
      .filter((each) => each.sent_up === up)
      .map(({ sheet }) => ({ key: "posting-up-sheet", args: { sheet } })),
    by: { key: "list-comma" },
  });
  const first = layouts.find((each) => each.sent_up)?.first;
  return [
    ...(first ? [worded("posting-up-how", { sheets: named(true), first })] : []),
    ...(layouts.some((each) => !each.sent_up) ? [worded("posting-up-beside", { sheets: named(false) })] : []),
  ];
}

/** A posting that could not go out in time says so: its readers must not take the figures for older than they are. */
function lateness(house: House, flow: Flow, round: Round, version: number): readonly Block<Text>[] {
  const at = versionsOf(round)[version - 1]?.at ?? round.due;
  if (house.clock.now() - at <= LATE) return [];
  return [{ kind: "text", text: { key: "posting-late", args: { due: moment(at, flow) } } }];
}

/** Coordinators of the lead unit pass the sheet on; where it has none, whoever coordinates. */
export function coordinatorsOf(house: House, flow: Flow): readonly Member[] {
  const all = house.people.roster.people.filter(({ role }) => role === "coordinator");
  const own = all.filter(({ unit }) => unit === flow.lead);
  return own.length > 0 ? own : all;
}
