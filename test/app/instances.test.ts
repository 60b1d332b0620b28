import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { openPostgres } from "../../src/store/postgres/index.ts";
import { survey } from "../../src/store/survey.ts";
import { type Cluster, programs, startCluster } from "../store/cluster.ts";
import { exampleRoster } from "../world.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const liaisons = exampleRoster()
  .people.filter(({ role }) => role === "liaison")
  .map(({ id }) => id);

/** Three processes are started by each test, and the machine may be busy. */
const PATIENCE = 240_000;

const shownMessages = z.array(z.object({ text: z.string() }));

describe.runIf(programs)("several instances on one database", () => {
  let cluster: Cluster;
  let folder: string;
  let url: string;
  let children: ChildProcess[];
  beforeAll(async () => {
    cluster = await startCluster(["fsync=off"]);
  });
  afterAll(() => cluster.stop());
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "baosong-instances-"));
    url = await cluster.database();
    children = [];
  });
  afterEach(async () => {
    for (const child of children) child.kill("SIGKILL");
    await rm(folder, { recursive: true, force: true });
  });

  /** Starts one; resolves with its address once it takes messages. */
  async function instance(env: Readonly<Record<string, string>> = {}): Promise<{ at: string; child: ChildProcess }> {
    const child = spawn(process.execPath, ["src/baosong.js", "start"], {
      cwd: root,
      env: {
        PATH: process.env.PATH,
        BAOSONG_DATA: join(folder, String(children.length)),
        DATABASE_URL: url,
        PORT: "0",
        CLOCK_SPEED: "0",
        LOG_LEVEL: "silent",
        ...env,
      },
    });
    children.push(child);
    let said = "";
    const at = await new Promise<string>((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr])
        stream?.on("data", (data) => {
          said += data;
          const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
          if (found) resolve(found);
        });
      child.on("exit", () => reject(new Error(said)));
    });
    return { at, child };
  }
  const say = async (at: string, person: string, text: string): Promise<string> => {
    const headers = { "content-type": "application/json" };
    const sent = await fetch(`${at}/api/people/${person}/say`, {
      method: "POST",
      headers,
      body: JSON.stringify({ text }),
    });
    if (sent.status !== 200) throw new Error(`${sent.status}`);
    return sent.text();
  };
  const messages = async (at: string, chat: string) => {
    const answer = await fetch(`${at}/api/chats/${chat}/messages`);
    return shownMessages.parse(await answer.json()).map(({ text }) => text);
  };
  const moveTo = (at: string, now: string) =>
    fetch(`${at}/api/clock`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ now }),
    });
  const until = async (holds: () => Promise<boolean>) => {
    while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 100));
  };
  const leadership = async (at: string) => {
    const chats = z
      .array(z.object({ id: z.string(), leadership: z.boolean() }))
      .parse(await (await fetch(`${at}/api/chats`)).json());
    return chats.find((chat) => chat.leadership)?.id ?? "";
  };

  test("a person goes on with one where another left off, and sees the clock and the round of all of them", {
    timeout: PATIENCE,
  }, async () => {
    const [one, two, three] = [await instance(), await instance(), await instance()];
    const person = liaisons[0] ?? "";
    await say(one.at, person, "填报");
    const asked = await say(two.at, person, "走访企业 12 家");
    expect(await say(three.at, person, "填报")).not.toBe(asked);
    await moveTo(two.at, "2020-05-28T10:00+08:00");
    for (const { at } of [one, three])
      await until(async () => (await (await fetch(`${at}/api/clock`)).text()).includes("2020-05-28T10:00"));
    // The second round: everybody reports into it, and what the first one was is behind it.
    for (const { at } of [one, two, three]) expect(await say(at, person, "进度")).toContain("第2期");
  });

  test("the deadline's posting is made once, by another where the one on duty was killed", {
    timeout: PATIENCE,
  }, async () => {
    const clock = { CLOCK_START: "2020-05-21T16:40+08:00", CLOCK_SPEED: "60" };
    const onDuty = await instance(clock);
    const others = [await instance(clock), await instance(clock)];
    const group = await leadership(onDuty.at);
    const before = await messages(onDuty.at, group);
    onDuty.child.kill("SIGKILL");
    const client = new pg.Client(url);
    await client.connect();
    const posted = async () => {
      const { rows } = await client.query(
        `select entry from entries where entry ->> 'kind' = 'sent' and entry ->> 'delivery' like 'post/%/1'`,
      );
      return rows.length;
    };
    await until(async () => (await posted()) > 0);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(await posted()).toBe(1);
    await client.end();
    const after = await Promise.all(others.map(({ at }) => messages(at, group)));
    // On a slow machine the first may have posted before it was killed: then nobody else does.
    expect([...before, ...after.flat()]).toHaveLength(1);
  });

  test("one is killed and the database crashes while everybody reports: each report is there once", {
    timeout: PATIENCE,
  }, async () => {
    const running = [await instance(), await instance(), await instance()];
    let turn = 0;
    /** Says it to one after the other until one has kept it, as a platform delivers again what was not taken. */
    const insist = async (person: string, text: string): Promise<void> => {
      for (;;) {
        turn += 1;
        const said = await say(running[turn % running.length]?.at ?? "", person, text).catch(() => "");
        if (said !== "" && !said.includes("出了点问题")) return;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    let done = 0;
    const report = async (person: string) => {
      await insist(person, "零报告");
      await insist(person, "是");
      done += 1;
    };
    const left = liaisons.values();
    const reporting = Array.from({ length: 6 }, async () => {
      for (const person of left) await report(person);
    });
    await until(async () => done > 10);
    running[0]?.child.kill("SIGKILL");
    await until(async () => done > 25);
    await cluster.restart("immediate");
    await Promise.all(reporting);
    const client = new pg.Client(url);
    await client.connect();
    const { rows } = await client.query(
      `select key from entries where entry ->> 'kind' = 'submitted' group by key having count(*) = 1`,
    );
    const submitted = await client.query(`select count(*)::int as count from documents where status = 'submitted'`);
    await client.end();
    expect(submitted.rows).toEqual([{ count: liaisons.length }]);
    expect(rows).toHaveLength(liaisons.length);
    const store = await openPostgres(url);
    expect((await survey(store.lines())).entries).toBeGreaterThan(2 * liaisons.length);
    await store.close();
  });
});
