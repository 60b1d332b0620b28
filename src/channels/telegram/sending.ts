import type { Arrived, Outbound, Sent } from "../../core/message.ts";
import { knownFiles } from "./files.ts";
import { planned } from "./planned.ts";
import { sendPart, type Ways } from "./send-part.ts";

/** Messages whose keys are remembered, so that one that was sent is not sent again. */
const REMEMBERED = 10_000;

/** Sends messages within Telegram's limits; one after the other for each chat, so that they stay in order. */
export function sending(given: Omit<Ways, "files">): (chat: string, message: Outbound) => Promise<Sent> {
  const ways: Ways = { ...given, files: knownFiles() };
  /** The parts that arrived of each message, by its chat and key: to somebody else it is another message. */
  const arrived = new Map<string, Arrived>();
  const underWay = new Map<string, Promise<Sent>>();
  const last = new Map<string, Promise<unknown>>();

  const send = async (chat: string, message: Outbound): Promise<Sent> => {
    const { key } = message;
    const mine = ownKey(chat, key);
    const plan = planned(message, arrived.get(mine) ?? message.arrived);
    let { ids } = plan;
    const of = plan.parts.length;
    // Whoever comes again need not repeat what stands there, also after a restart.
    const standing = () => (ids.length > 0 ? { arrived: { ids, of } } : {});
    for (const [index, part] of plan.parts.entries()) {
      if (index < ids.length) continue;
      const outcome = await sendPart(ways, chat, message, part, index);
      if (outcome.kind === "moved") {
        const parts = arrived.get(mine);
        if (parts) remember(arrived, ownKey(outcome.to, key), parts);
        return inTurn(outcome.to, message);
      }
      if (outcome.kind === "refused" && index > 0) {
        // The words have arrived: a file that Telegram will not have must not make them be sent again.
        ways.log.error({ code: "telegram-part-refused", key, why: outcome.why }, "a file of a message was refused");
        ids = [...ids, ""];
        continue;
      }
      switch (outcome.kind) {
        case "done":
          ids = [...ids, outcome.value];
          remember(arrived, mine, { ids, of });
          break;
        case "retry":
          return { kind: "retry", after: outcome.after, ...standing() };
        case "unknown":
          return { kind: "unknown", ...standing() };
        case "refused":
          return outcome;
      }
    }
    const [id] = ids;
    return id === undefined ? { kind: "refused", why: "empty" } : { kind: "sent", id };
  };

  const inTurn = (chat: string, message: Outbound): Promise<Sent> => {
    const own = ownKey(chat, message.key);
    const same = underWay.get(own);
    if (same) return same;
    const mine = (last.get(chat) ?? Promise.resolve()).then(() => send(chat, message));
    underWay.set(own, mine);
    last.set(
      chat,
      mine.catch(() => {}),
    );
    const over = () => {
      underWay.delete(own);
      if (underWay.size === 0) last.clear();
    };
    mine.then(over, over);
    return mine;
  };
  return inTurn;
}

const ownKey = (chat: string, key: string): string => `${chat}\n${key}`;

function remember(arrived: Map<string, Arrived>, key: string, parts: Arrived): void {
  const [oldest] = arrived.keys();
  if (arrived.size >= REMEMBERED && oldest !== undefined && !arrived.has(key)) arrived.delete(oldest);
  arrived.set(key, parts);
}
