import { afterEach, beforeEach, expect, test } from "vitest";
import { shareOf } from "../../src/core/directory.ts";
import { doorKey } from "../../src/core/entry.ts";
import { HOUR, MINUTE } from "../../src/core/time.ts";
import { exampleRoster, type World, type WorldOptions, world } from "../world.ts";
import { codeFor } from "./code-for.ts";

const post = "fuzhou-market-liaison";
const deputy = "fuzhou-market-deputy";
const keeper = "fj-coordinator";
let it: World;
beforeEach(async () => {
  it = await world();
});
afterEach(() => it.end());

async function instead(options: WorldOptions): Promise<void> {
  await it.end();
  it = await world(options);
}

test("whoever has a code joins with it as the person whom it was made for, also after a restart", async () => {
  const code = await codeFor(it, "福州市监");
  expect(await it.say("zhang", `加入 ${code} 张三 0591-87654321`)).toContain("已登记：福州市市场监督管理局联络员");
  it = await it.restart();
  expect(await it.say("zhang", "进度")).toContain("第1期");
  expect(await it.say(post, "进度")).toContain("只对已登记的联络员开放");
});

test.each([
  ["small letters and spaces", (code: string) => `/join ${code.toLowerCase().replaceAll("-", " ")}`],
  [
    "full width",
    (code: string) => `加入：${[...code].map((each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0)).join("")}`,
  ],
  ["nothing between word and code", (code: string) => `加入${code.replaceAll("-", "")}`],
])("a code is read however it is typed: %s", async (_how, typed) => {
  expect(await it.say("zhang", typed(await codeFor(it, post)))).toContain("已登记");
});

test("a code opens once: a second account learns nothing, the first is welcomed again", async () => {
  const code = await codeFor(it, post);
  const first = await it.say("zhang", `/join ${code}`);
  expect(await it.say("li", `/join ${code}`)).toContain("邀请码用不了");
  expect(await it.say("zhang", `/join ${code}`)).toBe(first);
});

test("two accounts with one code at the same moment: one of them is in", async () => {
  const code = await codeFor(it, post);
  const both = await Promise.all([it.say("zhang", `/join ${code}`), it.say("li", `/join ${code}`)]);
  expect(both.filter((said) => said.includes("已登记"))).toHaveLength(1);
  expect(both.filter((said) => said.includes("邀请码用不了"))).toHaveLength(1);
});

test("a newer invitation takes the place of the one before", async () => {
  const [first, second] = [await codeFor(it, post), await codeFor(it, post)];
  expect(await it.say("zhang", `/join ${first}`)).toContain("邀请码用不了");
  expect(await it.say("zhang", `/join ${second}`)).toContain("已登记");
});

test("what the coordinator asked for happens once, however often the platform delivers the message", async () => {
  const asked = { id: "again" };
  const said = await it.say(keeper, `邀请 ${post}`, asked);
  expect(await it.say(keeper, `邀请 ${post}`, asked)).toContain("已经给过");
  expect(await it.say("zhang", `/join ${/[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(said)?.[0]}`)).toContain("已登记");
  await it.say(keeper, `/people ended ${post}`, { id: "ended" });
  expect(await it.say("li", `/join ${await codeFor(it, post)}`)).toContain("已登记");
  await it.say(keeper, `/people ended ${post}`, { id: "ended" });
  expect(await it.say("li", "进度")).toContain("第1期");
  await it.say(keeper, "设为领导群", { chat: "canteen", id: "claim" });
  await it.say(keeper, "设为领导群", { chat: "hall" });
  await it.say(keeper, "设为领导群", { chat: "canteen", id: "claim" });
  expect(await it.say("leader-1", "进度", { chat: "hall" })).toContain("第1期进度");
});

test("an invitation is void once the roster gives the person another duty", async () => {
  const code = await codeFor(it, deputy);
  const roster = exampleRoster();
  const people = roster.people.map((each) => (each.id === deputy ? { ...each, role: "leader" as const } : each));
  it = await it.restart({ roster: { ...roster, people } });
  expect(await it.say("zhang", `/join ${code}`)).toContain("邀请码用不了");
});

