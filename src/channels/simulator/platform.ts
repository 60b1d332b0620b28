import { randomBytes } from "node:crypto";
import { kindOf } from "../../core/failure-kind.ts";
import type { Address, Inbound, Outbound, Sent, Words } from "../../core/message.ts";
import type { Host } from "../channel.ts";
import type { Desk } from "../desk.ts";
import { type Blobs, safeName } from "./blobs.ts";
import { directoryOf } from "./directory.ts";
import type { Journal } from "./journal.ts";
import { kept } from "./kept-block.ts";
import type { KeptBlock, Line } from "./lines.ts";
import { type Kept, type Memory, ownKey } from "./memory.ts";
import { addressed } from "./mention.ts";
import { Refusal } from "./refusal.ts";
import type { Log } from "./routes.ts";
import { type View, view } from "./view.ts";
import { watches } from "./watches.ts";

export const channelName = "simulator";

/** Where something is said, and the message there that it replies to. */
type Aimed = { readonly chat?: string; readonly replyTo?: string };

/** What a person does on their phone. An `id` of an earlier act delivers that one again, as platforms do. */
export type Act =
  | ({ readonly kind: "said"; readonly text: string; readonly id?: string } & Aimed)
  | {
      readonly kind: "pressed";
      readonly message: string;
      readonly action: string;
      readonly fields?: Readonly<Record<string, string>>;
      readonly id?: string;
    }
  | { readonly kind: "amended"; readonly message: string; readonly text: string; readonly id?: string }
  | ({
      readonly kind: "sent-file";
      readonly name: string;
      readonly bytes: Uint8Array;
      /** What is written under it. */
      readonly text?: string;
    } & Aimed);

/** The act's own id, and what the bot sent to that chat in reply. */
export type Answered = { readonly id: string; readonly messages: readonly View[] };

export type Platform = {
  /** Resolves once the bot has dealt with it and its replies are here. Rejects with a `Refusal`. */
  act(person: string, act: Act): Promise<Answered>;
  send(to: Address, message: Outbound): Promise<Sent>;
};

export type PlatformParts = {
  readonly desk: Desk;
  readonly memory: Memory;
  readonly journal: Journal;
  readonly blobs: Blobs;
  readonly host: Host;
  /** Told of every message that is new or changed. */
  readonly changed: (chat: string, message: View, edited: boolean) => void;
  readonly log: Log;
};

