import type { Inquiry } from "../../core/inquiry.ts";
import type { Block, Choice, Text } from "../../core/message.ts";
import { commandChoice, type Kinds, questionsIn } from "../asking.ts";
import { ledgerWithButtons } from "../cases/ledger.ts";
import { seesCase } from "../cases/list.ts";
import { rangeOf } from "../consolidate.ts";
import { readInquiries } from "../documents.ts";
import { branchChoices, overview, owing, type Stood } from "../overview.ts";
import { ownStanding } from "../own-standing.ts";
import { amongLeaders, everybody, mayNameMissing, overseeing } from "../rights.ts";
import type { Command } from "./command.ts";

const kinds: Kinds = ["unit", "department"];

/** Where the person's own report stands, or those of all units that the person answers for, by branch of the tree. */
export const status: Command = {
  name: "status",
  word: "进度",
  takesArguments: true,
  rights: amongLeaders(everybody),
  kind: "own",
  run: async ({ house, member, args, place }) => {
    if (member.role === "liaison" || member.role === "deputy") return ownStanding(house, member);
    const read = questionsIn(house, member, "status", args, kinds);
    if ("say" in read) return [read.say];
    const blocks: Block<Text>[] = [];
    for (const { flow, newest, asked } of read.questions) {
      const ranged = await rangeOf(house, flow, { ...asked, rounds: [newest] }, (unit) =>
        house.people.oversees(member, unit),
      );
      const { standing: lines } = ranged;
      if (lines.length === 0) continue;
      const { node, department } = asked;
      const stood: Stood = {
        flow,
        round: newest,
        lines,
        ...(node === undefined ? {} : { node }),
        ...(department === undefined ? {} : { department }),
      };
      const where = node === undefined ? "" : `u.${node}`;
      const urges = overseeing.includes(member.role) && lines.some(({ standing }) => owing(standing));
      const { all } = await readInquiries(house.store, flow.id);
      const mine = all.filter(({ unit }) => unit !== undefined && lines.some((line) => line.unit === unit));
      const choices: readonly Choice<Text>[] = [
        ...branchChoices(house, stood, "status"),
        ...(urges ? commandChoice({ key: "button-urge" }, "urge", where) : []),
        ...commandChoice({ key: "button-summary" }, "summary", where),
        ...(mine.length > 0 ? commandChoice({ key: "button-questions" }, "questions", "") : []),
      ];
      blocks.push(...(await overview(house, stood, mayNameMissing(place, flow))), ...questionCount(mine), {
        kind: "choices",
        choices,
      });
    }
    blocks.push(...ledgerWithButtons(house, (running, doc) => seesCase(house, member, running, doc)));
    return [{ blocks: blocks.length > 0 ? blocks : [{ kind: "text", text: { key: "summary-nobody" } }] }];
  },
};

function questionCount(all: readonly Inquiry[]): readonly Block<Text>[] {
  const waiting = all.filter(({ replies }) => replies.length === 0).length;
  return all.length === 0
    ? []
    : [{ kind: "text", text: { key: "inquiry-count", args: { count: all.length, waiting } } }];
}
