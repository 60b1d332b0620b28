import type { Api } from "grammy";
import { MINUTE } from "../../core/time.ts";
import type { ChannelLog, Host, MenuLine } from "../channel.ts";
import { address } from "./decode.ts";
import { outcomeOf } from "./outcome.ts";
import { isGroup, type Pacer } from "./pace.ts";

/** The menu of commands beside the text field: what each chat may use, in its language. */
export type Menus = {
  /** Sets what holds where nothing is known of a chat. */
  setDefaults(): Promise<void>;
  /** Sets a chat's menu where it is not what was set before. Never rejects. */
  refresh(chat: string): Promise<void>;
};

type Scope = Parameters<Api["setMyCommands"]>[1];

/** Languages by Telegram's code; the empty one holds for all others. */
const languages = ["zh", "en"] as const;
const fallback = "zh";

/** Menus that the host words; what was set is remembered as long as the process lives. */
export function menusOf(api: Api, pace: Pacer, host: Host, log: ChannelLog): Menus {
  const set = new Map<string, string>();
  const put = async (lines: readonly MenuLine[], options: NonNullable<Scope>): Promise<boolean> => {
    const commands = lines.map(({ name, says }) => ({ command: name, description: [...says].slice(0, 256).join("") }));
    const turn = await pace.turn("menu", "tidying", MINUTE);
    if (turn.kind === "later") return false;
    const outcome = await outcomeOf(() => api.setMyCommands(commands, options));
    if (outcome.kind !== "done") log.debug({ code: "telegram-menu", outcome: outcome.kind }, "a menu was not set");
    return outcome.kind === "done";
  };
  return {
    setDefaults: async () => {
      if (!host.menuFor) return;
      for (const [of, type] of [
        ["strangers", "all_private_chats"],
        ["groups", "all_group_chats"],
      ] as const)
        for (const code of languages) {
          const lines = await host.menuFor({ of, language: code });
          await put(lines, { scope: { type }, language_code: code });
          if (code === fallback) await put(lines, { scope: { type } });
        }
    },
    refresh: async (chat) => {
      const lines = await host.menuFor?.({ chat: address(Number(chat)), group: isGroup(chat) }).catch(() => undefined);
      if (!lines || lines.length === 0) return;
      const now = JSON.stringify(lines);
      if (set.get(chat) === now) return;
      set.set(chat, now);
      if (!(await put(lines, { scope: { type: "chat", chat_id: Number(chat) } }))) set.delete(chat);
    },
  };
}
