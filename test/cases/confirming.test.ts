import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type World, world } from "../world.ts";
import { shippedCaseFlows } from "./play.ts";

const liaison = "fuzhou-market-liaison";
let it: World;
afterEach(() => it.end());

/** Begins a case and answers up to where the whole of it is to be checked. */
async function entered(): Promise<string> {
  await it.say(liaison, "/problem new");
  await it.say(liaison, "某公司口罩不合格");
  return it.say(liaison, "监督抽查");
}

/** Begins an urgent matter and answers up to the tick that sends it. */
async function reported(): Promise<string> {
  await it.say(liaison, "重大事项");
  for (const words of ["仓库起火", "闽侯县荆溪镇", "口罩", "重大"]) await it.say(liaison, words);
  return it.say(liaison, "跳过");
}

describe("in Chinese", () => {
  beforeEach(async () => {
    it = await world({ caseFlows: shippedCaseFlows() });
    await it.bot.tick();
  });

  test.each(["提交", "报送", "上报", "确认", "提交。", "send"])(
    "%s sends the case that is to be checked, and leaves the report alone",
    async (word) => {
      await it.say(liaison, "口罩 排查12 不合格2 整改1");
      expect(await entered()).toContain("请核对，没有问题就提交");
      const said = await it.say(liaison, word);
      expect(said).toContain("✓ 问题台账第1号 登记");
      expect(said).not.toContain("周报");
      expect((await it.bot.desk.report("2020-05-21", "fuzhou-market"))?.status).toBe("draft");
    },
  );

  test.each(["提交", "上报", "确认", "已知悉，提交", "已知悉"])(
    "%s is the tick that sends an urgent matter",
    async (word) => {
      expect(await reported()).toContain("[已知悉，提交]");
      expect(await it.say(liaison, word)).toContain("✓ 重大事项第1号 上报");
    },
  );

  test("an urgent matter is shown whole before it goes; an answer is changed alone, or left as it was", async () => {
    const shown = await reported();
    for (const line of ["事项：仓库起火", "地点：闽侯县荆溪镇", "涉及产品：口罩", "严重程度：重大"])
      expect(shown).toContain(line);
    const leaders = it.heard("leadership").length;
    expect(await it.press(liaison, "改地点")).toContain("在哪里？");
    expect(await it.say(liaison, "连江县")).toContain("地点：连江县");
    await it.press(liaison, "改事项");
    expect(await it.press(liaison, "不改")).toContain("事项：仓库起火");
    await it.press(liaison, "改严重程度");
    const again = await it.say(liaison, "不改");
    expect(again).toContain("严重程度：重大");
    expect(again).toContain("[已知悉，提交]");
    expect(it.heard("leadership")).toHaveLength(leaders);
    await it.press(liaison, "已知悉，提交");
    await it.bot.tick();
    expect(it.heard("leadership").at(-1)).toContain("地点：连江县");
  });

  test.each(["改 地点", "改地点", "改：地点", "修改 地点"])(
    "%s, written, is the answer of the case to be changed",
    async (words) => {
      await it.say(liaison, "口罩 排查12 不合格2 整改1");
      await reported();
      expect(await it.say(liaison, words)).toContain("在哪里？");
      const shown = await it.say(liaison, "连江县");
      expect(shown).toContain("地点：连江县");
      expect(shown).toContain("[已知悉，提交]");
    },
  );

  test("an answer may be changed and written in one go; one that does not fit is asked for again", async () => {
    await reported();
    expect(await it.say(liaison, "改 地点 连江县")).toContain("地点：连江县");
    const refused = await it.say(liaison, "改 涉及产品：防护眼镜");
    for (const part of ["没看懂“防护眼镜”", "涉及哪类物资"]) expect(refused).toContain(part);
    expect(await it.say(liaison, "熔喷布")).toContain("涉及产品：熔喷布");
  });

  test("what names no answer of the case changes the report, also while the case stands", async () => {
    await it.say(liaison, "口罩 排查12 不合格2 整改1");
    await reported();
    await it.say(liaison, "改 口罩 排查 15");
    expect((await it.bot.desk.report("2020-05-21", "fuzhou-market"))?.cells["mask.screening.screened"]).toBe(15);
  });

  test("what is checked before it is sent is left as it was likewise", async () => {
    await entered();
    await it.press(liaison, "改来源");
    const shown = await it.press(liaison, "不改");
    expect(shown).toContain("来源：监督抽查");
    expect(shown).toContain("[提交]");
  });

  test("a move is confirmed likewise by somebody who has no report", async () => {
    await entered();
    await it.say(liaison, "提交");
    await it.say("fj-coordinator", "问题台账 1");
    await it.press("fj-coordinator", "交办");
    await it.say("fj-coordinator", "福州市监");
    expect(await it.say("fj-coordinator", "5月22日")).toContain("请核对，没有问题就提交");
    expect(await it.say("fj-coordinator", "提交")).toContain("✓ 问题台账第1号 交办");
  });

  test("the command with its slash, and the word where no confirmation stands, are about the report", async () => {
    await entered();
    expect(await it.say(liaison, "/submit")).toContain("还不能报送");
    await it.say(liaison, "重大事项");
    expect(await it.say(liaison, "提交")).toContain("还不能报送");
  });
});

describe("in English", () => {
  beforeEach(async () => {
    it = await world({ caseFlows: shippedCaseFlows(), language: "en" });
    await it.bot.tick();
  });

  test("what the button is called sends the case", async () => {
    expect(await entered()).toContain("[Send]");
    expect(await it.say(liaison, "Send")).toContain("✓");
    expect(await reported()).toContain("[They know; send]");
    expect(await it.say(liaison, "Change: Where")).toContain("Where? County");
    expect(await it.say(liaison, "Lianjiang")).toContain("Where：Lianjiang");
    expect(await it.say(liaison, "They know; send")).toContain("✓");
  });
});
