import { afterEach, beforeEach, expect, test } from "vitest";
import { type World, world } from "../world.ts";

const coordinator = "fj-coordinator";
const liaison = "putian-market-liaison";
const flow = "epidemic-supplies-weekly";

let it: World;
beforeEach(async () => {
  it = await world();
});
afterEach(() => it.end());

const zero = async () => {
  await it.say(liaison, "零报告");
  return it.say(liaison, "是");
};

test("before any round has closed there is nothing to lock or send up", async () => {
  expect(await it.say(coordinator, "已上报")).toContain("还没有已截止的期次");
  expect(await it.say(coordinator, "锁定 数据已上报总局")).toContain("还没有已截止的期次");
});

test("sending up is noted once, and again only for a later version", async () => {
  await it.at("2020-05-21T17:20+08:00");
  expect(await it.press(coordinator, "已上报")).toContain("第1期已于 5月21日（周四）17:20 上报");
  await it.at("2020-05-21T17:30+08:00");
  expect(await it.say(coordinator, "已上报")).toContain("17:20 上报");
  await zero();
  await it.press(liaison, "数据到得晚");
  await it.at("2020-05-21T17:40+08:00");
  expect(it.heard(coordinator).at(-1)).toContain("上一版已于 5月21日（周四）17:20 上报，有更正，请另行补报");
  expect(await it.say(coordinator, "已上报")).toContain("17:40 上报");
});

test("a lock needs a reason, which everybody who tries is told with who can open it again", async () => {
  await it.at("2020-05-22T10:00+08:00");
  expect(await it.say(coordinator, "锁定")).toContain("要写原因");
  expect(await it.say(coordinator, "锁定 数据已上报总局")).toContain("锁定（数据已上报总局）");
  expect(await zero()).toContain(
    "第1期已由省市监于 5月22日（周五）10:00 锁定（数据已上报总局）。要补报，请联系福建省专项整治协调员开放。",
  );
  expect(await it.say(liaison, "口罩 排查12 不合格2 整改1")).toContain("锁定");
  const report = await it.bot.desk.report("2020-05-21", "putian-market");
  expect(report?.status).toBe("none");
});

test("the button below an older version says nothing of the newest one", async () => {
  await it.at("2020-05-21T17:20+08:00");
  const choices = it.sent.filter(({ to }) => to.id === coordinator).flatMap(({ blocks }) => blocks);
  const [first] = choices
    .flatMap((block) => (block.kind === "choices" ? block.choices : []))
    .filter(({ label }) => label === "已上报");
  await zero();
  await it.press(liaison, "数据到得晚");
  await it.at("2020-05-21T17:40+08:00");
  expect(await it.act(coordinator, { kind: "pressed", action: first?.action ?? "" })).toContain("最新是第2版");
  expect(await it.press(coordinator, "已上报")).toContain("17:40 上报");
});

test("once the table has gone up the lock knows its reason", async () => {
  await it.at("2020-05-21T17:20+08:00");
  await it.say(coordinator, "已上报");
  expect(await it.press(coordinator, "锁定本期")).toContain("锁定（数据已上报）");
  expect(await it.say(coordinator, "锁定")).toContain("（数据已上报）");
  // The fact is kept, and said to each in their own language.
  expect(it.bot.house.rounds.of(flow)[0]?.lock).not.toHaveProperty("reason");
  await it.say(coordinator, "语言 en");
  expect(await it.say(coordinator, "/lock")).toContain("the figures have gone up");
});

test("whoever sends the table up or locks it is told whose corrections still wait for a reason and are not in it", async () => {
  await it.say(liaison, "口罩 排查12 不合格2 整改1");
  await it.say(liaison, "其余都是0");
  await it.say(liaison, "已检查。");
  expect(await it.say(liaison, "报送")).toContain("已报送");
  await it.at("2020-05-21T17:20+08:00");
  expect(await it.say(liaison, "改 口罩 排查 14")).toContain("原因");
  expect(await it.say(coordinator, "已上报")).toContain("⚠ 莆田市监的更正还没说原因，没有算进表里");
  expect(await it.press(coordinator, "锁定本期")).toContain("⚠ 莆田市监的更正还没说原因，没有算进表里");
  await it.say(coordinator, "开放补报 莆田市监");
  // The message that tells of it asks: plain words answer.
  expect(it.heard(liaison).at(-1)).toMatch(/为您单位开放了第1期.*口罩 排查 12 → 14.*原因/s);
  expect(await it.say(liaison, "原来报错了")).toContain("已更正");
  expect(await it.say(coordinator, "已上报")).not.toContain("没说原因");
});

