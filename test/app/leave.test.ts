import { afterEach, beforeEach, expect, test } from "vitest";
import { personKey, reportKey } from "../../src/core/entry.ts";
import { exampleRoster, type World, world } from "../world.ts";

const liaison = "fuzhou-commerce-liaison";
const deputy = "fuzhou-commerce-deputy";

let it: World;
beforeEach(async () => {
  it = await world();
});
afterEach(() => it.end());

const reminders = (person: string) =>
  it.sent.filter(({ key, to }) => key.startsWith("remind/") && to.id === person).map(({ key }) => key.split("/")[4]);

test("on leave, the deputy is told, gets the reminders, and both names are on record", async () => {
  expect(await it.say(liaison, "请假 5月20日-22日")).toBe(
    "记下了：5月20日至5月22日请假，由福州市商务局B岗联络员填报，已告诉对方",
  );
  expect(it.heard(deputy)).toEqual([
    "福州市商务局联络员5月20日至5月22日请假，这几天由您填报，提醒也发给您\n[开始填报]",
  ]);
  await it.at("2020-05-25T09:00+08:00");
  expect(reminders(deputy)).toEqual(["1-before", "2-before", "3-overdue"]);
  expect(reminders(liaison)).toEqual(["0-opening", "0-opening"]);
  const entries = (await it.store.history(personKey(liaison))).map(({ entry }) => entry);
  expect(entries.find(({ kind }) => kind === "went-on-leave")).toMatchObject({
    by: liaison,
    leave: { standIn: deputy },
  });
});

test("a cancelled leave is over at once, and the deputy knows", async () => {
  await it.say(liaison, "请假 今天");
  expect(await it.say(liaison, "请假")).toContain("5月19日请假，由");
  expect(await it.press(liaison, "取消请假")).toContain("已取消请假");
  expect(it.heard(deputy).at(-1)).toContain("取消了5月19日的请假");
  expect(await it.say(liaison, "请假 取消")).toContain("没有在请假");
  await it.at("2020-05-20T17:00+08:00");
  expect(reminders(liaison)).toContain("1-before");
});

test("leave is not guessed at: no days, days that are over, and days that no calendar has", async () => {
  expect(await it.say(liaison, "请假")).toContain("请写日期");
  expect(await it.say(liaison, "请假 下个月")).toContain("没看懂");
  expect(await it.say(liaison, "请假 5月32日")).toContain("没看懂");
  expect(await it.say(liaison, "请假 5月10日-12日")).toContain("已经过去");
  expect(it.heard(deputy)).toEqual([]);
});

test("days of leave may be named by weekday, and stand in front of the word or right behind it", async () => {
  expect(await it.say(liaison, "请假到周五")).toContain("5月19日至5月22日请假");
  expect(await it.say(liaison, "周三请假")).toContain("5月20日请假");
  expect(await it.say(liaison, "请假3天")).toContain("5月19日至5月21日请假");
});

test("a second leave stands beside the first: neighbouring days are one, and reminders follow both", async () => {
  await it.say(liaison, "周三请假");
  expect(await it.say(liaison, "今天请假")).toBe(
    "记下了：5月19日请假，由福州市商务局B岗联络员填报，已告诉对方\n" +
      "5月19日至5月20日请假，由福州市商务局B岗联络员填报\n[取消请假]",
  );
  await it.at("2020-05-20T17:00+08:00");
  expect(reminders(deputy)).toEqual(["1-before"]);
  expect(reminders(liaison)).toEqual(["0-opening"]);
});

test("of several leaves each is shown and taken back by itself, and the deputy knows which", async () => {
  await it.say(liaison, "周三请假");
  await it.say(liaison, "请假 5月25日-27日");
  const both =
    "5月20日请假，由福州市商务局B岗联络员填报\n5月25日至5月27日请假，由福州市商务局B岗联络员填报\n" +
    "[取消5月20日] [取消5月25日至5月27日]";
  expect(await it.say(liaison, "请假")).toBe(both);
  expect(await it.say(liaison, "取消请假")).toBe(both);
  expect(await it.say(liaison, "取消请假 5月26日")).toBe(
    "已取消请假（5月26日），还由您填报\n5月20日请假，由福州市商务局B岗联络员填报\n" +
      "5月25日请假，由福州市商务局B岗联络员填报\n5月27日请假，由福州市商务局B岗联络员填报\n" +
      "[取消5月20日] [取消5月25日] [取消5月27日]",
  );
  expect(it.heard(deputy).at(-1)).toBe("福州市商务局联络员取消了5月26日的请假，填报仍由对方负责");
  expect(await it.press(liaison, "取消5月20日")).toContain("已取消请假（5月20日）");
  await it.at("2020-05-20T17:00+08:00");
  expect(reminders(liaison)).toContain("1-before");
  expect(await it.say(liaison, "取消全部请假")).toBe("已取消请假（5月25日、5月27日），还由您填报");
  expect(await it.say(liaison, "取消周三请假")).toContain("没有在请假");
});

