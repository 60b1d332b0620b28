import { describe, expect, test } from "vitest";
import { cellAt } from "../../src/core/cells.ts";
import { realFlow, type Talk, talk } from "./talk.ts";

const flow = realFlow();

/** At the review with nothing open: fines stand in one class, or in two. */
function atReview(fines: "one" | "two" = "one"): Talk {
  const person = talk(flow, "market-regulation");
  const price = fines === "two" ? "\n口罩 价格违法 立案1 处罚1 罚没2 移送0 被查处1 出动4" : "";
  person.say(`口罩 排查12 不合格2 整改1\n口罩 质量违法 立案3 处罚3 罚没1.5 移送0 被查处3 出动9${price}\n其余都是0`);
  const answer = person.say("工作情况：走访企业3家，检查药店12家。");
  if (!answer.includes("核对 · 第1期")) throw new Error(`no review: ${answer}`);
  return person;
}

describe("words that send what a review shows", () => {
  test.each(["请报送", "提交吧", "没问题了，报吧", "就这样报", "可以报了", "确认，报送吧", "yes, send"])(
    "%s",
    (text) => {
      expect(atReview().say(text)).toContain("已报送  FY01");
    },
  );

  test.each(["先不报", "别报", "不要提交", "没问题吗", "明天报"])("%s sends nothing", (text) => {
    const person = atReview();
    person.say(text);
    expect(person.report().status).toBe("draft");
  });
});

describe("words that leave a review open", () => {
  test.each(["嗯嗯", "哦", "马上报", "报了"])("%s asks for the clear word, with the press", (text) => {
    const person = atReview();
    const answer = person.say(text);
    expect(answer).toContain("还没报送");
    expect(answer).toContain("“报送”");
    expect(person.buttons().map(({ label }) => label)).toEqual(["报送", "放一放"]);
    expect(person.report().status).toBe("draft");
    expect(person.say("是")).toContain("已报送");
  });

  test.each(["其它都没有了", "其余都没有了", "其他都没有"])("%s changes nothing, and says so", (text) => {
    const person = atReview();
    const before = person.report().cells;
    expect(person.say(text)).toContain("没有还空着的数，没有改动");
    expect(person.report().cells).toEqual(before);
  });

  test("明天再报 puts it off", () => {
    expect(atReview().say("明天再报")).toContain("已填的都在");
  });

  test("what is not understood is answered with the real names of a correction", () => {
    const answer = atReview().say("这个再看看呗");
    expect(answer).toContain("改 口罩 排查 5");
    expect(answer).not.toContain("改发：改 1");
  });
});

describe("a figure that is said to be wrong by its column alone", () => {
  test("is the one that stands there", () => {
    const person = atReview();
    expect(person.say("刚才那个罚没写错了，应该是1.8万")).toContain("罚没 1.5 → 1.8万元");
    expect(cellAt(person.report().cells, "mask.quality.fines")).toBe(1.8);
  });

  test("is asked for where it stands in several places, and the press keeps it", () => {
    const person = atReview("two");
    const answer = person.say("刚才那个罚没写错了，应该是1.8万");
    expect(answer).toContain("是哪里的数");
    person.press("口罩 价格违法");
    expect(cellAt(person.report().cells, "mask.price.fines")).toBe(1.8);
    expect(cellAt(person.report().cells, "mask.quality.fines")).toBe(1.5);
  });

  test("is told by its class where that is said", () => {
    const person = atReview("two");
    person.say("价格违法的罚没报错了，应为1.8万元");
    expect(cellAt(person.report().cells, "mask.price.fines")).toBe(1.8);
  });

  test("is asked again where the right one is not said", () => {
    expect(atReview().say("罚没写错了")).toContain("口罩 · 质量违法");
  });

  test("is answered with how to write it where it names no column, or no figure that could be meant", () => {
    for (const text of ["刚才那个写错了", "刚才那个写错了，应该是18"]) {
      const person = atReview();
      const before = person.report().cells;
      expect(person.say(text)).toContain("改 口罩 排查 5");
      expect(person.report().cells).toEqual(before);
    }
  });

  test.each(["排查不应该是15", "排查不应是15", "排查不是应该是15吗", "排查没写错", "不用改成15，排查没错"])(
    "is none where the words say the contrary, before it is sent and after: %s",
    (text) => {
      const person = atReview();
      for (const sent of [false, true]) {
        if (sent) person.press("报送");
        person.say(text);
        expect(cellAt(person.report().cells, "mask.screening.screened")).toBe(12);
        expect(person.person().prompt?.screen).not.toBe("mask.screening");
      }
    },
  );

  test("is said not to be kept where other words follow the right one", () => {
    const person = atReview();
    const answer = person.say("排查写错了，应该是15家，不是12");
    expect(answer).toContain("“15家”没有存：后面还有别的话。对的话请只写：排查 15家");
    expect(answer).toContain("口罩 · 生产企业排查");
    expect(person.say("排查 15家")).toContain("排查 12 → 15");
  });

  test("is understood at the next question as well", () => {
    const person = talk(flow, "market-regulation");
    person.say("口罩 质量违法 立案3 处罚3 罚没1.5 移送0 被查处3 出动9");
    person.command("report");
    expect(person.say("刚才那个罚没写错了，应该是1.8万")).toContain("罚没 1.5 → 1.8万元");
  });
});
