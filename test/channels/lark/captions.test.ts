import { expect, test } from "vitest";
import { larkBot, openIdOf } from "./bot.ts";

const liaison = openIdOf("fuzhou-market-liaison");
const photo = (last: number) => Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, last);

test("words written with pictures answer the screen, and all the pictures are evidence for its row", async () => {
  const it = await larkBot();
  const chat = it.platform.state.p2p(liaison).id;
  try {
    await it.say(liaison, "填报");
    await it.say(liaison, "口罩");
    await it.platform.sendsPost(liaison, "12 2 1", [photo(1), photo(2)]).taken;
    const said = () => it.platform.state.messages.filter((each) => each.chat === chat && each.from === "bot");
    while (!said().some(({ content }) => content.includes("共 2 件附件"))) await it.platform.next(chat);
    const evidence = said().filter(({ content }) => content.includes("附在口罩"));
    expect(evidence).toHaveLength(2);
    expect(evidence[0]?.content).toContain("✓ 口罩 排查12 不合格2 整改1");
  } finally {
    await it.end();
  }
});