/** The pretend platform: it keeps chats, hands what people do to the bot, and shows what the bot sends. */
export function platform({ desk, memory, journal, blobs, host, changed, log }: PlatformParts): Platform {
  const directory = directoryOf(desk);
  // Ids stay unique over restarts even where the machine lost the end of the journal.
  const start = randomBytes(4).toString("hex");
  let count = 0;
  const newId = () => {
    count += 1;
    return `${start}-${count}`;
  };
  const waiting = watches();
  const sending = new Map<string, Promise<Sent>>();

  const keep = async (line: Line): Promise<void> => {
    await journal.append(line);
    const message = memory.apply(line);
    if (message) changed(message.chat, view(message), line.kind === "edit");
  };

  const messageFor = (person: string, id: string) => {
    const message = memory.message(id);
    if (!message) throw new Refusal(404, `There is no message "${id}"; take its id from the chat's messages.`);
    directory.chatFor(person, message.chat);
    return message;
  };

  /** Where it is said, with what it replies to. */
  const aimedAt = (person: string, { chat: given, replyTo }: Aimed) => {
    const chat = directory.chatFor(person, given);
    if (replyTo === undefined) return { chat, quoted: undefined };
    const quoted = memory.message(replyTo);
    if (quoted?.chat !== chat)
      throw new Refusal(
        404,
        `There is no message "${replyTo}" to reply to in this chat; take its id from its messages.`,
      );
    return { chat, quoted };
  };

  /** A text as the bot is told of it: in a group, a reply to the bot speaks to it as a mention does. */
  const wordsOf = (person: string, chat: string, text: string, quoted: Kept | undefined): Words => {
    const to = addressed(text);
    const mentioned = chat !== person && (to.mentioned || quoted?.from === "bot");
    return { text: to.text, ...(quoted ? { answers: quoted.id } : {}), ...(mentioned ? { mentioned } : {}) };
  };

  /** Puts an act on the platform and says what the bot is to be told of it. */
  const happen = async (person: string, act: Act, id: string, isNew: boolean) => {
    const at = desk.now();
    const said = (chat: string, quoted: Kept | undefined, ...blocks: KeptBlock[]): Line => ({
      ...{ kind: "message", id, at, chat, from: person },
      ...(quoted ? { answers: quoted.id } : {}),
      blocks,
    });
    switch (act.kind) {
      case "said": {
        const { chat, quoted } = aimedAt(person, act);
        if (isNew) await keep(said(chat, quoted, { kind: "text", text: act.text }));
        else if (memory.message(id)?.from !== person || memory.message(id)?.chat !== chat)
          throw new Refusal(409, `"${id}" is the id of something else; leave "id" out to send a new message.`);
        return { chat, what: { kind: "said", ...wordsOf(person, chat, act.text, quoted) } } as const;
      }
      case "pressed": {
        const { chat } = messageFor(person, act.message);
        if (isNew) await keep({ kind: "press", id, at, from: person, on: act.message });
        const { action, message: on, fields } = act;
        return { chat, what: { kind: "pressed", action, on, ...(fields ? { fields } : {}) } } as const;
      }
      case "amended": {
        const { chat, from, blocks } = messageFor(person, act.message);
        if (from !== person) throw new Refusal(403, "Only one's own messages can be amended.");
        const files = blocks.filter(({ kind }) => kind === "file");
        const mended: KeptBlock[] = [...files, { kind: "text", text: act.text }];
        if (isNew) await keep({ kind: "edit", id, at, of: act.message, blocks: mended });
        return { chat, what: { kind: "amended", of: act.message, text: act.text } } as const;
      }
      case "sent-file": {
        const { chat, quoted } = aimedAt(person, act);
        const [name, size, hash] = [safeName(act.name), act.bytes.length, await blobs.keep(act.bytes)];
        const { text = "" } = act;
        const under: readonly KeptBlock[] = text === "" ? [] : [{ kind: "text", text }];
        await keep(said(chat, quoted, { kind: "file", name, hash, size }, ...under));
        const bytes = async () => (await blobs.read(hash)) ?? act.bytes;
        const caption = text === "" ? {} : { caption: wordsOf(person, chat, text, quoted) };
        return { chat, what: { kind: "sent-file", name, size, ...caption, bytes } } as const;
      }
    }
  };

  const act = async (person: string, given: Act): Promise<Answered> => {
    directory.assertPerson(person);
    const id = ("id" in given ? given.id : undefined) ?? newId();
    const { chat, what } = await happen(person, given, id, memory.order(id) === undefined);
    const now = host.now();
    const address = (of: string): Address => ({ channel: channelName, id: of });
    const inbound: Inbound = { id, from: address(person), chat: address(chat), sentAt: now, at: now, ...what };
    const followed = await waiting.over(chat, id, async () => {
      const { replied } = await host.receive(inbound);
      await replied;
    });
    return { id, messages: followed.flatMap((each) => memory.message(each) ?? []).map(view) };
  };

  const sendOnce = async (to: Address, message: Outbound): Promise<Sent> => {
    const { key, answers } = message;
    const known = memory.sentUnder(to.id, key);
    if (known !== undefined) return { kind: "sent", id: known };
    if (!directory.reachable(to.id, memory.chats()))
      return { kind: "refused", why: `nobody on the simulator has the id ${to.id}` };
    const [id, at] = [newId(), desk.now()];
    const blocks = await Promise.all(message.blocks.map((block) => kept(block, blobs)));
    const earlier = message.replaces === undefined ? undefined : memory.message(message.replaces);
    if (earlier?.chat === to.id && earlier.from === "bot") {
      await keep({ kind: "edit", id, at, of: earlier.id, key, blocks });
      return { kind: "sent", id: earlier.id };
    }
    const quoted = answers === undefined ? {} : { answers };
    await keep({ kind: "message", id, at, chat: to.id, from: "bot", key, ...quoted, blocks });
    return { kind: "sent", id };
  };

  const send = async (to: Address, message: Outbound): Promise<Sent> => {
    const own = ownKey(to.id, message.key);
    const outcome =
      sending.get(own) ??
      sendOnce(to, message).catch((cause: unknown): Sent => {
        log.error(
          { code: "simulator-not-sent", key: message.key, cause: kindOf(cause) },
          "a message was perhaps not kept",
        );
        waiting.lost(to.id, message, cause);
        return { kind: "unknown" };
      });
    sending.set(own, outcome);
    const sent = await outcome;
    sending.delete(own);
    if (sent.kind === "sent") waiting.shown(to.id, message, sent.id);
    return sent;
  };

  return { act, send };
}