test("where both are away, reminders still reach somebody", async () => {
  await it.say(liaison, "请假 5月20日-22日");
  expect(await it.say(deputy, "请假 5月21日")).toContain("没有别人可以填报");
  await it.at("2020-05-21T16:00+08:00");
  expect(reminders(liaison)).toContain("2-before");
});

test("where the platform refuses the liaison's reminder, the deputy gets it at once", async () => {
  it.answerWith((message) =>
    message.to.id === liaison ? { kind: "refused", why: "blocked" } : { kind: "sent", id: message.key },
  );
  await it.at("2020-05-20T17:00+08:00");
  expect(reminders(deputy)).toEqual(["1-before"]);
  const report = await it.store.read(reportKey("epidemic-supplies-weekly", "2020-05-21", "fuzhou-commerce"));
  const delivery = "remind/epidemic-supplies-weekly/2020-05-21/fuzhou-commerce/1-before";
  expect(report?.kind === "report" && report.doc.deliveries[delivery]?.state).toBe("sent");
});

test("a reminder is put off to a time that is offered, stays away till then, and moves nothing", async () => {
  await it.say(liaison, "/report");
  await it.at("2020-05-20T17:00+08:00");
  expect(await it.press(liaison, "稍后提醒")).toBe(
    "什么时候再提醒？也可以写时间，如：稍后提醒 18:00，或：明天再提醒\n" +
      "[1 小时后（5月20日 18:00）] [今晚（5月20日 20:00）] [明天上午（5月21日 09:00）]",
  );
  expect(await it.press(liaison, "明天上午")).toContain("5月21日 09:00 再提醒您");
  await it.at("2020-05-21T08:59+08:00");
  const before = it.heard(liaison).length;
  await it.at("2020-05-21T09:00+08:00");
  expect(it.heard(liaison).slice(before)[0]).toContain("截止");
  await it.say(liaison, "工作正常开展，无新增。");
  expect((await it.bot.desk.report("2020-05-21", "fuzhou-commerce"))?.narrative).not.toEqual({});
});

test("a time may be written, and one past the deadline or in quiet hours is asked again", async () => {
  await it.at("2020-05-20T17:00+08:00");
  expect(await it.say(liaison, "稍后提醒 22:00")).toContain("什么时候再提醒");
  expect(await it.say(liaison, "稍后提醒 明天18:00")).toContain("什么时候再提醒");
  expect(await it.say(liaison, "稍后提醒 明天10:30")).toContain("5月21日 10:30");
  await it.at("2020-05-21T16:00+08:00");
  expect(reminders(liaison)).toEqual(["0-opening", "1-before", "later-1590028200000", "2-before"]);
});

test("to be reminded on a day is to be reminded in its morning; one past the deadline is told so", async () => {
  expect(await it.say(liaison, "周四再提醒")).toContain("5月21日 09:00 再提醒您");
  expect(await it.say(liaison, "稍后提醒 周五")).toMatch(
    /^5月22日 09:00 已过截止时间（5月21日（周四）17:00），要在截止前提醒\n什么时候再提醒/,
  );
  expect(await it.say(liaison, "稍后提醒 以后")).toContain("没看懂“以后”\n什么时候再提醒");
  expect(await it.say(liaison, "稍后提醒 22:00")).toContain("5月19日 22:00 是不发提醒的时候");
});

test("in the last hour nothing is offered that the deadline would overtake", async () => {
  await it.at("2020-05-21T16:30+08:00");
  expect(await it.say(liaison, "稍后提醒")).toContain("没有更晚的时间");
});

test("a unit without a deputy keeps its reminders with the liaison", async () => {
  await it.end();
  const roster = exampleRoster();
  it = await world({ roster: { ...roster, people: roster.people.filter(({ id }) => id !== deputy) } });
  expect(await it.say(liaison, "请假 5月20日-22日")).toContain("没有别人可以填报");
  await it.at("2020-05-20T17:00+08:00");
  expect(reminders(liaison)).toContain("1-before");
});

test("what people of the leadership group tell each other about leave and reminders is not answered", async () => {
  for (const text of ["我明天请假", "周三请假", "3点提醒我", "明天下午提醒一下"])
    for (const person of ["fj-coordinator", "leader-1"])
      expect(await it.say(person, text, { chat: "leadership" })).toBe("");
});

test("whoever goes on leave is answered while the deputy's chat asks to wait, and the deputy is told when it may be", async () => {
  let waits = true;
  it.answerWith(({ to }) =>
    to.id === deputy && waits ? { kind: "retry", after: 500 } : { kind: "sent", id: `${to.id}-${it.sent.length}` },
  );
  expect(await it.say(liaison, "请假 5月20日-22日")).toContain("消息还没有送到");
  expect(await it.say(liaison, "请假 取消")).toContain("已取消请假");
  waits = false;
  await it.bot.stop();
  expect(it.heard(deputy).map((text) => /由您填报|取消了.*请假/.exec(text)?.[0])).toEqual([
    "由您填报",
    "取消了5月20日至5月22日的请假",
  ]);
});
