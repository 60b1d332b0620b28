import { shareOf } from "../../core/directory.ts";
import { type Say, sentence, textOf } from "../../core/message.ts";
import { within } from "../../core/table/tree.ts";
import { examplesFor } from "../examples.ts";
import { end } from "../people/directory.ts";
import { mayAdmit } from "../people/invite.ts";
import { sayNews } from "../people/news.ts";
import { peopleList, unitPeople } from "../people/people-list.ts";
import { inOwnChat, overseeing } from "../rights.ts";
import { unitsCalled } from "../units-called.ts";
import type { Call, Command } from "./command.ts";

/** Who is in, on which platform, and who is missing; with buttons to invite and to put out. */
export const people: Command = {
  name: "people",
  word: "人员",
  wordTakes: "words",
  rights: inOwnChat(overseeing),
  kind: "own",
  run: async (call) => {
    const { house, member, args } = call;
    const [, step, person = ""] = /^(end|ended) (\S+)$/.exec(args.trim()) ?? [];
    if (step !== undefined) return [await putOut(call, person, step === "ended")];
    const mine = house.people.roster.people.filter((each) => mayAdmit(house, member, each));
    if (args.trim() === "") return [{ blocks: peopleList(house, mine, undefined) }];
    const { roster } = house.people;
    const units = roster.units.filter((unit) => mine.some((each) => within(roster, each.unit, unit.id)));
    const [unit, ...others] = unitsCalled(args, units);
    if (!unit || others.length > 0)
      return [sentence({ key: "people-unclear", args: { ...examplesFor(house, member), part: args.slice(0, 20) } })];
    const below = mine.filter((each) => within(roster, each.unit, unit.id));
    const leaf = below.every((each) => each.unit === unit.id);
    return [{ blocks: leaf ? await unitPeople(house, below, unit, member) : peopleList(house, below, unit) }];
  },
};

/** Takes somebody's access, after one question. */
async function putOut({ house, member, id, at, sentAt, channel }: Call, person: string, sure: boolean): Promise<Say> {
  const who = house.people.member(person);
  if (!who || !mayAdmit(house, member, who))
    return sentence({ key: "people-unclear", args: { ...examplesFor(house, member), part: person.slice(0, 20) } });
  if (who.id === member.id) return sentence({ key: "people-not-yourself" });
  const args = { unit: textOf(house.people.unit(who.unit).short), role: { key: `post-${who.role}` } };
  if (!sure) {
    const choices = [
      { label: { key: "people-end-yes" }, action: `cmd:people:ended ${who.id}` },
      { label: { key: "people-end-no" }, action: `cmd:people:${who.unit}` },
    ];
    return {
      blocks: [
        { kind: "text", text: { key: "people-end-sure", args } },
        { kind: "choices", choices },
      ],
    };
  }
  await end(house, who, { id, at, sentAt, by: member.id, channel });
  sayNews(house, shareOf(who.id));
  return sentence({ key: "people-ended", args });
}
