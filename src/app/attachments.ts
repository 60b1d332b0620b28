import type { Flow } from "../core/flow/flow.ts";
import { attachedTo } from "../core/interview/files/attaching.ts";
import { dayAndClock } from "../core/interview/when.ts";
import { type Block, type Text, textOf } from "../core/message.ts";
import type { Attachment } from "../core/report-entry.ts";
import type { Member, Unit } from "../core/roster.ts";
import { readReport } from "./documents.ts";
import type { House } from "./house.ts";

type Kept = { readonly flow: Flow; readonly unit: Unit; readonly file: Attachment };

/** As many are listed, each with its button. */
const LISTED = 20;
/** As much of a hash as a button needs. */
const SHORT = 16;

/** The attachments of the newest rounds that the person may see; one of them where the words are its mark. */
export async function attachments(house: House, member: Member, words: string): Promise<readonly Block<Text>[]> {
  const kept = await attachmentsFor(house, member);
  const wanted = kept.find(({ file }) => words !== "" && file.hash.startsWith(words.trim()));
  if (wanted) return fetched(house, wanted);
  if (kept.length === 0) return [{ kind: "text", text: { key: "files-none" } }];
  const listed = kept.slice(0, LISTED);
  return [
    { kind: "heading", text: { key: "files-heading", args: { count: kept.length } } },
    ...listed.map(({ flow, unit, file }, index): Block<Text> => {
      const args = {
        number: index + 1,
        unit: textOf(unit.short),
        to: attachedTo(file.to, { flow, unit }),
        name: file.name,
        when: dayAndClock(file.at, flow),
      };
      const { words } = file;
      if (words === undefined) return { kind: "text", text: { key: "files-one", args } };
      return { kind: "text", text: { key: "files-one-said", args: { ...args, words } } };
    }),
    ...(kept.length > LISTED
      ? [{ kind: "text" as const, text: { key: "files-more", args: { count: kept.length - LISTED } } }]
      : []),
    {
      kind: "choices",
      choices: listed.map(({ file }, index) => ({
        label: { key: "files-get", args: { number: index + 1 } },
        action: `cmd:files:${file.hash.slice(0, SHORT)}`,
      })),
    },
  ];
}

async function fetched(house: House, { file }: Kept): Promise<readonly Block<Text>[]> {
  const bytes = await house.store.readFile(file.hash);
  if (!bytes) return [{ kind: "text", text: { key: "files-gone", args: { name: file.name } } }];
  const picture = file.type === "image/jpeg" || file.type === "image/png";
  if (picture) return [{ kind: "picture", name: file.name, bytes, alt: file.name }];
  return [{ kind: "file", name: file.name, bytes }];
}

async function attachmentsFor(house: House, member: Member): Promise<readonly Kept[]> {
  const all: Kept[] = [];
  for (const running of house.flows) {
    const round = house.rounds.newest(running.flow.id);
    if (!round) continue;
    const flow = running.at(round.flowHash);
    const mine = round.units.filter((unit) => unit === member.unit || house.people.oversees(member, unit));
    for (const id of mine) {
      const report = await readReport(house.store, flow.id, round.round, id);
      const unit = house.people.unit(id);
      all.push(...(report.attachments ?? []).map((file) => ({ flow, unit, file })));
    }
  }
  return all;
}
