import { expect, test } from "vitest";
import { commands } from "../../src/app/commands/index.ts";
import { commandIn, parseButton, parseCommand, parseSpoken } from "../../src/app/commands/parse.ts";
import type { Inbound } from "../../src/core/message.ts";
import { languages } from "../../src/wording/wording.ts";
import { messageIds } from "../wording/message-ids.ts";

const read = (text: string) => {
  const parsed = parseSpoken(text);
  if (!parsed) return "no command";
  return parsed.kind === "known" ? `${parsed.command.name}(${parsed.args})` : `unknown ${parsed.name}`;
};

test.each([
  ["/report", "report()"],
  ["/report@baosong_bot", "report()"],
  ["/REPORT", "report()"],
  ["  填报  ", "report()"],
  ["/fix 口罩 立案 5", "fix(口罩 立案 5)"],
  ["改 口罩 立案 5", "fix(口罩 立案 5)"],
  ["报送", "submit()"],
  ["开始填报", "report()"],
  ["接着填", "report()"],
  ["Begin", "report()"],
  ["Send", "submit()"],
  ["help", "help()"],
  ["Status", "status()"],
  ["review", "review()"],
  ["summary", "summary()"],
  ["help me with masks", "no command"],
  ["leave", "no command"],
  ["later", "no command"],
  ["我的表", "form()"],
  ["修改", "review()"],
  ["改1", "fix(1)"],
  ["改 1", "fix(1)"],
  ["改：1", "fix(1)"],
  ["汇总 上期", "summary(上期)"],
  ["汇总", "summary()"],
  ["/start", "help()"],
  ["/start 7KQM-2XHD-9RTA", "join(7KQM-2XHD-9RTA)"],
  ["加入7KQM-2XHD-9RTA 张三", "join(7KQM-2XHD-9RTA 张三)"],
  ["加入工作专班", "no command"],
  ["加入：7KQM-2XHD-9RTA 张三", "join(7KQM-2XHD-9RTA 张三)"],
  ["线索移交 3", "clue(3)"],
  ["问题台账 第3号", "problem(第3号)"],
  ["/urgent 无", "urgent(无)"],
  ["／report", "report()"],
  ["请假3天", "leave(3天)"],
  ["请假到周五", "leave(到周五)"],
  ["周三请假", "leave(周三)"],
  ["我明天要请假两天", "leave(明天 两天)"],
  ["取消请假", "leave(取消)"],
  ["稍后提醒 周五", "later(周五)"],
  ["稍后提醒周五", "later(周五)"],
  ["周五再提醒", "later(周五)"],
  ["1小时后提醒我", "later(1小时后)"],
  ["改 工作情况 走访企业，协调原料。", "fix(工作情况 走访企业，协调原料。)"],
  ["／填报", "unknown ／填报"],
  ["/", "unknown /"],
  ["/nonsense", "unknown /nonsense"],
])("%j is read as %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  "填报完成了",
  "12 2 1",
  "改进措施已落实",
  "汇总全市情况如下",
  "请填报",
  "改\n口罩",
  `汇总 ${"长".repeat(200)}`,
  "是",
  "重大事项：无",
  "重大事项 无",
  "问题台账：本周新增3条",
  "线索移交 无",
  "附件：现场照片两张",
  "人员：到位",
  "锁定：已查封3家",
  "请假：2人",
  "请假2人",
  "2人请假",
  "本周企业请假停产3天",
  "已提醒企业整改",
  "提醒3家企业",
  "3天\n请假",
  `3天${" ".repeat(120)}请假`,
])("%j is no command", (text) => {
  expect(parseSpoken(text)).toBeUndefined();
});

const lead = ["我", "x", "请假", "提醒", "第", "开放补报 "];
const runs = [" ", "\u3000", "\n", "\t ", "1", "一", "，", "(", "提醒", "请假", "天 "];
test("however long a run of one character is, a text is read in one go over it", () => {
  // Where neighbouring parts of a pattern take the same characters, one of these alone takes minutes.
  for (const head of lead)
    for (const run of runs) {
      expect(parseSpoken(`${head}${run.repeat(9_000)}x`)?.kind ?? "none").toMatch(/^(?:none|known)$/);
      expect(parseSpoken(`/leave ${head}${run.repeat(9_000)}x`)?.kind).toBe("known");
    }
});

test.each(["我明天请假", "周三请假", "3点提醒我", "明天下午提醒一下"])(
  "%s is a command to the bot alone, and talk among people in a group unless the bot is addressed",
  (text) => {
    const from = { channel: "simulator", id: "somebody" };
    const said: Inbound = { kind: "said", id: "1", from, chat: from, sentAt: 0, at: 0, text };
    const inGroup = { ...said, chat: { channel: "simulator", id: "group" } };
    expect(commandIn(said)).toMatchObject({ kind: "known" });
    expect(commandIn(inGroup)).toBeUndefined();
    expect(commandIn({ ...inGroup, mentioned: true })).toMatchObject({ kind: "known" });
    expect(parseCommand(text)).toBeUndefined();
  },
);

test("a button gives a command with its arguments, any other button none", () => {
  expect(parseButton("cmd:summary:2")).toMatchObject({ kind: "known", args: "2" });
  expect(parseButton("cmd:")).toMatchObject({ kind: "unknown" });
  expect(parseButton("t:fy:2020-05-21:supplies:mask")).toBeUndefined();
});

test("no two commands share a name or a word, and each that is there has its line of help in every language", () => {
  expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length);
  expect(new Set(commands.map(({ word }) => word)).size).toBe(commands.length);
  for (const language of languages)
    expect(messageIds(language)).toEqual(expect.arrayContaining(commands.map(({ name }) => `help-${name}`)));
});
