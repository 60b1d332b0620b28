import { expect, test } from "vitest";
import { nothingFilled } from "../../src/core/cells.ts";
import { reminder } from "../../src/core/interview/notices.ts";
import type { Past } from "../../src/core/interview/situation.ts";
import { MINUTE } from "../../src/core/time.ts";
import { wordingOf } from "../../src/wording/wording.ts";
import { realFlow, shown, type Talk, talk } from "./talk.ts";

const flow = realFlow();

/** What a market regulator is reminded of as things stand. */
function reminded(person: Talk, language: "zh-CN" | "en" = "zh-CN", past: Past = []): readonly string[] {
  const unit = {
    id: "fuzhou-market",
    name: { "zh-CN": "福州" },
    short: { "zh-CN": "福州" },
    department: "market-regulation",
    reports: true,
  };
  const now = Date.UTC(2020, 4, 20, 9, 0);
  const { blocks } = reminder({
    flow,
    round: person.round(),
    report: person.report(),
    person: person.person(),
    past,
    member: { id: "liaison", name: "联络员", role: "liaison", unit: unit.id, addresses: {} },
    unit,
    now,
    sentAt: now,
  });
  return shown(wordingOf(language).blocks(blocks)).split("\n").slice(0, 2);
}

function begun(...texts: readonly string[]): Talk {
  const person = talk(flow, "market-regulation");
  person.command("report");
  for (const text of texts) person.say(text);
  return person;
}

test("a reminder names as many screens as it counts, those to be ticked among them", () => {
  expect(reminded(begun("口罩", "12 2 1", "8 10 1"))).toEqual([
    "至少还差 2 屏，约 1 分钟（5月21日（周四）17:00 截止）",
    "口罩 哪些类别有检查或案件？ · 工作情况",
  ]);
});

test("a reminder counts what it does not name", () => {
  expect(reminded(begun("口罩、呼吸机", "12 2 1"))[1]).toBe(
    "口罩 监督抽查 · 口罩 哪些类别有检查或案件？ · 呼吸机 生产企业排查 · 呼吸机 监督抽查 · 另 2 屏",
  );
  expect(reminded(begun("口罩、呼吸机", "12 2 1"), "en")[1]).toContain(" · and 2 more");
});

test("a reminder promises no less than is to come where all is ticked", () => {
  expect(reminded(begun("口罩", "12 2 1", "8 10 1", "都没有"))).toEqual([
    "还差 1 屏，约 1 分钟（5月21日（周四）17:00 截止）",
    "工作情况",
  ]);
});

test("a reminder of a report that nobody has begun promises no minute while nothing is ticked, and tells what the last one took", () => {
  const untouched = talk(flow, "market-regulation");
  expect(reminded(untouched)[0]).toBe("还没开始填（5月21日（周四）17:00 截止）");
  const last = { number: 1, cells: nothingFilled, zero: false, told: {}, pace: { answers: 40, took: 7.5 * MINUTE } };
  expect(reminded(untouched, "zh-CN", [last])[0]).toBe("还没开始填，上次用了约 8 分钟（5月21日（周四）17:00 截止）");
  expect(reminded(untouched, "en", [last])[0]).toContain("Not begun yet; the last one took about 8 min");
});