test("an account is one person's: whoever joins as somebody else is no longer who they were", async () => {
  await it.say("zhang", `/join ${await codeFor(it, deputy)}`);
  await it.say("zhang", `/join ${await codeFor(it, "fuzhou-commerce-liaison")}`);
  expect(await it.say("zhang", "填报")).toContain("工作开展情况");
  expect(await it.say(keeper, "人员 福州市监")).toContain("B岗联络员：未登记");
});

test("wrong codes lock an account out for longer and longer, a right one then tells nothing either", async () => {
  for (let tries = 0; tries < 5; tries += 1) await it.say("mallory", `/join 2222-2222-222${tries + 2}`);
  const code = await codeFor(it, post);
  expect(await it.say("mallory", `/join ${code}`)).toContain("邀请码用不了");
  await it.bot.moveTo(it.bot.now() + 16 * MINUTE);
  await it.say("mallory", "/join 2222-2222-2228");
  await it.bot.moveTo(it.bot.now() + 16 * MINUTE);
  expect(await it.say("mallory", `/join ${code}`)).toContain("邀请码用不了");
  await it.bot.moveTo(it.bot.now() + HOUR);
  expect(await it.say("mallory", `/join ${code}`)).toContain("已登记");
});

test("a restart gives nobody new tries, the same message delivered again takes none, and no stranger is kept by name", async () => {
  const code = await codeFor(it, post);
  for (let tries = 0; tries < 4; tries += 1)
    for (let times = 0; times < 3; times += 1)
      await it.say("mallory", `/join 2222-2222-222${tries + 2}`, { id: `try-${tries}` });
  it = await it.restart();
  expect((await it.store.history(doorKey)).length).toBe(4);
  await it.say("mallory", "/join 2222-2222-2228");
  await it.bot.idle();
  expect(it.heard(keeper).filter((said) => said.includes("邀请码"))).toHaveLength(1);
  it = await it.restart();
  expect(await it.say("mallory", `/join ${code}`)).toContain("邀请码用不了");
  expect(JSON.stringify(await it.store.history(doorKey))).not.toContain("mallory");
  await it.bot.moveTo(it.bot.now() + 16 * MINUTE);
  expect(await it.say("mallory", `/join ${code}`)).toContain("已登记");
  // Those slips are forgotten with the right one.
  for (let tries = 0; tries < 4; tries += 1) await it.say("mallory", `/join 2222-2222-222${tries + 2}`);
  expect(await it.say("mallory", `/join ${await codeFor(it, "fuzhou-commerce-liaison")}`)).toContain("已登记");
});

test("many accounts with wrong codes shut the door for everybody for a while, and the coordinator hears of it once", async () => {
  const code = await codeFor(it, post);
  for (let index = 0; index < 105; index += 1) await it.say(`mallory-${index}`, "/join 2222-2222-2222");
  await it.bot.idle();
  expect(it.heard(keeper).filter((said) => said.includes("100 个错的邀请码"))).toHaveLength(1);
  await it.bot.moveTo(it.bot.now() + MINUTE);
  expect(await it.say("zhang", `/join ${code}`)).toContain("邀请码用不了");
  await it.bot.moveTo(it.bot.now() + HOUR);
  expect(await it.say("zhang", `/join ${code}`)).toContain("已登记");
});

test("whoever takes over confirms nothing that was put to the one before", async () => {
  expect(await it.say("fuzhou-commerce-liaison", "零报告")).toContain("是，报送");
  await it.say("zhang", `/join ${await codeFor(it, "fuzhou-commerce-liaison")} 张三 0591-87654321`);
  expect(await it.say("zhang", "是")).not.toContain("已报送");
  expect(await it.say("zhang", "进度")).not.toContain("已报送");
});

test("neither the code nor the name nor the telephone stands in the log or in an entry itself", async () => {
  const code = await codeFor(it, post);
  await it.say("zhang", `/join ${code} 张三丰 0591-87654321`);
  await it.say("li", `/join ${code} 李四 0591-1111111`);
  const kept = await it.store.history(shareOf(post));
  const bare = kept.map(({ entry: { aside: _beside, ...rest } }) => rest);
  expect(kept.some(({ entry }) => entry.aside?.name === "张三丰")).toBe(true);
  for (const word of ["张三丰", "87654321", code, code.replaceAll("-", "")]) {
    expect(JSON.stringify(bare)).not.toContain(word);
    expect(it.log.join("\n")).not.toContain(word);
  }
});

