import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { simulator } from "../../src/channels/simulator/index.ts";
import { type HttpServer, listen } from "../../src/http.ts";
import { type World, world } from "../world.ts";

const count = z.int().min(0);
const overview = z.strictObject({
  rounds: z.array(z.strictObject({ id: z.string(), label: z.string() })),
  round: z.string(),
  node: z.string(),
  heading: z.string(),
  sentences: z.array(z.string()),
  counts: z.strictObject({ of: count, onTime: count, late: count, draft: count }),
  tree: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      depth: count,
      of: count,
      reported: count,
      late: count,
      draft: count,
      standing: z.enum(["on-time", "late", "draft", "missing"]).optional(),
    }),
  ),
  tables: z.array(
    z.strictObject({
      caption: z.string(),
      head: z.array(z.string()),
      rows: z.array(
        z.strictObject({
          name: z.string(),
          cells: z.array(z.strictObject({ text: z.string(), why: z.string().optional() })),
        }),
      ),
    }),
  ),
  courses: z.array(
    z.strictObject({
      name: z.string(),
      unit: z.string(),
      points: z.array(
        z.strictObject({ round: z.string(), open: z.boolean(), text: z.string(), value: z.number().optional() }),
      ),
    }),
  ),
  deliveries: z.array(z.strictObject({ at: z.string(), what: z.string(), count })),
  undelivered: count,
});
const told = z.array(z.object({ kind: z.enum(["heading", "text"]), text: z.string() }));

let it: World;
let folder: string;
let server: HttpServer;

async function report(unit: string, line: string): Promise<void> {
  await it.say(`${unit}-liaison`, `${line}\n其余都是0\n工作情况：已检查。`);
  await it.say(`${unit}-liaison`, "提交");
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "baosong-desk-"));
  it = await world();
  await report("fuzhou-market", "口罩 排查12 不合格2 整改1 抽查企业8 批次10 不合格批次1");
  await it.say("xiamen-market-liaison", "口罩 排查98 不合格6 整改6");
  await it.at("2020-05-21T18:00+08:00");
  await report("putian-market", "口罩 排查30");
  await it.say("putian-market-liaison", "下面的数据到得晚");
  await it.at("2020-05-26T10:00+08:00");
  await report("fuzhou-market", "口罩 排查3");
  server = await listen({ host: "127.0.0.1", port: 0, routes: [simulator({ folder, desk: it.bot.desk }).routes] });
}, 120_000);

afterAll(async () => {
  await server.stop();
  await it.end();
  await rm(folder, { recursive: true, force: true });
});

async function get(path: string, query: Readonly<Record<string, string>> = {}) {
  const response = await fetch(`${server.url}${path}?${new URLSearchParams(query)}`);
  return { status: response.status, body: await response.json() };
}

const desk = async (query: Readonly<Record<string, string>> = {}) =>
  overview.parse((await get("/api/desk", query)).body);
const first = { round: "2020-05-21" };

test("the desk opens on the newest round, and shows any other at a glance", async () => {
  const newest = await desk();
  expect(newest.rounds.map(({ label }) => label)).toEqual(["第1期", "第2期"]);
  expect([newest.round, newest.counts]).toEqual(["2020-05-28", { of: 56, onTime: 1, late: 0, draft: 0 }]);
  const one = await desk(first);
  expect(one.counts).toEqual({ of: 56, onTime: 1, late: 1, draft: 1 });
  expect(one.heading).toContain("第1期汇总");
  expect(one.sentences.join("\n")).toContain("排查 42 家");
  expect((await get("/api/desk", { round: "2020-05-22" })).status).toBe(404);
});

