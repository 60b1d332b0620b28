import { concerns, mayOpen } from "../../core/cases/rights.ts";
import { type Say, sentence } from "../../core/message.ts";
import { type Call, type Command, calledIn } from "../commands/command.ts";
import { everybody, inOwnChat } from "../rights.ts";
import { caseList, seesCase } from "./list.ts";
import { dealWith, openCase } from "./talk.ts";

/** A command that opens and lists the cases of the flow that names it; `straight` where it opens one without a list. */
export function caseCommand(given: Pick<Command, "name" | "word"> & { readonly straight: boolean }): Command {
  const { straight, ...rest } = given;
  const command: Command = {
    ...rest,
    wordTakes: "number",
    rights: inOwnChat(everybody),
    offered: ({ cases, people }, member) =>
      cases.flows.some(
        ({ flow }) => flow.command === command.name && concerns(flow, member, people.oversees(member, member.unit)),
      ),
    kind: "own",
    run: (call) => answer(call, command, straight),
  };
  return command;
}

async function answer(call: Call, command: Command, straight: boolean): Promise<readonly Say[]> {
  const { house, member, args, language } = call;
  const running = house.cases.flows.find(({ flow }) => flow.command === command.name);
  if (!running) return [sentence({ key: "case-not-run", args: { name: calledIn(command, language) } })];
  const wanted = /^\D{0,3}(\d{1,6})\s*号?$/.exec(args.trim())?.[1];
  if (wanted !== undefined) {
    const doc = house.cases.byNumber(running.flow.id, Number(wanted));
    if (!doc || !seesCase(house, member, running, doc))
      return [sentence({ key: "case-unknown", args: { command: calledIn(command, language) } })];
    return dealWith(house, member, doc, { kind: "view" }, call);
  }
  const opens = mayOpen(running.flow, member);
  if (opens && (args.trim() === "new" || straight)) return openCase(house, member, running, call);
  return [{ blocks: caseList(house, member, running) }];
}