test("what is printed is the name of whoever held the post then: the report of before stays its sender's", async () => {
  const commerce = "fuzhou-commerce-liaison";
  await it.say("zhang", `/join ${await codeFor(it, commerce)} 张三 0591-87654321`);
  const before = it.bot.now();
  await it.bot.moveTo(before + HOUR);
  await it.say("li", `/join ${await codeFor(it, commerce)} 李四 0591-1111111`);
  const { contacts } = it.bot.house;
  expect(await contacts.of(commerce, before)).toMatchObject({ name: "张三", phone: "0591-87654321" });
  expect(await contacts.of(commerce, it.bot.now())).toMatchObject({ name: "李四" });
  await it.bot.moveTo(it.bot.now() + HOUR);
  await it.say("wang", `/join ${await codeFor(it, commerce)}`);
  expect(await contacts.of(commerce, it.bot.now())).not.toHaveProperty("name");
});

test("somebody whom the roster knows under another name is recognised, asked for once, and bound", async () => {
  const asked: string[] = [];
  const roster = exampleRoster();
  const people = roster.people.map((each) =>
    each.id === post ? { ...each, addresses: { simulator: "13800000000" } } : each,
  );
  const aliases = async ({ id }: { id: string }) => {
    asked.push(id);
    return id === "ou-1" ? ["13800000000", "zhang@example.cn"] : [];
  };
  await instead({ roster: { ...roster, people }, channel: { aliases } });
  expect(await it.say("ou-1", "进度")).toContain("第1期");
  expect(await it.say("ou-2", "进度")).toContain("只对已登记的联络员开放");
  await it.say("ou-2", "进度");
  it = await it.restart();
  expect(await it.say("ou-1", "进度")).toContain("第1期");
  expect(asked).toEqual(["ou-1", "ou-2"]);
  // Put out, they stay out, although the roster still knows them.
  await it.say(keeper, `/people ended ${post}`);
  expect(await it.say("ou-1", "进度")).toContain("只对已登记的联络员开放");
});

test("a channel that cannot say who somebody is keeps nobody waiting: they are a stranger until it can", async () => {
  let broken = true;
  const roster = exampleRoster();
  const people = roster.people.map((each) =>
    each.id === post ? { ...each, addresses: { simulator: "staff-7" } } : each,
  );
  const aliases = async () => {
    if (broken) throw new Error("99991672 no permission for 13800000000");
    return ["staff-7"];
  };
  await instead({ roster: { ...roster, people }, channel: { aliases } });
  expect(await it.say("ou-1", "进度")).toContain("只对已登记的联络员开放");
  expect(it.log.join("\n")).not.toContain("13800000000");
  broken = false;
  expect(await it.say("ou-1", "进度")).toContain("第1期");
});

test("the words to forward bear the link of a channel that has one", async () => {
  await instead({ channel: { inviteLink: (code) => `https://t.example/bot?start=${code}` } });
  expect(await it.say(keeper, `邀请 ${post}`)).toMatch(/https:\/\/t\.example\/bot\?start=[2-9A-Z]{4}-/);
});

test("a liaison who blocked the bot is not reminded, the deputy is; back again, the liaison is", async () => {
  await it.act(post, { kind: "left" });
  await it.at("2020-05-21T16:30+08:00");
  expect(it.heard(deputy).join("\n")).toContain("还没开始填");
  expect(it.heard(post).join("\n")).not.toContain("还没开始填");
  expect(it.heard(keeper).filter((said) => said.includes("停用了机器人"))).toHaveLength(1);
  await it.act(post, { kind: "joined" });
  await it.at("2020-05-21T18:00+08:00");
  expect(it.heard(post).join("\n")).toContain("记为未报");
});

test("the table goes to the group that was claimed, also after a restart", async () => {
  await it.say(keeper, "设为领导群", { chat: "canteen" });
  it = await it.restart();
  await it.at("2020-05-21T18:00+08:00");
  expect(it.heard("canteen").join("\n")).toContain("第1期情况表");
  expect(it.heard("leadership")).toEqual([]);
});