test("a round is named as everywhere: 第一期, 第1期, round 1, a day, by itself or with a reason behind", async () => {
  await it.at("2020-05-21T17:20+08:00");
  for (const name of ["第一期", "第1期", "1", "round 1", "5月21日", "2020-05-21", "本期", "第 1 期"])
    expect([name, await it.say(coordinator, `已上报 ${name}`)]).toEqual([name, expect.stringContaining("第1期已于")]);
  for (const [index, name] of [
    "第一期 ",
    "第一期，",
    "第1期",
    "1 ",
    "round 1 ",
    "5月21日 ",
    "5/21 ",
    "2020/5/21 ",
    "1期 ",
    "",
  ].entries()) {
    const reason = `原因${index}`;
    const said = await it.say(coordinator, `/lock ${name}${reason}`);
    expect(said).toContain(`第1期已于 5月21日（周四）17:20 锁定（${reason}）`);
  }
});

test("a round that there is not is not taken for the newest, nor its name for the reason", async () => {
  await it.at("2020-05-21T17:20+08:00");
  for (const words of ["已上报 第三期", "锁定 第三期 数据已上报", "锁定 第9期", "开放补报 福州商务 第三期"])
    expect([words, await it.say(coordinator, words)]).toEqual([words, expect.stringMatching(/^没有“第.期”/)]);
  expect(it.bot.house.rounds.of(flow)[0]?.lock).toBeUndefined();
  expect(it.bot.house.rounds.of(flow)[0]?.sentUp).toBeUndefined();
});

test.each([
  "9期",
  "9",
  "1-2期",
  "1-2",
  "第1期到第2期",
  "2020年第9期",
  "last",
  "上周",
  "2020/5/28",
  "5/28",
  "5月28日",
  "round 9",
])(
  "%s in front of a reason names a round in doubt: nothing is locked, and the rounds that closed are there to press",
  async (name) => {
    await it.at("2020-05-21T17:20+08:00");
    expect(await it.say(coordinator, `锁定 ${name} 已上报`)).toBe(
      `没有“${name}”这一期，或还没截止。是这几期里的哪一期？\n[第1期（5月21日（周四）17:00）]`,
    );
    expect(it.bot.house.rounds.of(flow)[0]?.lock).toBeUndefined();
    expect(await it.press(coordinator, "第1期")).toContain("锁定（已上报）");
  },
);

test("a reason that begins with figures of its own names no round", async () => {
  await it.at("2020-05-21T17:20+08:00");
  for (const reason of ["3家单位已核对", "18:00已上报", "上周数据已上报", "5月21日下午已上报", "一期工程完成"])
    expect(await it.say(coordinator, `锁定 ${reason}`)).toContain(`锁定（${reason}）`);
});

test("the round that is opened again may be named in words, before or behind the unit", async () => {
  await it.at("2020-05-22T10:00+08:00");
  for (const words of [
    "莆田市监 第一期",
    "第一期 莆田市监",
    "莆田市监 第1期 到18:00",
    "round 1 莆田市监",
    "莆田市监 1期",
    "莆田市监 1期 到18:00",
    "1期 莆田市监",
    "莆田市监第一期",
    "莆田市监1期到18:00",
    "莆田市监 2020-05-21",
  ])
    expect([words, await it.say(coordinator, `开放补报 ${words}`)]).toEqual([
      words,
      expect.stringContaining("第1期已为"),
    ]);
});

test("a day behind the unit that is opened is until when, unless it is the day of a round", async () => {
  await it.at("2020-05-22T10:00+08:00");
  for (const until of ["5/22 18:00", "到5月22日18:00", "2020-05-22 18:00"])
    expect([until, await it.say(coordinator, `开放补报 莆田市监 ${until}`)]).toEqual([
      until,
      expect.stringContaining("5月22日（周五）18:00 前可报"),
    ]);
  expect(await it.say(coordinator, "开放补报 莆田市监 1-2期")).toContain("没有“1-2期”这一期");
});

test("a reason that the coordinator writes takes the place of the usual one, and is what units read", async () => {
  await it.at("2020-05-21T17:20+08:00");
  await it.say(coordinator, "已上报");
  await it.press(coordinator, "锁定本期");
  expect(await it.say(coordinator, "锁定 已上报省政府")).toContain("锁定（已上报省政府）");
  expect(await zero()).toContain("锁定（已上报省政府）");
});

