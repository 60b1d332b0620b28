import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { readReport, readRound } from "../../../src/app/documents.ts";
import { cellAt } from "../../../src/core/cells.ts";
import { reportKey } from "../../../src/core/entry.ts";
import { askedOf } from "../../../src/core/flow/flow.ts";
import { openLowdb } from "../../../src/store/lowdb/index.ts";
import { flowFrom } from "../../interview/talk.ts";
import { play } from "../players.ts";
import { figuresOf, isReminder, isMarked as marked, wordsOf } from "../reporting.ts";
import { rosterOnTelegram } from "./bot.ts";
import { moveOf, phonesOn } from "./liaison.ts";
import { loopback } from "./loopback/server.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const flow = flowFrom("flows/epidemic-supplies-weekly.yaml");
const round = "2020-05-21";
/** How often the process is killed; each leaves at most one delivery to a chat in doubt. */
const KILLS = 2;
const children = new Set<ChildProcess>();
afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
});

/** The example roster's file with everybody's account written in. */
function rosterFile(account: (id: string) => number): string {
  const text = readFileSync(join(root, "data/example/roster.yaml"), "utf8");
  const at = (id: string) => `addresses: { telegram: "${account(id)}" }`;
  return text
    .replace(/(- id: ([\w-]+)\n(\s+)name:[^\n]+\n)(?=\s+role:)/g, (_, head, id, space) => `${head}${space}${at(id)}\n`)
    .replace(
      /(- id: ([\w-]+)\n(\s+)name:[^\n]+\n)(?=\s+leadership:)/g,
      (_, head, id, space) => `${head}${space}${at(id)}\n`,
    );
}

test("a whole round comes in and goes out through faults and two kills: nothing lost, nothing doubled unmarked", async () => {
  const folder = await mkdtemp(join(tmpdir(), "baosong-round-"));
  const { roster, account } = rosterOnTelegram();
  const file = join(folder, "roster.yaml");
  await writeFile(file, rosterFile(account));
  const platform = await loopback({ faults: { seed: 4, tooMany: 0.05, broken: 0.02, lost: 0.01 } });
  for (const { id } of roster.people) platform.memory.privateChat(account(id)).bot = "member";
  for (const { id } of roster.groups) platform.memory.group(account(id), "supergroup", id);
  let log = "";
  const start = (): ChildProcess => {
    const env = {
      PATH: process.env.PATH,
      BAOSONG_DATA: join(folder, "run"),
      BAOSONG_ROSTER: file,
      PORT: "0",
      LOG_LEVEL: "info",
      TELEGRAM_BOT_TOKEN: platform.token,
      TELEGRAM_API_ROOT: platform.root,
      CLOCK_START: "2020-05-19T09:00+08:00",
      CLOCK_SPEED: "3000",
    };
    const child = spawn(process.execPath, ["src/baosong.js", "start"], { cwd: root, env });
    children.add(child);
    child.stderr.on("data", (data) => {
      log += data;
    });
    return child;
  };
  const killed = async (child: ChildProcess): Promise<ChildProcess> => {
    const gone = new Promise((resolve) => child.on("exit", resolve));
    child.kill("SIGKILL");
    await gone;
    return start();
  };
  const when = (holds: () => boolean) =>
    new Promise<void>((resolve) => {
      const looking = setInterval(() => {
        if (!holds()) return;
        clearInterval(looking);
        resolve();
      }, 50);
    });

  let child = start();
  const sends = () => platform.calls.get("sendMessage") ?? 0;
  const liaisons = roster.people.filter(({ role }) => role === "liaison").map(({ id }) => account(id));
  const silent = liaisons.filter((_, index) => index % 10 === 9);
  const busy = liaisons.filter((person) => !silent.includes(person));
  await when(() => sends() > 40);
  child = await killed(child);
  const playing = play(phonesOn(platform), busy, { moveOf });
  await when(() => playing.receipts() > 15);
  child = await killed(child);
  await playing.done;
  const group = account("leadership");
  await when(() => platform.shown(group).some(({ kind }) => kind === "document"));
  const overdue = (person: number) => platform.shown(person).some(({ text }) => text.includes("您单位记为未报"));
  await when(() => silent.every(overdue));
  const ended = new Promise((resolve) => child.on("exit", resolve));
  child.kill("SIGTERM");
  await ended;
  await platform.stop();

  const again = log.split("\n").flatMap((line) => /"code":"sent-again","key":"([^"]+)"/.exec(line)?.[1] ?? []);
  const store = await openLowdb({ folder: join(folder, "run") });
  const posted = platform.shown(group).filter(({ text }) => text.includes("情况表 · 第1版"));
  const repeats = again.filter((key) => key === `post/${flow.id}/${round}/1`).length;
  // The first to arrive is marked only where an attempt before it was answered with 500, and may have arrived as well.
  expect(posted.length).toBeGreaterThan(0);
  expect(posted.slice(1).filter((message) => !marked(message))).toEqual([]);
  expect(posted.filter(marked).length).toBeLessThanOrEqual(repeats);
  const { counted } = await readRound(store, flow.id, round);
  for (const member of roster.people.filter(({ role }) => role === "liaison")) {
    const person = account(member.id);
    const report = await readReport(store, flow.id, round, member.unit);
    if (busy.includes(person)) {
      expect([member.id, report.status]).toEqual([member.id, "submitted"]);
      expect(counted?.[member.unit]).toBeGreaterThan(0);
      const { department = "" } = roster.units.find(({ id }) => id === member.unit) ?? {};
      const asked = askedOf(flow, department).filter(
        ({ row, group: { id } }) => row.id === "mask" && id === "screening",
      );
      expect(asked.map(({ id }) => cellAt(report.cells, id))).toEqual(asked.length > 0 ? figuresOf(person) : []);
      expect(report.told.work).toMatchObject({ text: wordsOf(person) });
    }
    // One for each rung; what is there beyond is marked, and each of those is in the log.
    const history = await store.history(reportKey(flow.id, round, member.unit));
    const rungs = new Set(history.flatMap(({ entry }) => (entry.kind === "sending" ? [entry.delivery] : [])));
    const nags = platform.shown(person).filter(isReminder);
    expect([member.id, nags.filter((message) => !marked(message)).length <= rungs.size]).toEqual([member.id, true]);
    expect(nags.filter(marked).length).toBeLessThanOrEqual(again.filter((key) => rungs.has(key)).length);
  }
  // A mark has its reason: an answer that got lost or was a 500, or a delivery that a kill found under way.
  for (const chat of [...liaisons, group]) {
    const doubts = platform.troubles.filter((each) => each.chat === chat && (each.code === 0 || each.code === 500));
    expect([chat, platform.shown(chat).filter(marked).length <= doubts.length + KILLS]).toEqual([chat, true]);
  }
  await store.close();
  await rm(folder, { recursive: true });
  for (const code of [429, 500, 0]) expect(platform.troubles.map((trouble) => trouble.code)).toContain(code);
}, 240_000);
