import type { Inquiry } from "../../core/inquiry.ts";
import type { Block, Choice, Text } from "../../core/message.ts";
import { wordsOf } from "../../core/table/asked.ts";
import { ledgerWithButtons } from "../cases/ledger.ts";
import { seesCase } from "../cases/list.ts";
import { readInquiries } from "../documents.ts";
import { commandChoice, type Kinds, type Question, questionsIn } from "../inquiries/asking.ts";
import { ownStanding } from "../own-standing.ts";
import { amongLeaders, everybody, mayNameMissing, overseeing } from "../rights.ts";
import { type Only, rangeOf } from "../summaries/consolidate.ts";
import { branchChoices, overview, owing, type Stood } from "../summaries/overview.ts";
import { seasonBlocks } from "../summaries/season.ts";
import type { Call, Command } from "./command.ts";

const kinds: Kinds = ["unit", "department"];

/** Where the person's own report stands, or those of all units that the person answers for: of a round, or of several. */
export const status: Command = {
  name: "status",
  word: "进度",
  wordTakes: "words",
  rights: amongLeaders(everybody),
  kind: "own",
  run: async (call) => {
    const { house, member, language, args } = call;
    if (member.role === "liaison" || member.role === "deputy") return ownStanding(house, member, args);
    const read = questionsIn(house, member, "status", args, kinds);
    if ("say" in read) return [read.say];
    const blocks: Block<Text>[] = [];
    const only = (unit: string) => house.people.oversees(member, unit);
    for (const question of read.questions) {
      const names = mayNameMissing(call.place, question.flow);
      const several = question.asked.rounds.length > 1;
      blocks.push(
        ...(several
          ? await seasonBlocks(house, question, only, language, names)
          : await roundBlocks(call, question, only, names)),
      );
    }
    blocks.push(...ledgerWithButtons(house, (running, doc) => seesCase(house, member, running, doc)));
    return [{ blocks: blocks.length > 0 ? blocks : [{ kind: "text", text: { key: "summary-nobody" } }] }];
  },
};

/** How the units stand in one round, with what can be done about it. */
async function roundBlocks(
  { house, member }: Call,
  { flow, newest, asked }: Question,
  only: Only,
  names: boolean,
): Promise<readonly Block<Text>[]> {
  const { standing: lines, round } = await rangeOf(house, flow, asked, only);
  if (lines.length === 0) return [];
  const { node, department } = asked;
  const stood: Stood = {
    flow,
    round,
    lines,
    ...(node === undefined ? {} : { node }),
    ...(department === undefined ? {} : { department }),
  };
  const where = node === undefined ? "" : `u.${node}`;
  const now = round.round === newest.round;
  const urges = now && overseeing.includes(member.role) && lines.some(({ standing }) => owing(standing));
  const several = house.rounds.of(flow.id).length > 1;
  const { all } = await readInquiries(house.store, flow.id);
  const mine = all.filter(({ unit }) => unit !== undefined && lines.some((line) => line.unit === unit));
  const choices: readonly Choice<Text>[] = [
    ...branchChoices(house, stood, "status", now ? "" : String(round.number)),
    ...(urges ? commandChoice({ key: "button-urge" }, "urge", where) : []),
    ...(several ? commandChoice({ key: "season-button" }, "status", `all ${where}`.trim()) : []),
    ...commandChoice({ key: "button-summary" }, "summary", wordsOf(asked, newest)),
    ...(mine.length > 0 ? commandChoice({ key: "button-questions" }, "questions", "") : []),
  ];
  return [...(await overview(house, stood, names)), ...questionCount(mine), { kind: "choices", choices }];
}

function questionCount(all: readonly Inquiry[]): readonly Block<Text>[] {
  const waiting = all.filter(({ replies }) => replies.length === 0).length;
  return all.length === 0
    ? []
    : [{ kind: "text", text: { key: "inquiry-count", args: { count: all.length, waiting } } }];
}
