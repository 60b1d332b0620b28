import { dayAndClock, moment } from "../core/interview/when.ts";
import { type Block, type Choice, type Say, type Text, textOf } from "../core/message.ts";
import type { Member } from "../core/roster.ts";
import { readPerson, readReport } from "./documents.ts";
import type { House } from "./house.ts";
import { placeOf } from "./place.ts";
import { progress, toGo } from "./standings.ts";

const button = (key: string, command: string): Choice<Text> => ({ label: { key }, action: `cmd:${command}` });

/** Where a liaison's report stands: screens to go and until when, or its receipt. */
export async function ownStanding(house: House, member: Member): Promise<readonly Say[]> {
  const found = placeOf(house, member, await readPerson(house.store, member.id));
  if ("say" in found) return [{ blocks: [{ kind: "text", text: found.say }] }];
  const { flow, round, unit } = found.place;
  const report = await readReport(house.store, flow.id, round.round, unit.id);
  const due = moment(round.due, flow);
  const say = (text: Text): Block<Text> => ({ kind: "text", text });
  const late = house.clock.now() > round.due ? [say({ key: "late-now", args: { number: round.number, due } })] : [];
  const heading: Block<Text> = {
    kind: "heading",
    text: { key: "status-heading", args: { number: round.number, name: textOf(unit.name) } },
  };
  const blocks = (): readonly Block<Text>[] => {
    switch (report.status) {
      case "none":
        return [
          ...(late.length > 0 ? late : [say({ key: "status-not-begun", args: { due } })]),
          { kind: "choices", choices: [button("opening-begin", "report"), button("opening-zero", "zero")] },
        ];
      case "draft": {
        const { done, of } = progress(flow, unit, report);
        const screens = toGo(flow, unit, report);
        return [
          { kind: "progress", done, of },
          say(screens > 0 ? { key: "status-to-go", args: { screens, due } } : { key: "status-whole", args: { due } }),
          ...late,
          { kind: "choices", choices: [button("review-go-on", "report"), button("status-review", "review")] },
        ];
      }
      case "awaiting": {
        const when = dayAndClock(report.submission?.at ?? round.due, flow);
        return [
          say({ key: "status-awaiting", args: { number: report.submission?.number ?? "", when } }),
          { kind: "choices", choices: [button("status-review", "review")] },
        ];
      }
      case "submitted": {
        const { number, at, late: was } = report.submission ?? { number: "", at: round.due, late: false };
        const when = dayAndClock(at, flow);
        return [
          say({ key: was ? "status-submitted-late" : "status-submitted", args: { number, when } }),
          { kind: "choices", choices: [button("status-review", "review")] },
        ];
      }
    }
  };
  return [{ blocks: [heading, ...blocks()] }];
}
