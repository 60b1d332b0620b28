import { resolve } from "node:path";
import { Command, Option } from "commander";
import { formatProblems } from "./app/check.ts";
import type { House } from "./app/house.ts";
import type { OperatorInvite } from "./app/people/operator-invite.ts";
import type { Exported } from "./app/summaries/export-round.ts";
import { checkCampaign } from "./campaign.ts";
import { addOperations } from "./cli/operations.ts";
import { environment, operatorWords } from "./cli/words.ts";
import { type Role, roles } from "./core/roster.ts";
import { type Format, formats } from "./exports/export.ts";
import { explained, StartError } from "./failures.ts";
import { assertKept } from "./kept.ts";
import type { RehearseOptions } from "./rehearse.ts";
import { readSettings, type Settings } from "./settings.ts";
import { writeFiles } from "./written.ts";

const program = new Command("baosong")
  .description("A chat bot that collects a periodic return: it asks, reminds, adds up and posts the table.")
  .showHelpAfterError();

program
  .command("start", { isDefault: true })
  .description("run the bot")
  .action(() => attempt(async () => (await import("./main.ts")).run(settings())));

program
  .command("check")
  .description("check flows and roster; every problem at once, with what to write instead")
  .action(() =>
    attempt(async () => {
      const { flows, roster, problems } = checkCampaign(settings());
      if (problems.length > 0) {
        process.stderr.write(`${formatProblems(problems, operatorWords())}\n`);
        process.exitCode = 1;
        return;
      }
      const units = roster?.units.filter((unit) => unit.reports).length ?? 0;
      const args = { flows: flows.map(({ id }) => id).join(", "), units };
      process.stdout.write(`${operatorWords().word("check-in-order", args)}\n`);
    }),
  );

program
  .command("doctor")
  .description("examine settings, flows, roster and platforms; what is wrong, and what to do about it")
  .action(() =>
    attempt(async () => {
      const { doctor } = await import("./doctor.ts");
      const healthy = await doctor(settings(), operatorWords(), (line) => process.stdout.write(`${line}\n`));
      process.exitCode = healthy ? 0 : 1;
    }),
  );

program
  .command("export")
  .description(
    "write rounds as files: one, a span, or the summary of a campaign; those to send up, and the leaders' ones",
  )
  .argument(
    "<round>",
    "its number, the date on which it is regularly due, a span such as 1-4, all; or final, once the last one is closed",
  )
  .option("--to <folder>", "where to write them", ".")
  .addOption(new Option("--format <format>", "which kind of file").choices([...formats, "all"]).default("xlsx"))
  .action((round: string, { to, format }: { to: string; format: Format | "all" }) =>
    attempt(() => exported(round, to, format === "all" ? formats : [format])),
  );

program
  .command("invite")
  .description("print a code that somebody of the roster registers with, once, within a week")
  .argument("<unit>", "its id or name")
  .addOption(new Option("--role <role>", "what the person is for").choices(roles).default("liaison"))
  .action((unit: string, { role }: { role: Role }) => attempt(() => printInvitation(unit, role)));

program
  .command("rehearse")
  .description("play a whole campaign with made-up liaisons, and check its totals against a sum of its own")
  .option("--units <n>", "how many units report", "56")
  .option("--rounds <n>", "how many rounds are played", "6")
  .option("--seed <n>", "the same seed plays the same campaign", "1")
  .option("--to <folder>", "where its workbooks go", "data/rehearsal")
  .action((options: RehearseOptions) =>
    attempt(async () => {
      const { rehearseFromCommandLine } = await import("./rehearse.ts");
      process.exitCode = await rehearseFromCommandLine(options, settings());
    }),
  );

program
  .command("move")
  .description("copy everything into a PostgreSQL database, or out of one into a folder; each entry is verified")
  .requiredOption("--to <place>", "postgres://user:password@host/database, or a folder that is not there yet")
  .action(({ to }: { to: string }) =>
    attempt(async () => {
      const { isDatabase, move } = await import("./move.ts");
      const { entries, documents, files } = await move(settings(), to);
      process.stdout.write(`${operatorWords().word("operator-moved", { entries, documents, files })}\n`);
      const next = isDatabase(to) ? { key: "operator-moved-database" } : { key: "operator-moved-folder", args: { to } };
      process.stdout.write(`    -> ${operatorWords().text(next)}\n`);
    }),
  );

// Whoever reads as far as `head` does has closed the pipe: the rest is for nobody.
process.stdout.on("error", (cause: NodeJS.ErrnoException) => {
  if (cause.code !== "EPIPE") throw cause;
});

addOperations(program, { settings, attempt });

await program.parseAsync();

async function exported(round: string, folder: string, wanted: readonly Format[]): Promise<void> {
  const made = await filesOf(round, wanted);
  if ("problem" in made) throw new StartError("no-such-round", made.problem);
  await writeFiles(folder, made.files, (path) => process.stdout.write(`${path}\n`));
}

async function printInvitation(unit: string, role: Role): Promise<void> {
  const made = await invitationFor(unit, role);
  const { text } = operatorWords();
  if ("problem" in made) throw new StartError("nobody-to-invite", `${text(made.problem)}\n    -> ${text(made.todo)}`);
  process.stdout.write(`${made.lines.map(text).join("\n")}\n`);
}

/** As with exports: by the running bot, or in its folder. */
async function invitationFor(unit: string, role: Role): Promise<OperatorInvite> {
  const { askToInvite } = await import("./control.ts");
  const asked = await askToInvite(settings().BAOSONG_DATA, unit, role);
  if (asked !== "none") return asked;
  const { operatorInvite } = await import("./app/people/operator-invite.ts");
  const made = await inFolder((house) => operatorInvite(house, unit, role));
  // Printed from another folder than the bot's, the code would be refused and nobody would know why.
  const { BAOSONG_DATA: folder, DATABASE_URL } = settings();
  if (DATABASE_URL !== undefined || "problem" in made) return made;
  return { lines: [...made.lines, { key: "operator-invited-in", args: { folder: resolve(folder) } }] };
}

/** A running bot is asked; without one the folder is opened here. */
async function filesOf(round: string, wanted: readonly Format[]): Promise<Exported> {
  const { askToExport } = await import("./control.ts");
  const asked = await askToExport(settings().BAOSONG_DATA, round, wanted);
  if (asked !== "none") return asked;
  assertKept(settings());
  const { exportRound } = await import("./app/summaries/export-round.ts");
  return inFolder((house) => exportRound(house, round, wanted));
}

/** Opens the folder for one thing. */
async function inFolder<T>(task: (house: House) => Promise<T>): Promise<T> {
  const [{ createBot }, { partsFor }] = await Promise.all([import("./app/bot.ts"), import("./parts.ts")]);
  const parts = await partsFor(settings());
  try {
    return await task((await createBot(parts)).house);
  } finally {
    await parts.store.close();
  }
}

/** The environment's settings, and those of a `.env` file beneath them. */
function settings(): Settings {
  return readSettings(environment());
}

/** Runs a command; what an operator can mend is said in words, anything else with where it happened. */
async function attempt(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (cause) {
    process.stderr.write(
      `${explained(cause, operatorWords()) ?? (cause instanceof Error ? cause.stack : String(cause))}\n`,
    );
    process.exitCode = 1;
  }
}
