import { describe, expect, test } from "vitest";
import { cellAt } from "../../src/core/cells.ts";
import { flowFrom, type Talk, talk } from "./talk.ts";

const flow = flowFrom("test/flows/flood-stores.yaml");
const line = "编织袋12000条，抽水泵35台，冲锋舟6艘，救生衣800件，帐篷40顶";

const stands = (person: Talk) =>
  ["bags", "pumps", "boats", "vests", "tents"].map((column) => cellAt(person.report().cells, `stores.held.${column}`));

describe("a form of one row", () => {
  test.each([line, `防汛物资：${line}`, `本周${line}`])("takes its whole line as the first message: %s", (text) => {
    const person = talk(flow, "water");
    expect(person.say(text)).toContain("✓ 防汛物资 编织袋12,000");
    expect(stands(person)).toEqual([12000, 35, 6, 800, 40]);
  });

  test("says what is wrong with a first message of which nothing could be kept, and asks", () => {
    const person = talk(flow, "water");
    const reply = person.say("编织袋约12000条，抽水泵35台");
    expect(reply).toContain("请给准数");
    expect(reply).toContain("防汛物资 · 现有数量");
    expect(stands(person)).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });

  test.each(["抽水泵 5", "防汛物资 抽水泵 5", "抽水泵改为5台", "抽水泵=5"])(
    "is corrected without its name: 改 %s",
    (text) => {
      const person = talk(flow, "water");
      person.say(line);
      person.command("fix", text);
      expect(stands(person)).toEqual([12000, 5, 6, 800, 40]);
    },
  );

  test("shows what is to be corrected where only the column is named", () => {
    const person = talk(flow, "water");
    person.say(line);
    expect(person.command("fix", "抽水泵")).toContain("防汛物资 · 现有数量");
  });

  test("is mended in the review and after it was sent by naming the column", () => {
    const person = talk(flow, "water");
    person.say(line);
    expect(person.say("抽水泵 5")).toContain("✓ 防汛物资 抽水泵 35 → 5");
    person.press("报送");
    expect(person.say("帐篷 41")).toContain("已更正");
    expect(stands(person)).toEqual([12000, 5, 6, 800, 41]);
  });
});
