import { describe, expect, test } from "vitest";
import { realFlow, talk } from "./talk.ts";

const flow = realFlow();

describe("whoever says to be away", () => {
  test.each(["周四才回来", "这周休假", "我出差了", "我这几天不在", "本周外出", "on leave this week"])(
    "is told how to hand over, and it is no narrative: %s",
    (text) => {
      const person = talk(flow, "commerce");
      person.command("report");
      expect(person.say(text)).toContain("要请假，发“请假到周四”");
      expect(person.report().told).toEqual({});
      expect(person.person().prompt?.screen).toBe("work");
    },
  );

  test("is told so before anything is asked, and at the ticks", () => {
    const person = talk(flow, "market-regulation");
    expect(person.say("这周休假")).toContain("要请假，发“请假到周四”");
    person.command("report");
    expect(person.say("周四才回来")).toContain("要请假，发“请假到周四”");
  });

  test.each(["外出检查企业12家", "督促企业复工，3家已上班", "出差核查线索2条"])("is told from prose: %s", (text) => {
    const person = talk(flow, "commerce");
    person.command("report");
    person.say(text);
    expect(person.report().told.work).toEqual({ kind: "text", text });
  });

  test("may give it as the reason for being late", () => {
    const person = talk(flow, "commerce");
    person.command("report");
    person.say("走访企业12家");
    person.set({ now: Date.UTC(2020, 4, 21, 10), sentAt: Date.UTC(2020, 4, 21, 10) });
    person.press("报送");
    expect(person.say("出差了")).toContain("已报送");
  });
});
