import { caseActionText } from "../../core/cases/actions.ts";
import { opening } from "../../core/cases/case-flow.ts";
import { type Block, say, type Text } from "../../core/message.ts";
import type { Member } from "../../core/roster.ts";
import { readPerson } from "../documents.ts";
import type { House } from "../house.ts";

type Standing = Awaited<ReturnType<typeof readPerson>>["matter"];

/** A case whose question the report has taken the place of, with a button to go on with it; nothing where it has not. */
export async function leftOpen(house: House, member: Member, before: Standing): Promise<readonly Block<Text>[]> {
  if (!before) return [];
  const { matter } = await readPerson(house.store, member.id);
  const running = house.cases.flows.find(({ flow }) => flow.id === before.flow);
  if (matter || !running) return [];
  const { flow } = running;
  const name: Text = { label: flow.name };
  const action =
    before.move === opening ? `cmd:${flow.command}:new` : caseActionText("move", flow, before.case, before.move);
  return [
    say({ key: "case-left-open", args: { name } }),
    { kind: "choices", choices: [{ label: { key: "case-go-on", args: { name } }, action }] },
  ];
}
