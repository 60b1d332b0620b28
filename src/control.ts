import { chmod, mkdir, unlink } from "node:fs/promises";
import { createServer, type IncomingMessage, request, type Server } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import type { House } from "./app/house.ts";
import { lanes } from "./app/lanes.ts";
import { type OperatorInvite, operatorInvite } from "./app/people/operator-invite.ts";
import { type Exported, exportRound } from "./app/summaries/export-round.ts";
import { controlSocketIn, noSocket } from "./control-socket.ts";
import { kindOf } from "./core/failure-kind.ts";
import { type Role, roles } from "./core/roster.ts";
import { toMend } from "./core/source/problem.ts";
import { textShape } from "./core/text-shape.ts";
import { type Format, formats } from "./exports/export.ts";
import { explained, StartError } from "./failures.ts";
import { isOperation, type OperationName, operations, type Site } from "./operations.ts";
import { codeOf } from "./store/cause.ts";
import { StoreFailure } from "./store/store.ts";
import type { Portable } from "./store/survey.ts";
import { wordingOf } from "./wording/wording.ts";

/** How long commands under way may take to finish when the bot stops, in milliseconds; their clients are told. */
const GRACE = 2_000;

const asked = z.strictObject({
  command: z.literal("export"),
  round: z.string().max(40),
  wanted: z.array(z.enum(formats)),
});
const askedToInvite = z.strictObject({ unit: z.string().max(200), role: z.enum(roles) });
const invited = z.union([
  z.strictObject({ lines: z.array(textShape) }),
  z.strictObject({ problem: textShape, todo: textShape }),
]);
const answered = z.union([
  z.strictObject({ files: z.array(z.strictObject({ name: z.string(), type: z.string(), base64: z.string() })) }),
  z.strictObject({ problem: textShape }),
]);

/** Listens for commands on a socket in the data folder that only its owner may use; gives what stops it. */
export async function serveControl(folder: string, house: House, store: Portable): Promise<() => Promise<void>> {
  const path = controlSocketIn(folder);
  const site: Site = { store, folder, now: house.clock.now, house: async () => house };
  // One after the other: what is being removed is not verified meanwhile.
  const turns = lanes();
  // With a database for the history nobody else has made the folder.
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // Whoever holds the folder's lock may clear away what a killed process left.
  await unlink(path).catch(() => undefined);
  const server = createServer(async (incoming, outgoing) => {
    try {
      const body: unknown = JSON.parse(await textOf(incoming));
      const name = incoming.url?.slice(1) ?? "";
      if (isOperation(name)) {
        const gone = new AbortController();
        outgoing.once("close", () => gone.abort());
        const pieces = operations[name]({ ...site, gone: gone.signal }, body);
        await turns("operation", () => pipeline(Readable.from(pieces), outgoing));
        return;
      }
      if (incoming.url === "/invite") {
        const { unit, role } = askedToInvite.parse(body);
        const made = await operatorInvite(house, unit, role);
        return outgoing.writeHead(200).end(JSON.stringify(made));
      }
      const { round, wanted } = asked.parse(body);
      const made = await exportRound(house, round, wanted);
      if ("problem" in made) return outgoing.writeHead(200).end(JSON.stringify(made));
      const files = made.files.map(({ name, type, bytes }) => ({
        name,
        type,
        base64: Buffer.from(bytes).toString("base64"),
      }));
      return outgoing.writeHead(200).end(JSON.stringify({ files }));
    } catch (cause) {
      // What the store says names places and codes, and what to do; whoever asked may hear no more than that it broke off.
      const why = cause instanceof StoreFailure ? { why: explained(cause, wordingOf("en")) } : {};
      house.log.error({ code: "control-failed", cause: kindOf(cause), ...why }, "a command failed");
      // Half an answer is cut off, so that nobody takes it for a whole one.
      if (outgoing.headersSent) return outgoing.destroy();
      return outgoing.writeHead(500).end("{}");
    }
  });
  await listening(server, path).catch((cause: unknown) => {
    throw noSocket(folder, codeOf(cause));
  });
  await chmod(path, 0o600);
  return () =>
    new Promise((resolve) => {
      // A client that reads nothing, or a long verification, would keep the bot from ending.
      const late = setTimeout(() => server.closeAllConnections(), GRACE);
      server.close(() => {
        clearTimeout(late);
        resolve();
      });
    });
}

/** Asks a running bot for a round's files; `none` where no bot runs on the folder. Rejects where it could not do it. */
export async function askToExport(
  folder: string,
  round: string,
  wanted: readonly Format[],
): Promise<Exported | "none"> {
  const answer = await ask(folder, "/", { command: "export", round, wanted });
  if (answer === "none") return answer;
  const made = answered.parse(JSON.parse(answer.text));
  if ("problem" in made) return made;
  return {
    files: made.files.map(({ name, type, base64 }) => ({ name, type, bytes: Buffer.from(base64, "base64") })),
  };
}

/** Asks a running bot for an invitation; `none` where no bot runs on the folder. Rejects where it could not do it. */
export async function askToInvite(folder: string, unit: string, role: Role): Promise<OperatorInvite | "none"> {
  const answer = await ask(folder, "/invite", { unit, role });
  return answer === "none" ? answer : invited.parse(JSON.parse(answer.text));
}

/** Asks a running bot for an operation; its answer as it comes, or `none` where no bot runs on the folder. */
export async function askTo(
  folder: string,
  name: OperationName,
  args: object,
): Promise<AsyncIterable<Uint8Array> | "none"> {
  const answer = await answerOf(folder, `/${name}`, args);
  return answer === "none" ? answer : wholeOf(answer);
}

async function* wholeOf(answer: IncomingMessage): AsyncGenerator<Uint8Array> {
  try {
    for await (const part of answer) yield Buffer.from(part);
  } catch {
    throw brokenOff();
  }
}

function brokenOff(): StartError {
  return new StartError("bot-broke-off", toMend({ key: "operator-broke-off" }));
}

/** What keeps a command from asking the bot that runs on a folder. */
function unasked(folder: string, code: string): StartError {
  return code === "EACCES" || code === "EPERM"
    ? new StartError("not-allowed", toMend({ key: "operator-other-account", args: { folder } }))
    : new StartError("bot-not-reached", toMend({ key: "operator-not-reached", args: { folder, code } }));
}

async function ask(folder: string, path: string, body: object): Promise<{ readonly text: string } | "none"> {
  const answer = await answerOf(folder, path, body);
  return answer === "none" ? answer : { text: await textOf(answer) };
}

function answerOf(folder: string, path: string, body: object): Promise<IncomingMessage | "none"> {
  return new Promise((resolve, reject) => {
    const asking = request({ socketPath: controlSocketIn(folder), method: "POST", path }, (answer) => {
      if (answer.statusCode === 200) resolve(answer);
      else reject(new StartError("bot-failed", toMend({ key: "operator-not-done" })));
    });
    asking.on("error", ({ code = "" }: NodeJS.ErrnoException) => {
      if (code === "ENOENT" || code === "ECONNREFUSED") resolve("none");
      else reject(code === "ECONNRESET" ? brokenOff() : unasked(folder, code));
    });
    asking.end(JSON.stringify(body));
  });
}

function listening(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(path, () => resolve());
  });
}

async function textOf(from: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of from) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString("utf8");
}
