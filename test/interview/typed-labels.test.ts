import { expect, test } from "vitest";
import { cellAt } from "../../src/core/cells.ts";
import type { Report } from "../../src/core/report.ts";
import { realFlow, type Talk, talk } from "./talk.ts";

const flow = realFlow();
const afterwards = Date.UTC(2020, 4, 21, 9, 30);

/** A step of a conversation: words, a command with its slash, `!` for the deadline to pass. */
type Steps = readonly string[];
const whole = ["口罩 排查12 不合格2 整改1", "其余都是0", "走访企业3家，检查药店12家。"];
const doubted = "口罩 抽查企业38 批次30 不合格批次9";
const conversations: readonly Steps[] = [
  ["/report", "口罩", "12 2 1", doubted, "有几家企业没有样品", "质量违法", "3 1 1.5 0 1 24", "走访企业3家。"],
  [...whole, "报送", "/fix 口罩 排查 15", "/withdraw", "是"],
  [...whole, "报送", "!", "/fix 口罩 排查 16", "漏报了"],
  [...whole, "!", "报送"],
  ["/zero", "否"],
  ["!", "/zero", "是"],
  ["口罩 排查12 不合格2 整改3", "口罩 质量违法 立案3 处罚1 罚没345 移送公安0 被查处1 出动0", "/review"],
  ["防护服 排查0 不合格0 整改0", "物资\t排查\t不合格\t整改\n口罩\t12\t2\t1\n防护服\t3\t1\t0\n熔喷布\t2\t0\t0"],
  ["/report", "口照"],
  ["口罩 罚没2"],
  ["口罩 12 2 1 8 10 1"],
  ["口罩 排查12 不合格2 整改1", "工作情况：走访企业3家。", "工作情况：走访企业5家。"],
  ["按累计填", "口罩 排查12 不合格2 整改1"],
];

function talked(steps: Steps): Talk {
  const person = talk(flow, "market-regulation");
  for (const step of steps) {
    if (step === "!") person.set({ now: afterwards, sentAt: afterwards, round: { state: "frozen" } });
    else if (step.startsWith("/fix ")) person.command("fix", step.slice(5));
    else if (step === "/report" || step === "/zero" || step === "/review" || step === "/withdraw")
      person.command(commands[step]);
    else person.say(step);
  }
  return person;
}

const commands = { "/report": "report", "/zero": "zero", "/review": "review", "/withdraw": "withdraw" } as const;

/** What there is of a report for others to see. */
function seen({ status, cells, told, chosen, kept, submission, proposal, settled }: Report) {
  return { status, cells, told, chosen, kept, proposal, sent: submission?.number, correcting: settled !== undefined };
}

/** Every button that a conversation offers on its way, with the steps up to it; ticks are turned by a press and added by a word. */
function offered(): readonly { readonly steps: Steps; readonly label: string }[] {
  const found = new Map<string, { readonly steps: Steps; readonly label: string }>();
  for (const conversation of conversations)
    for (let taken = 1; taken <= conversation.length; taken += 1) {
      const steps = conversation.slice(0, taken);
      for (const { label, action } of talked(steps).buttons())
        if (!action.startsWith("cmd:") && !action.startsWith("t:")) found.set(`${action} ${label}`, { steps, label });
    }
  return [...found.values()];
}

test.each(offered())(
  "$label, typed where it is offered as a button, leaves the report as a press does",
  ({ steps, label }) => {
    const [pressing, typing] = [talked(steps), talked(steps)];
    pressing.press(label);
    typing.say(label);
    expect(seen(typing.report())).toEqual(seen(pressing.report()));
  },
);

test.each(["先不报", "先不报了", "不报了", "算了", "明天再报", "待会再报吧", "下午再报", "晚点再报"])(
  "%s, in place of why it is late, sends nothing",
  (words) => {
    const person = talked([...whole, "!", "报送"]);
    expect(person.say(words)).toContain("已填的都在");
    expect(person.report().status).toBe("draft");
  },
);

test.each(["太忙了", "出差了", "系统登不上", "今天核对数据", "上午统计数据", "周四整理材料", "晚点了"])(
  "%s is why it is late",
  (words) => {
    const person = talked([...whole, "!", "报送"]);
    expect(person.say(words)).toContain("已报送");
  },
);

test.each(["不改了", "算了，不改了", "那就不改了", "先不改"])(
  "%s, in place of why a figure is corrected, leaves it as it was",
  (words) => {
    const person = talked([...whole, "报送", "!", "/fix 口罩 排查 16"]);
    expect(person.say(words)).toContain("还是原来的数");
    expect(cellAt(person.report().cells, "mask.screening.screened")).toBe(12);
  },
);
