import { channelContract } from "../../contracts/channel.ts";
import { seen } from "./platform/view.ts";
import { ana, group, larkWorld } from "./world.ts";

channelContract("lark", async (host) => {
  const { platform, channel, start, close } = await larkWorld({ host });
  await start();
  const chatOf = (chat: string) => (chat === group.id ? chat : platform.state.p2p(chat).id);
  const quoted = (answers: string | undefined) => (answers === undefined ? {} : { parent: answers });
  return {
    channel,
    person: ana.openId,
    group: group.id,
    // Lark raises no event when a message is edited.
    untold: ["amended"],
    close,
    does: async (what, chat) => {
      const where = chat === undefined ? {} : { chat, mention: true };
      switch (what.kind) {
        case "said": {
          const { id, taken } = platform.says(ana.openId, what.text, { ...where, ...quoted(what.answers) });
          await taken;
          return id;
        }
        case "pressed": {
          await platform.presses(ana.openId, what.on ?? "", what.action, prefixed(what.fields));
          return "";
        }
        case "sent-file": {
          const bytes = await what.bytes();
          const { id, taken } = what.caption
            ? platform.sendsPost(ana.openId, what.caption.text, [bytes])
            : platform.sendsFile(ana.openId, what.name, bytes);
          await taken;
          return id;
        }
        case "amended":
        case "joined":
        case "left":
        case "moved":
          throw new Error(`nobody can do that here: ${what.kind}`);
      }
    },
    sees: async (chat) =>
      platform.state.messages
        .filter((message) => message.from === "bot" && message.chat === chatOf(chat))
        .map((message) => seen(platform.state, message)),
  };
});

/** Fields by the names that they have in the first form of a card. */
function prefixed(fields: Readonly<Record<string, string>> = {}) {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [`f0_${name}`, value]));
}
