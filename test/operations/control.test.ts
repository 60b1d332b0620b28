import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { askToExport, askToInvite, serveControl } from "../../src/control.ts";
import { explained } from "../../src/failures.ts";
import { openLowdb } from "../../src/store/lowdb/index.ts";
import { wordingOf } from "../../src/wording/wording.ts";
import { type World, world } from "../world.ts";

let folder: string;
let it: World | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "baosong-control-"));
});
afterEach(async () => {
  await it?.end();
  it = undefined;
  await rm(folder, { recursive: true, force: true });
});

const chinese = wordingOf("zh-CN");
const english = wordingOf("en");
const failure = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (cause: unknown) => cause,
  );

/** Runs what another account would; whoever is no root is kept out of the socket by its rights alone. */
async function asAnother<T>(work: () => Promise<T>): Promise<T> {
  const own = process.geteuid?.();
  if (own === 0) process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    if (own === 0) process.seteuid?.(0);
  }
}

test("what a running bot could not do is told with a code, the cause and what to do, and logged by its kind", async () => {
  it = await world();
  const lines: Readonly<Record<string, unknown>>[] = [];
  const log = { ...it.bot.house.log, error: (about: Readonly<Record<string, unknown>>) => void lines.push(about) };
  const store = await openLowdb({ folder: join(folder, "store") });
  const broken = {
    ...it.bot.house,
    log,
    get people(): never {
      throw new RangeError("words of a person");
    },
  };
  const stop = await serveControl(folder, broken, store);
  const cause = await failure(askToInvite(folder, "fuzhou-market", "liaison"));
  expect(explained(cause, chinese)).toBe(
    "[bot-failed] 正在运行的机器人没有做成\n    -> 它的日志里有原因（control-failed）；没有只做了一半的事",
  );
  expect(lines).toEqual([{ code: "control-failed", cause: expect.stringMatching(/^RangeError at /) }]);
  await stop();
  await store.close();
});

test("the bot of another account is told as such, with whom to ask as", async () => {
  const socket = join(folder, "control.sock");
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  await chmod(folder, 0o755);
  await chmod(socket, 0);
  const cause = await asAnother(() => failure(askToExport(folder, "1", ["xlsx"])));
  expect(explained(cause, english)).toBe(
    `[not-allowed] ${folder} belongs to another account\n    -> run the command under the account that the bot runs under, as with sudo -u`,
  );
  await new Promise((resolve) => server.close(resolve));
});