test("the tree lists every branch before what lies in it, with how many reported", async () => {
  const { tree } = await desk(first);
  const at = (id: string) => tree.findIndex((node) => node.id === id);
  expect(tree[at("fuzhou")]).toMatchObject({ name: "福州", of: 5, reported: 1, late: 0, draft: 0 });
  expect(tree[at("putian")]).toMatchObject({ reported: 1, late: 1 });
  expect(tree[at("xiamen-market")]).toMatchObject({ standing: "draft", of: 1, draft: 1 });
  expect(at("fuzhou-market")).toBeGreaterThan(at("fuzhou"));
  expect(tree[at("fuzhou-market")]?.depth).toBe((tree[at("fuzhou")]?.depth ?? 0) + 1);
  const leaves = tree.filter(({ standing }) => standing !== undefined);
  expect(leaves).toHaveLength(56);
});

test("a branch has the desk for itself", async () => {
  const city = await desk({ ...first, node: "fuzhou" });
  expect(city.counts).toEqual({ of: 5, onTime: 1, late: 0, draft: 0 });
  expect(city.tables[0]?.rows[0]).toMatchObject({
    name: "口罩",
    cells: [{ text: "12" }, { text: "2" }, { text: "1" }],
  });
  expect(city.tree.length).toBe((await desk(first)).tree.length);
});

test("a figure of the table leads to the units and the messages behind it; a nought leads nowhere", async () => {
  const { tables } = await desk(first);
  const [screening] = tables;
  expect(screening?.head).toEqual(["项目", "排查", "不合格", "整改"]);
  const [masks, ventilators] = screening?.rows ?? [];
  expect(masks?.cells[0]?.text).toBe("42");
  expect(ventilators?.cells.every(({ why }) => why === undefined)).toBe(true);
  const words = masks?.cells[0]?.why ?? "";
  const { body } = await get("/api/desk/why", { words });
  const said = told.parse(body).map(({ text }) => text);
  expect(said[0]).toBe("口罩 · 生产企业排查 · 排查企业数量 = 42 · 第1期");
  expect(said.join("\n")).toMatch(/莆田市监 30 · 补报[\s\S]*福州市监 12/);
  expect(said.join("\n")).toContain("“口罩 排查12");
  const sum = screening?.rows.at(-1);
  expect([sum?.name, sum?.cells[0]?.text]).toEqual(["合计", "42"]);
  expect((await get("/api/desk/why", { words: "f.none.none.none" })).status).toBe(404);
});

test("every figure that says where it comes from is answered", async () => {
  const { tables } = await desk({ ...first, node: "fuzhou" });
  const all = tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap(({ why }) => why ?? [])));
  expect(all.length).toBeGreaterThan(5);
  for (const words of all) expect((await get("/api/desk/why", { words })).status, words).toBe(200);
});

test("the trend has a point for each round, the open one told apart", async () => {
  const { courses } = await desk();
  const screened = courses.find(({ name }) => name === "排查");
  expect(screened?.unit).toBe("家");
  expect(screened?.points).toEqual([
    { round: "第1期", open: false, text: "42", value: 42 },
    { round: "第2期", open: true, text: "3", value: 3 },
  ]);
});

test("the timeline says what was delivered and when, the newest first, reminders of a minute together", async () => {
  const { deliveries, undelivered } = await desk(first);
  expect(undelivered).toBe(0);
  expect(deliveries.map(({ at }) => at)).toEqual([...deliveries.map(({ at }) => at)].sort().reverse());
  const opening = deliveries.find(({ what }) => what === "开始填报通知");
  expect(opening).toMatchObject({ at: "2020-05-19T09:00:00+08:00" });
  expect(opening?.count).toBeGreaterThanOrEqual(56);
  const posted = deliveries.filter(({ what }) => what === "汇总表发到领导小组群");
  expect(posted.map(({ at }) => at.slice(0, 16))).toEqual(["2020-05-21T18:05", "2020-05-21T17:00"]);
});

test("the desk speaks the language that it is asked in", async () => {
  expect((await desk({ ...first, language: "en" })).tables[0]?.head).toEqual([
    "Item",
    "screened",
    "failed",
    "rectified",
  ]);
});
