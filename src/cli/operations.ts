import { randomBytes } from "node:crypto";
import { type FileHandle, open, realpath, rename, rm, stat } from "node:fs/promises";
import { dirname, relative, sep } from "node:path";
import { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Command } from "commander";
import { z } from "zod";
import { parseIso } from "../core/calendar/words.ts";
import { toMend } from "../core/source/problem.ts";
import { textShape } from "../core/text-shape.ts";
import { StartError } from "../failures.ts";
import type { Settings } from "../settings.ts";
import { syncFolder } from "../store/whole-file.ts";
import { wordingOf } from "../wording/wording.ts";
import { written } from "../written.ts";
import { printed } from "./printed.ts";
import { operatorWords } from "./words.ts";

/** How the command line runs a command, and the settings that hold for it. */
type Line = { readonly settings: () => Settings; readonly attempt: (command: () => Promise<void>) => Promise<void> };

const say = (text: string) => process.stdout.write(`${text}\n`);

/** Adds the commands that look after what is kept: backup, restore, verify, person export, person forget. */
export function addOperations(program: Command, { settings, attempt }: Line): void {
  program
    .command("backup")
    .description("write everything that is kept into one file, also while the bot runs")
    .requiredOption("--to <file>", "where to write it")
    .option("--force", "replace a file that is there, once the new one is whole")
    .action(({ to, force = false }: { to: string; force?: boolean }) => attempt(() => backup(settings(), to, force)));

  program
    .command("restore")
    .description("put a backup back: into the data folder, not there yet or empty, or into an empty database")
    .argument("<file>", "what `backup` wrote")
    .action((file: string) =>
      attempt(async () => {
        const { restore } = await import("../backup/restore.ts");
        const { entries, documents, files } = await restore(file, settings());
        say(operatorWords().word("operator-restored", { entries, documents, files }));
      }),
    );

  program
    .command("verify")
    .description("say whether anything that is kept was changed, cut or inserted, and where")
    .option("--json", "as JSON")
    .action(({ json = false }: { json?: boolean }) => attempt(() => verified(settings(), json)));

  const person = program.command("person").description("what is kept of a person");
  person
    .command("export")
    .description("print everything that is kept of a person, with their words, as JSON")
    .argument("<id>", "as the roster has it")
    .action((id: string) =>
      attempt(async () => {
        const { told } = await import("../perform.ts");
        await printed(known(await told(settings(), "person-export", { person: id }), id));
      }),
    );
  person
    .command("forget")
    .description("remove a person's words, names and telephones for good; figures and the chain stay whole")
    .argument("<id>", "as the roster has it")
    .option("--before <moment>", "only what was kept before it: of whoever held the post until then")
    .action((id: string, options: { before?: string }) => attempt(() => forgotten(settings(), id, options.before)));
}

/** Under another name until it is whole and on disk. */
async function backup(settings: Settings, to: string, force: boolean): Promise<void> {
  // What is there may be the only backup that is whole.
  if (!force && (await isThere(to))) throw new StartError("backup", toMend({ key: "backup-there", args: { to } }));
  if (await isWithin(to, settings.BAOSONG_DATA))
    throw new StartError("backup", toMend({ key: "backup-within", args: { to, folder: settings.BAOSONG_DATA } }));
  const { perform } = await import("../perform.ts");
  const draft = `${to}.${randomBytes(4).toString("hex")}.part`;
  const file = await written(to, () => open(draft, "wx", 0o600));
  try {
    try {
      const pieces = Readable.from(perform(settings, "backup"));
      await pipeline(pieces, createGzip(), intoFile(file, to));
      await written(to, () => file.sync());
    } finally {
      await file.close();
    }
    const { checkBackup } = await import("../backup/restore.ts");
    const { entries, documents, files } = await checkBackup(draft);
    await written(to, async () => {
      await rename(draft, to);
      await syncFolder(dirname(to));
    });
    say(operatorWords().word("operator-backed-up", { to, entries, documents, files }));
  } catch (cause) {
    await rm(draft, { force: true });
    throw cause;
  }
}

/** Writes to an open file; what the system refuses is told as of `to`. */
function intoFile(file: FileHandle, to: string): Writable {
  return new Writable({
    write: (part: Uint8Array, _encoding, done) => {
      written(to, () => file.writeFile(part)).then(() => done(), done);
    },
  });
}

/** Whether a path leads into a folder, whatever links lie on the way; not where either is not there. */
async function isWithin(path: string, folder: string): Promise<boolean> {
  if (!(await isThere(dirname(path))) || !(await isThere(folder))) return false;
  const way = relative(await realpath(folder), await realpath(dirname(path)));
  return way.split(sep)[0] !== "..";
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

const finding = z.object({ document: z.string(), entry: z.number(), what: textShape });
const findings = z.object({
  entries: z.number(),
  documents: z.number(),
  files: z.number(),
  seals: z.number(),
  end: z.string(),
  findings: z.array(finding),
});

async function verified(settings: Settings, json: boolean): Promise<void> {
  const { told } = await import("../perform.ts");
  const read = findings.parse(JSON.parse(await told(settings, "verify")));
  process.exitCode = read.findings.length === 0 ? 0 : 1;
  // Programs read it in one language, whatever the operator's is.
  const inEnglish = wordingOf("en").text;
  const asJson = () => read.findings.map((each) => ({ ...each, what: inEnglish(each.what) }));
  if (json) return printed(JSON.stringify({ ...read, findings: asJson() }));
  const words = operatorWords();
  for (const { document, entry, what } of read.findings)
    say(`${entry > 0 ? words.word("verify-entry", { document, entry }) : document}: ${words.text(what)}`);
  const { entries, documents, files, seals, end } = read;
  const went = { key: "verify-went", args: { entries, documents, files, seals } };
  const count = read.findings.length;
  say(count === 0 ? words.word("verify-in-order", { went }) : words.word("verify-findings", { count, went }));
  if (seals > 0) say(words.word("verify-end", { end }));
}

const done = z.object({ entries: z.number(), documents: z.number() });

async function forgotten(settings: Settings, id: string, moment: string | undefined): Promise<void> {
  const before = moment === undefined ? undefined : parseIso(moment);
  if (moment !== undefined && before === undefined)
    throw new StartError("moment", toMend({ key: "operator-no-moment", args: { moment } }));
  const { told } = await import("../perform.ts");
  const text = await told(settings, "person-forget", { person: id, ...(before === undefined ? {} : { before }) });
  const { entries, documents } = done.parse(JSON.parse(known(text, id)));
  const words = operatorWords();
  say(words.word("operator-forgotten", { entries, documents }));
  say(`    -> ${words.word("operator-forgotten-todo")}`);
  const { journalPath } = await import("../channels/simulator/journal.ts");
  const path = journalPath(settings.BAOSONG_DATA);
  if (await isThere(path)) say(`    -> ${words.word("operator-forgotten-page", { path })}`);
}

function known(text: string, id: string): string {
  if (text !== "null") return text;
  throw new StartError("no-such-person", toMend({ key: "operator-no-person", args: { id } }));
}
