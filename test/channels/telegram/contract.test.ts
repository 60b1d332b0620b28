import { channelContract, type Seen } from "../../contracts/channel.ts";
import { started, wide } from "./channel.ts";
import type { Shown } from "./loopback/chats.ts";
import { loopback } from "./loopback/server.ts";

const person = 100_001;
const group = -1_001_000_000_001;

channelContract("telegram", async (host) => {
  const platform = await loopback({ limits: wide });
  const { stop, channel } = await started(platform, host);
  // Bots cannot write first: the person has opened the chat.
  platform.memory.privateChat(person).bot = "member";
  platform.memory.group(group, "supergroup", "G");
  const quoted = (answers: string | undefined) => (answers === undefined ? {} : { answers: Number(answers) });
  return {
    channel,
    person: String(person),
    group: String(group),
    cleans: (words) => platform.shows(words),
    close: async () => {
      await stop();
      await platform.stop();
    },
    does: async (what, chat) => {
      const where = chat === undefined ? {} : { chat: Number(chat) };
      const done = await (async () => {
        switch (what.kind) {
          case "said":
            return platform.says(person, what.text, { ...where, ...quoted(what.answers) });
          case "pressed":
            return platform.presses(person, Number(chat ?? person), Number(what.on), what.action);
          case "amended":
            return platform.edits(person, Number(what.of), what.text);
          case "sent-file":
            return platform.sends(person, "document", what.name, await what.bytes(), {
              caption: what.caption?.text ?? "",
            });
          case "joined":
            return platform.unblocks(person);
          case "left":
            return platform.blocks(person);
          case "moved":
            return platform.migrates(person, Number(chat), Number(what.to));
        }
      })();
      await done.confirmed;
      return what.kind === "amended" ? `e${done.update}` : done.id;
    },
    sees: async (chat) =>
      platform
        .shown(Number(chat))
        .filter(({ from }) => from === "bot")
        .map(seen),
  };
});

function seen({ id, text, entities, buttons, file, answers }: Shown): Seen {
  return {
    id: String(id),
    text,
    buttons: buttons.flat().map((button) => ({ label: button.text, action: button.callback_data ?? "" })),
    live: entities
      .filter(({ type }) => type !== "bold")
      .map(({ offset, length }) => text.slice(offset, offset + length)),
    files: file ? [{ name: file.name, bytes: file.bytes }] : [],
    ...(answers === undefined ? {} : { answers: String(answers) }),
  };
}
