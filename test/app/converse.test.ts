import { afterEach, beforeEach, expect, test } from "vitest";
import { byId } from "../../src/core/cells.ts";
import { personKey, reportKey } from "../../src/core/entry.ts";
import type { Store } from "../../src/store/store.ts";
import { StoreFailure } from "../../src/store/store.ts";
import { type World, world } from "../world.ts";

const flow = "epidemic-supplies-weekly";
const liaison = "fuzhou-commerce-liaison";
const market = "fuzhou-market-liaison";
const report = reportKey(flow, "2020-05-21", "fuzhou-commerce");

let it: World;
beforeEach(async () => {
  it = await world();
});
afterEach(() => it.end());

test("whoever the roster does not know gets one sentence, and nothing is kept of it", async () => {
  expect(await it.say("nobody", "你好")).toContain("只对已登记的联络员开放");
  expect(await it.say("nobody", "/summary")).toContain("只对已登记的联络员开放");
  expect(await it.store.read(personKey("nobody"))).toBeUndefined();
});

test("a liaison is led from the opening to the receipt", async () => {
  expect(it.heard(liaison)[0]).toContain("第1期填报开始");
  expect(await it.press(liaison, "开始填报")).toContain("工作开展情况");
  expect(await it.say(liaison, "走访企业 12 家，协调原料 3 批")).toContain("核对 · 第1期");
  expect(await it.press(liaison, "报送")).toContain("已报送");
  const kept = await it.store.read(report);
  expect(kept?.kind === "report" && kept.doc.status).toBe("submitted");
});

test("the same message twice is answered twice and counts once", async () => {
  await it.say(liaison, "/report");
  const first = await it.say(liaison, "走访企业 12 家", { id: "twice" });
  const history = await it.store.history(report);
  const second = await it.say(liaison, "走访企业 12 家", { id: "twice" });
  expect(await it.store.history(report)).toHaveLength(history.length);
  expect(second).not.toBe("");
  expect(first).not.toBe("");
});

test("two messages at once from one person are taken in their order, each answered", async () => {
  await it.say(market, "/report");
  await it.say(market, "口罩");
  const [first, second] = await Promise.all([it.say(market, "12 2 1"), it.say(market, "8 10 1")]);
  const kept = await it.store.read(reportKey(flow, "2020-05-21", "fuzhou-market"));
  const cells = kept?.kind === "report" ? byId(kept.doc.cells) : {};
  expect(cells["mask.screening.screened"] ?? "not asked").toBe(12);
  expect(cells["mask.sampling.enterprises"]).toBe(8);
  expect(`${first}${second}`).not.toBe("");
});

test("an unknown command is answered with those that can be used", async () => {
  const reply = await it.say(liaison, "/nonsense 1 2");
  expect(reply).toContain("没有“/nonsense”这个命令");
  expect(reply).toContain("填报、零报告、核对");
});

test("a command of another role is refused with whose it is", async () => {
  const reply = await it.say(liaison, "催报");
  expect(reply).toContain("“催报”由协调员");
  expect(reply).toContain("您可以用：");
  expect(await it.say("leader-1", "填报")).toContain("“填报”由联络员");
});

test("a message of more than ten thousand characters is answered with a sentence and not kept", async () => {
  await it.say(liaison, "/report");
  const before = await it.store.history(report);
  expect(await it.say(liaison, "长".repeat(10_001))).toContain("10,001 字");
  expect(await it.store.history(report)).toHaveLength(before.length);
});

test("a group hears commands of those who may use them there, and nothing else", async () => {
  const group = { chat: "leadership" };
  expect(await it.say("leader-1", "大家好 12 2 1", group)).toBe("");
  expect(await it.say("leader-1", "/nonsense", group)).toBe("");
  expect(await it.say("nobody", "/status", group)).toBe("");
  expect(await it.say("leader-1", "/status", group)).toContain("第1期进度");
  expect(await it.say("fj-coordinator", "/help@baosong_bot", group)).toContain("可以这样用");
});

test("a language is chosen by the person and outlives a restart", async () => {
  expect(await it.say(liaison, "/language en")).toBe("English from here on");
  it = await it.restart();
  expect(await it.say(liaison, "/nonsense")).toContain("There is no command");
  expect(await it.say(liaison, "语言 中文")).toBe("好的，以后用中文");
});

test("a unit that no return asks is told so", async () => {
  await it.end();
  const { exampleRoster } = await import("../world.ts");
  const roster = exampleRoster();
  const people = roster.people.map((each) => (each.id === liaison ? { ...each, unit: "fuzhou" } : each));
  it = await world({ roster: { ...roster, people } });
  expect(await it.say(liaison, "/report")).toContain("没有任务");
});

test("what cannot be kept is said to be lost, and nothing escapes", async () => {
  await it.end();
  let broken: "refused" | "unknown" | undefined;
  const around = (store: Store): Store => ({
    ...store,
    read: (key) => store.read(key),
    history: (key) => store.history(key),
    figures: (...about) => store.figures(...about),
    since: (position) => store.since(position),
    keepFile: (bytes) => store.keepFile(bytes),
    readFile: (hash) => store.readFile(hash),
    close: () => store.close(),
    change: (...about) =>
      broken ? Promise.reject(new StoreFailure(broken, { key: "store-closed" })) : store.change(...about),
  });
  it = await world({ around });
  broken = "refused";
  expect(await it.say(liaison, "/report")).toContain("没有存下");
  broken = "unknown";
  expect(await it.say(liaison, "/report")).toContain("不知道存下了没有");
  broken = undefined;
  expect(await it.say(liaison, "/report")).toContain("工作开展情况");
  expect(it.log.join("\n")).not.toContain("福州");
  broken = "refused";
  await it.say(liaison, "走访企业 3 家", { id: "again" });
  broken = undefined;
  await it.say(liaison, "走访企业 3 家", { id: "again" });
  // A platform that tells repeats by their key would show the lament again in place of the answer.
  const keys = it.sent.filter(({ key }) => key.includes("/again/")).map(({ key }) => key);
  expect(new Set(keys).size).toBe(2);
});

test("a command in the middle is answered, and the open question asked again in the same message", async () => {
  await it.say("fuzhou-market-liaison", "/report");
  await it.say("fuzhou-market-liaison", "口罩");
  for (const command of ["帮助", "附件", "进度", "下载表样", "修改记录 口罩", "/nonsense"]) {
    const before = it.sent.length;
    expect(await it.say("fuzhou-market-liaison", command), command).toMatch(/口罩 · 生产企业排查[\s\S]*回三个数/);
    expect(it.sent.length - before).toBe(1);
  }
  expect(await it.say("fuzhou-market-liaison", "12 2 1")).toContain("✓ 口罩 排查12 不合格2 整改1");
});
