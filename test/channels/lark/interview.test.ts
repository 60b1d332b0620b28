import { expect, test } from "vitest";
import { type LarkBot, larkBot, openIdOf } from "./bot.ts";
import { readCard } from "./platform/view.ts";

const liaison = openIdOf("fuzhou-market-liaison");
const chat = (it: LarkBot) => it.platform.state.p2p(liaison).id;
const card = (it: LarkBot) => readCard(it.newest(chat(it)).content);

/** What goes into the official form in the end, whichever way it was given: everything that the review lists. */
async function byCards(it: LarkBot): Promise<void> {
  await it.say(liaison, "填报");
  const press = (label: string, form?: Record<string, string | readonly string[]>) => it.press(liaison, label, form);
  await press("选好了", { f0_chosen: ["mask"] });
  await press("填好了", { f0_screened: "12", f0_failed: "2", f0_rectified: "1" });
  await press("填好了", { f0_enterprises: "8", f0_batches: "10", f0_failed_batches: "1" });
  await press("选好了", { f0_chosen: ["quality"] });
  await press("填好了", {
    f0_filed: "3",
    f0_penalised: "2",
    f0_fines: "1.5",
    f0_to_police: "0",
    f0_entities: "3",
    f0_officers: "24",
  });
}

async function byTyping(it: LarkBot): Promise<void> {
  for (const words of ["填报", "口罩", "12 2 1", "8 10 1", "质量违法", "3 2 1.5 0 3 24"]) await it.say(liaison, words);
}

test("by cards and by typing, the same cells are set", async () => {
  const reviews: string[] = [];
  for (const go of [byCards, byTyping]) {
    const it = await larkBot();
    await go(it);
    reviews.push(await it.say(liaison, "核对"));
    expect([...it.platform.state.unknown]).toEqual([]);
    await it.end();
  }
  expect(reviews[0]).toContain("排查12 不合格2 整改1");
  expect(reviews[0]).toBe(reviews[1]);
}, 60_000);

test("a report that is answered by cards is one card from the first question on, and ends as a receipt", async () => {
  const it = await larkBot();
  await byCards(it);
  const id = it.newest(chat(it)).id;
  const before = it.platform.state.messages.length;
  await it.say(liaison, "检查企业8家");
  while (card(it).buttons.some(({ label }) => label === "跳过")) await it.press(liaison, "跳过");
  expect(card(it).tables[0]?.columns.map(({ display_name }) => display_name)).toEqual(["项目", "填报内容"]);
  await it.press(liaison, "报送");
  expect(card(it).text).toContain("已报送");
  expect(card(it).inputs).toEqual([]);
  // What was typed stands between: the question that followed it is a card of its own.
  expect(it.newest(chat(it)).id).not.toBe(id);
  expect(it.platform.state.messages.length - before).toBe(2);
  await it.end();
}, 60_000);
