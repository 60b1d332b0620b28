import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { readReport, readRound } from "../../../src/app/documents.ts";
import { reportKey } from "../../../src/core/entry.ts";
import { askedOf } from "../../../src/core/flow/flow.ts";
import { parseAction } from "../../../src/core/interview/actions.ts";
import { openLowdb } from "../../../src/store/lowdb/index.ts";
import { flowFrom } from "../../interview/talk.ts";
import { rosterOnTelegram } from "./bot.ts";
import type { Shown } from "./loopback/chats.ts";
import { loopback } from "./loopback/server.ts";
import { type Move, play } from "./players.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const flow = flowFrom("flows/epidemic-supplies-weekly.yaml");
const round = "2020-05-21";
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

const marked = ({ text }: Shown) => text.startsWith("（重发");

/** What each person reports: figures of their own on the screens that they tick, and a line of their own. */
const figuresOf = (person: number, count = 3): readonly number[] => Array(count).fill((person % 40) + 10);
const wordsOf = (person: number) => `走访企业 ${person} 家`;

function moveOf(person: number, { buttons, text }: Shown): Move {
  const keys = buttons.flat().map(({ callback_data: data = "" }) => ({ data, action: parseAction(data) }));
  const button = (verb: string) => keys.find(({ action }) => action?.verb === verb);
  const press = (found: ReturnType<typeof button>): Move =>
    found?.action
      ? { kind: "press", question: `${found.action.verb} ${found.action.screen}`, action: found.data }
      : { kind: "wait" };
  if (text.includes("已报送")) return { kind: "done" };
  const tick = button("tick");
  const none = button("none");
  if (none?.action && tick?.action?.screen.includes(".")) return press(none);
  if (tick?.action) return { kind: "say", question: tick.action.screen, text: "口罩" };
  if (button("keep")) return press(button("keep"));
  const zeros = button("zeros");
  if (zeros?.action) {
    const count = ["一", "两", "三"].indexOf(/回(.)个数/.exec(text)?.[1] ?? "三") + 1;
    return { kind: "say", question: zeros.action.screen, text: figuresOf(person, count).join(" ") };
  }
  if (button("yes")) return press(button("yes"));
  if (/工作开展情况/.test(text)) return { kind: "say", question: "work", text: wordsOf(person) };
  return { kind: "wait" };
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
  const playing = play(platform, busy, moveOf);
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
  expect(posted.filter((message) => !marked(message))).toHaveLength(1);
  expect(posted.filter(marked).length).toBeLessThanOrEqual(
    again.filter((key) => key === `post/${flow.id}/${round}/1`).length,
  );
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
      expect(asked.map(({ id }) => report.cells[id])).toEqual(asked.length > 0 ? figuresOf(person) : []);
      expect(report.told.work).toMatchObject({ text: wordsOf(person) });
    }
    // One for each rung; what is there beyond is marked, and each of those is in the log.
    const history = await store.history(reportKey(flow.id, round, member.unit));
    const rungs = new Set(history.flatMap(({ entry }) => (entry.kind === "sending" ? [entry.delivery] : [])));
    const nags = platform
      .shown(person)
      .filter(({ text }) => /填报开始|截止）|您单位记为未报/.test(text.split("\n").slice(0, 2).join("")));
    expect([member.id, nags.filter((message) => !marked(message)).length <= rungs.size]).toEqual([member.id, true]);
    expect(nags.filter(marked).length).toBeLessThanOrEqual(again.filter((key) => rungs.has(key)).length);
  }
  await store.close();
  await rm(folder, { recursive: true });
  for (const code of [429, 500, 0]) expect(platform.troubles.map((trouble) => trouble.code)).toContain(code);
}, 240_000);
