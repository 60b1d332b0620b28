import { expect, test } from "vitest";
import { realFlow, type Talk, talk } from "./talk.ts";

const flow = realFlow();
const due = Date.UTC(2020, 4, 21, 9, 0);

/** A whole narrative report, the review standing. */
function whole(): Talk {
  const person = talk(flow, "commerce");
  person.command("report");
  person.say("走访企业 12 家。");
  return person;
}

const action = (person: Talk, label: string) => person.buttons().find((each) => each.label === label)?.action ?? "";

test("to let a doubt stand keeps none that came up since it was shown", () => {
  const person = talk(flow, "market-regulation");
  person.command("report");
  person.say("口罩 质量违法 立案3 罚没1.5 处罚0 移送0 被查处0 出动24");
  const keep = action(person, "属实，保留");
  const { prompt } = person.person();
  person.say("口罩 质量违法 处罚5");
  person.remember(prompt);
  expect(person.forge(keep)).toContain("内容已有变化，请看最新的再确认");
  expect(person.report().kept).toEqual([]);
  expect(person.buttons().map(({ label }) => label)).toContain("属实，保留");
  person.press("属实，保留");
  expect(person.report().kept).toHaveLength(1);
});

test("to let a doubt stand, in words, keeps none that came up since it was shown", () => {
  const person = talk(flow, "market-regulation");
  person.command("report");
  person.say("口罩 质量违法 立案3 罚没1.5 处罚0 移送0 被查处0 出动24");
  const { prompt } = person.person();
  person.say("口罩 质量违法 处罚5");
  person.remember(prompt);
  expect(person.say("以前的案件")).toContain("内容已有变化");
  expect(person.report().kept).toEqual([]);
});

test("to send what was sent says so, and has nothing to confirm", () => {
  const person = whole();
  const send = action(person, "报送");
  person.press("报送");
  const answer = person.forge(send);
  expect(answer).toContain("本期已经报送\n已报送");
  expect(answer).not.toContain("请看最新的再确认");
});

test("to send leaves the question standing why the report is late", () => {
  const person = whole();
  person.set({ now: due + 3_600_000, sentAt: due + 3_600_000 });
  const send = action(person, "报送");
  person.press("报送");
  expect(person.forge(send)).toContain("为什么晚了");
  expect(person.say("忘了报")).toContain("已报送");
});

test("of a locked round offers no correction beside whom to ask for it", () => {
  const person = whole();
  person.press("报送");
  const now = due + 7_200_000;
  person.set({
    now,
    sentAt: now,
    round: { state: "frozen", lock: { at: due + 3_600_000, by: "c", reason: "已上报" } },
  });
  const answer = person.command("report");
  expect(answer).toContain("锁定（已上报）");
  expect(answer).not.toContain("报错了请写");
});
