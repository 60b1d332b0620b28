import { openPlatform } from "../channels/lark/platform/platform.ts";

/** The pretend platform in a process of its own, so that its work is not counted as the bot's. */
const [people = "0", speed = "1"] = process.argv.slice(2);
const platform = await openPlatform({
  people: Array.from({ length: Number(people) }, (_, index) => ({ openId: `ou_${index}`, name: `${index}` })),
  speed: Number(speed),
});
process.send?.({ url: platform.url, id: platform.app.id, secret: platform.app.secret });
process.on("message", () => {
  const sent = platform.state.messages.filter(({ from }) => from === "bot");
  process.send?.({ messages: sent.length, chats: new Set(sent.map(({ chat }) => chat)).size });
});
process.on("disconnect", () => process.exit());
