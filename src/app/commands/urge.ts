import type { UnitId } from "../../core/entry.ts";
import { dayAndClock } from "../../core/interview/when.ts";
import { type Block, type Text, textOf } from "../../core/message.ts";
import { nameIn } from "../../core/roster.ts";
import type { Round } from "../../core/round.ts";
import { type Urged, urgeNow } from "../deliveries/urge.ts";
import { commandChoice, type Kinds, type Question, questionsIn } from "../inquiries/asking.ts";
import { amongLeaders, overseeing } from "../rights.ts";
import { rangeOf } from "../summaries/consolidate.ts";
import { owing, unitNames } from "../summaries/overview.ts";
import type { Call, Command } from "./command.ts";

const kinds: Kinds = ["unit", "department"];

/** Reminds those who still owe, now: all, a branch, a unit; says whom it reached and whom it left alone. */
export const urge: Command = {
  name: "urge",
  word: "催报",
  wordTakes: "words",
  rights: amongLeaders(overseeing),
  kind: "own",
  run: async (call) => {
    const read = questionsIn(call.house, call.member, "urge", call.args, kinds);
    if ("say" in read) return [read.say];
    const blocks: Block<Text>[] = [];
    for (const question of read.questions) blocks.push(...(await urgeIn(call, question)));
    return [{ blocks }];
  },
};

async function urgeIn(call: Call, { flow, newest, asked }: Question): Promise<readonly Block<Text>[]> {
  const meant = asked.rounds.at(-1) ?? newest;
  if (meant.round !== newest.round) return past(meant, newest);
  const { house, member, id, language } = call;
  const running = house.flows.find((each) => each.flow.id === flow.id);
  const only = (unit: UnitId) => house.people.oversees(member, unit);
  const { standing } = await rangeOf(house, flow, { ...asked, rounds: [newest] }, only);
  const units = standing.flatMap((line) => (owing(line.standing) ? [line.unit] : []));
  const say = (key: string, args: Readonly<Record<string, Text | number>> = {}): Block<Text> => ({
    kind: "text",
    text: { key, args },
  });
  if (!running || units.length === 0) return [say("urge-nobody", { number: newest.number })];
  const urged = await urgeNow(house, running, newest.round, units, { by: member, id });
  const of = <K extends Urged["kind"]>(kind: K) =>
    urged.filter((each): each is Extract<Urged, { kind: K }> => each.kind === kind);
  const names = (some: readonly Urged[]) => unitNames(some.map(({ unit }) => house.people.unit(unit).short));
  const told = of("sent").map(({ unit, to }): Text => {
    const [of, name] = [house.people.unit(unit), nameIn(to.name, language)];
    // A post that is named after its unit is said by its role.
    const who: Text = name.startsWith(nameIn(of.name, language)) ? { key: `post-${to.role}` } : name;
    return { key: "urge-one", args: { unit: textOf(of.short), who } };
  });
  const soon = of("too-soon");
  const until = Math.min(...soon.map((each) => each.until));
  return [
    ...(told.length > 0
      ? [say("urge-sent", { count: told.length, names: { join: told, by: { key: "list-comma" } } })]
      : [say("urge-none-sent")]),
    ...(soon.length > 0
      ? [say("urge-too-soon", { count: soon.length, names: names(soon), until: dayAndClock(until, flow) })]
      : []),
    ...(of("unreachable").length > 0 ? [say("urge-unreachable", { names: names(of("unreachable")) })] : []),
    ...(of("open").length > 0 ? [say("urge-open", { names: names(of("open")) })] : []),
    ...(of("closed").length > 0 ? [say("urge-closed", { names: names(of("closed")) })] : []),
  ];
}

/** The button of an earlier round's posting would remind of a round that its reader does not mean. */
function past({ number }: Round, newest: Round): readonly Block<Text>[] {
  return [
    { kind: "text", text: { key: "urge-past", args: { number, newest: newest.number } } },
    { kind: "choices", choices: commandChoice({ key: "button-urge" }, "urge", "") },
  ];
}
