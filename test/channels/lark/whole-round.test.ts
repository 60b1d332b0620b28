import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { quantile } from "../../bench/figure.ts";
import { realFlow } from "../../interview/talk.ts";
import { exampleRoster } from "../../world.ts";
import { onLark, openIdOf } from "./bot.ts";
import { play } from "./liaison.ts";
import { chances, noFaults, seededFaults } from "./platform/faults.ts";
import { openPlatform, type Platform } from "./platform/platform.ts";
import { readCard } from "./platform/view.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const leaders = { id: "oc_leaders", kind: "group", people: [openIdOf("leader-1")], bot: true } as const;
const reportSchema = z.object({ status: z.string(), cells: z.record(z.string(), z.union([z.number(), z.string()])) });
const SEED = 20200519;

let folder: string;
let platform: Platform;
let child: ChildProcess | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "baosong-round-"));
});
afterEach(async () => {
  child?.kill("SIGKILL");
  await platform.close();
  await rm(folder, { recursive: true, force: true });
});

/** The example roster with everybody's open_id and the group's chat_id. */
async function rosterFile(): Promise<string> {
  const file = parse(await readFile(join(root, "data/example/roster.yaml"), "utf8"));
  const addressed = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(addressed);
    if (typeof node !== "object" || node === null) return node;
    const within = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, addressed(value)]));
    if ("role" in node && "id" in node) return { ...within, addresses: { lark: openIdOf(String(node.id)) } };
    return "leadership" in node ? { ...within, addresses: { lark: leaders.id } } : within;
  };
  const path = join(folder, "roster.yaml");
  await writeFile(path, JSON.stringify(addressed(file)));
  return path;
}

/** Starts the real process; resolves to where its page is, once it takes messages. */
async function startBot(roster: string): Promise<string> {
  const started = spawn(process.execPath, ["src/baosong.js", "start"], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      BAOSONG_DATA: join(folder, "data"),
      BAOSONG_ROSTER: roster,
      PORT: "0",
      SIMULATOR: "on",
      CLOCK_START: "2020-05-19T09:00+08:00",
      CLOCK_SPEED: "0",
      LOG_LEVEL: "error",
      LARK_APP_ID: platform.app.id,
      LARK_APP_SECRET: platform.app.secret,
      LARK_DOMAIN: platform.url,
    },
  });
  child = started;
  let out = "";
  return new Promise((resolve, reject) => {
    for (const stream of [started.stdout, started.stderr])
      stream.on("data", (data) => {
        out += data;
        const found = /open (http:\/\/127\.0\.0\.1:\d+)/.exec(out)?.[1];
        if (found) resolve(found);
      });
    started.on("exit", () => reject(new Error(out)));
  });
}

test("a round of the example roster comes in whole and once, whatever goes wrong on the way", async () => {
  const { people, roster } = onLark(exampleRoster());
  platform = await openPlatform({ people, groups: [leaders], impatience: 300 });
  const file = await rosterFile();
  await startBot(file);
  platform.fail(seededFaults(SEED, 0.03));
  const flow = realFlow();
  const silent = new Set(["fuzhou-commerce", "xiamen-commerce"]);
  const units = roster.units.filter((unit) => unit.reports && !silent.has(unit.id));
  let steps = 0;
  let killed = 0;
  let restarting: Promise<unknown> = Promise.resolve();
  const stepped = () => {
    steps += 1;
    if (steps !== 120 && steps !== 240) return;
    killed += 1;
    child?.removeAllListeners("exit");
    child?.kill("SIGKILL");
    restarting = startBot(file);
  };
  const played = await Promise.all(
    units.map(async (unit, index) => {
      const liaison = roster.people.find((each) => each.unit === unit.id && each.role === "liaison");
      const chance = chances(SEED + index);
      const as = {
        openId: openIdOf(liaison?.id ?? ""),
        department: unit.department ?? "",
        types: index % 3 === 0,
        chance,
      };
      return { unit, ...(await play(platform, flow, as, stepped)) };
    }),
  );
  await restarting;
  platform.fail(noFaults);
  expect(killed).toBe(2);

  // A last restart: what is read now is what lies on disk.
  child?.removeAllListeners("exit");
  child?.kill("SIGKILL");
  const url = await startBot(file);
  for (const { unit, given } of played) {
    const report = reportSchema.parse(await (await fetch(`${url}/api/reports/2020-05-21/${unit.id}`)).json());
    expect([unit.id, report.status]).toEqual([unit.id, "submitted"]);
    expect(report.cells).toMatchObject(given);
  }
  const moved = await fetch(`${url}/api/clock`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ now: "2020-05-21T17:00+08:00" }),
  });
  expect(moved.status).toBe(200);

  const bots = platform.state.messages.filter(({ from }) => from === "bot");
  const chatOf = (id: string) => platform.state.p2p(openIdOf(id)).id;
  const opened = (chat: string) =>
    bots.filter((message) => message.chat === chat && message.content.includes("第1期填报开始"));
  for (const { unit } of played) {
    const liaison = roster.people.find((each) => each.unit === unit.id && each.role === "liaison");
    const chat = chatOf(liaison?.id ?? "");
    const receipts = bots.filter(
      ({ chat: at, type, content }) =>
        at === chat && type === "interactive" && readCard(content).text.includes("已报送"),
    );
    expect([unit.id, receipts.length, opened(chat).length <= 1]).toEqual([unit.id, 1, true]);
  }
  const postings = bots.filter(({ chat, content }) => chat === leaders.id && content.includes("第1版"));
  expect(postings).toHaveLength(1);
  expect(postings[0]?.content).toContain(`${played.length}/${played.length + silent.size}`);
  expect(bots.filter(({ chat, type }) => chat === leaders.id && type === "file")).toHaveLength(1);
  expect(platform.late()).toBe(0);
  expect([...platform.state.unknown]).toEqual([]);
  const took = platform.callbacks;
  console.info(
    `${played.length} reports in ${steps} steps; ${took.length} presses: p50 ${Math.round(quantile(took, 0.5))} ms, p99 ${Math.round(quantile(took, 0.99))} ms`,
  );
}, 300_000);