test("that the table went up is noted while reports wait to be posted, and says that it lacks them", async () => {
  await it.at("2020-05-21T17:20+08:00");
  await zero();
  await it.press(liaison, "数据到得晚");
  const noted = await it.say(coordinator, "已上报");
  expect(noted).toContain("第1期已于 5月21日（周四）17:20 上报");
  expect(noted).toContain("莆田市监的更正或补报还没发出，上报的表里没有");
  await it.at("2020-05-21T17:40+08:00");
  expect(it.heard(coordinator).at(-1)).toContain("请另行补报");
  expect(await it.say(coordinator, "已上报")).not.toContain("还没发出");
});

test("what waited to be posted when the round is locked is posted at once, and nobody is nagged any more", async () => {
  await it.at("2020-05-21T17:20+08:00");
  await zero();
  await it.press(liaison, "数据到得晚");
  await it.say(coordinator, "锁定 数据已上报总局");
  const before = it.sent.length;
  // Nothing but the lock itself brings it about: no minute passes.
  await expect.poll(() => it.heard("leadership").at(-1)).toContain("第2版");
  await it.at("2020-05-25T08:59+08:00");
  expect(it.sent.slice(before).filter(({ key }) => key.startsWith("remind/"))).toEqual([]);
});

test("a reopened unit is told, reports into the old round beside the new one, and is shut out again after", async () => {
  await it.at("2020-05-22T10:00+08:00");
  await it.say(coordinator, "锁定 数据已上报总局");
  await it.at("2020-05-25T10:00+08:00");
  expect(await it.say(coordinator, "开放补报 莆田市监 到18:00")).toContain(
    "第1期已为莆田市市场监督管理局开放，5月25日（周一）18:00 前可报，已告诉莆田市市场监督管理局联络员",
  );
  expect(it.heard(liaison).at(-1)).toContain("福建省专项整治协调员为您单位开放了第1期");
  await it.press(liaison, "去补报");
  expect(await zero()).toContain("为什么晚了");
  expect(await it.say(liaison, "上周人手不够")).toContain("FY01-莆田市监-01");
  expect((await it.bot.desk.report("2020-05-28", "putian-market"))?.status).toBe("none");
  await it.at("2020-05-25T10:05+08:00");
  expect(it.heard("leadership").at(-1)).toContain("补报：莆田市市场监督管理局（5月25日 10:00，上周人手不够）");
  await it.at("2020-05-25T18:01+08:00");
  expect(await it.say(liaison, "填报")).toContain("第2期");
  expect(it.bot.house.rounds.of(flow)[0]?.revisions).toHaveLength(1);
});

test("a city coordinator opens the own city's units alone, and is asked which where several fit", async () => {
  await it.at("2020-05-22T10:00+08:00");
  expect(await it.say("fuzhou-coordinator", "开放补报 厦门市监")).toContain("没找到单位");
  expect(await it.say("fuzhou-coordinator", "开放补报 福州")).toContain("是哪个单位");
  expect(await it.say("fuzhou-coordinator", "开放补报 福州商务 到昨天")).toContain("请写到什么时候");
  expect(await it.say("fuzhou-coordinator", "开放补报 福州商务")).toContain("5月23日（周六）10:00 前可报");
});

test("whoever opens a round is answered while the liaison's chat asks to wait, and the liaison is told when it may be", async () => {
  await it.at("2020-05-22T10:00+08:00");
  let waits = true;
  it.answerWith(({ to }) =>
    to.id === liaison && waits ? { kind: "retry", after: 500 } : { kind: "sent", id: `${to.id}-${it.sent.length}` },
  );
  const turn = it.bot.receive({
    ...{ id: "open", kind: "said", text: "开放补报 莆田市监 到18:00", at: it.bot.now(), sentAt: it.bot.now() },
    from: { channel: "simulator", id: coordinator },
    chat: { channel: "simulator", id: coordinator },
  });
  await (await turn).replied;
  expect(it.heard(coordinator).at(-1)).toContain("消息还没有送到");
  waits = false;
  await it.bot.stop();
  expect(it.heard(liaison).at(-1)).toContain("为您单位开放了第1期");
  // Told once, and nobody in the liaison's place.
  expect(it.heard("putian-market-deputy").filter((text) => text.includes("开放了"))).toEqual([]);
});
