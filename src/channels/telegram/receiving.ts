import type { ChannelLog, Host } from "../channel.ts";
import type { Client } from "./client.ts";
import { comings } from "./comings.ts";
import { decode, type Me } from "./decode.ts";
import type { Keyboards } from "./keyboards.ts";
import type { Menus } from "./menus.ts";
import { outcomeOf } from "./outcome.ts";
import type { Take } from "./polling.ts";
import { updateSchema } from "./update.ts";

export type ReceivingParts = {
  readonly client: Client;
  readonly me: Me;
  readonly host: Host;
  readonly keyboards: Keyboards;
  readonly menus: Menus;
  readonly log: ChannelLog;
};

/**
 * Hands updates on: one after the other for a chat and person, chats side by side. The same update twice at once (a
 * webhook that is called again while the first call is still being dealt with) is one.
 */
export function receiving(parts: ReceivingParts): Take {
  const { client, me, host, keyboards, menus, log } = parts;
  const last = new Map<string, Promise<void>>();
  const underWay = new Map<number, Promise<void>>();
  const comes = comings();

  const handOn = async (inbound: NonNullable<ReturnType<typeof decode>>): Promise<void> => {
    const { chat, kind } = inbound;
    if (kind === "joined" && !comes(chat.id, inbound.at)) return;
    const { replied } = await host.receive(inbound);
    void replied.then(
      () => menus.refresh(chat.id),
      () => {},
    );
  };

  return (given) => {
    const read = updateSchema.safeParse(given);
    if (!read.success) {
      log.warn(
        { code: "telegram-update-unread", issues: read.error.issues.map(({ path }) => path.join(".")) },
        "an update of no known shape was left",
      );
      return Promise.resolve();
    }
    const { update_id: id, callback_query: press } = read.data;
    const same = underWay.get(id);
    if (same) return same;
    // The phone shows a waiting mark until it is answered; that it comes too late is nobody's loss.
    if (press) void outcomeOf(() => client.api.answerCallbackQuery(press.id));
    const inbound = decode(read.data, { me, now: host.now(), download: client.download });
    if (!inbound) return Promise.resolve();
    const { chat, from } = inbound;
    const { message } = read.data;
    if (message) keyboards.wrote(chat.id, String(message.message_id));
    const lane = `${chat.id}/${from.id}`;
    const work = (last.get(lane) ?? Promise.resolve()).then(() => handOn(inbound));
    const settled = work.catch(() => {});
    last.set(lane, settled);
    underWay.set(id, work);
    void settled.then(() => {
      underWay.delete(id);
      if (last.get(lane) === settled) last.delete(lane);
    });
    return work;
  };
}
