import type { z } from "zod";
import type { Inbound } from "../../core/message.ts";
import type { ChannelLog, Host } from "../channel.ts";
import { type Around, decodeAction, decodeEntered, decodeMembership, decodeMenu, decodeMessage } from "./decode.ts";
import { actionSchema, botInGroupSchema, enteredSchema, menuSchema, messageSchema, wanted } from "./event.ts";
import { lanesOf } from "./lanes.ts";
import type { Seen } from "./seen.ts";
import type { Turn, Turns } from "./turns.ts";

export type ReceivingParts = {
  readonly host: Host;
  readonly turns: Turns;
  readonly seen: Seen;
  readonly log: ChannelLog;
  readonly fetch: Around["fetch"];
  /** The bot's own open_id, once it is known. */
  readonly bot: () => string | undefined;
};

type Handler = (event: unknown) => Promise<unknown>;

/**
 * What is done with each event: handed on, a person's one after the other. It resolves once what happened is on disk,
 * which is what acknowledges it; one that could not be kept rejects and comes again.
 */
export function receiving({ host, turns, seen, log, fetch, bot }: ReceivingParts): Readonly<Record<string, Handler>> {
  const lanes = lanesOf();
  const hand = (inbound: Inbound) => lanes(inbound.from.id, () => host.receive(inbound));
  const around = (): Around => ({ now: host.now(), bot: bot(), fetch });

  const all =
    <S extends z.ZodType>(schema: S, decode: (event: z.infer<S>) => readonly (Inbound | undefined)[]): Handler =>
    async (event) => {
      const read = schema.safeParse(event);
      // It would be no better the next time: it is taken and forgotten.
      if (!read.success) {
        const where = read.error.issues.map(({ path }) => path.join("."));
        log.warn({ code: "lark-event-unread", where }, "an event was not understood");
        return;
      }
      for (const inbound of decode(read.data)) if (inbound) await hand(inbound);
    };

  const pressed: Handler = async (event): Promise<Turn> => {
    const read = actionSchema.safeParse(event);
    const inbound = read.success ? decodeAction(read.data, around()) : undefined;
    if (inbound?.kind !== "pressed") {
      log.warn({ code: "lark-press-unread" }, "a press was not understood");
      return {};
    }
    const turn = turns.open(inbound.id, inbound.on);
    const close = () => turns.close(inbound.id);
    hand(inbound).then(
      ({ replied }) => replied.then(close, close),
      () => {
        // The person presses again; presses do not come again by themselves.
        log.warn({ code: "lark-press-lost" }, "a press could not be kept");
        close();
      },
    );
    return turn;
  };

  return {
    [wanted.message]: all(messageSchema, (event) => {
      const inbounds = decodeMessage(event, around());
      for (const { chat, id, from } of inbounds) if (chat.id === from.id) seen.heard(chat.id, id);
      return inbounds;
    }),
    [wanted.menu]: all(menuSchema, (event) => [decodeMenu(event, around())]),
    [wanted.entered]: all(enteredSchema, (event) => [decodeEntered(event, around())]),
    [wanted.added]: all(botInGroupSchema, (event) => [decodeMembership(event, "joined", around())]),
    [wanted.removed]: all(botInGroupSchema, (event) => [decodeMembership(event, "left", around())]),
    [wanted.disbanded]: all(botInGroupSchema, (event) => [decodeMembership(event, "left", around())]),
    [wanted.action]: pressed,
  };
}
