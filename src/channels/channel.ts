import type { Hono } from "hono";
import type { Address, Inbound, Outbound, Sent, Text } from "../core/message.ts";
import type { Duration, Instant } from "../core/time.ts";

/** What a platform can show; `degrade` turns blocks that it cannot into ones that it can. */
export type Capabilities = {
  readonly buttons: boolean;
  readonly inputs: boolean;
  readonly tables: boolean;
  readonly pictures: boolean;
  readonly files: boolean;
  /** Whether a message that was sent can take on new content. */
  readonly edits: boolean;
  /** The longest action of a button, in bytes. */
  readonly actionBytes: number;
  /** The longest text of one message, in code points. */
  readonly textLength: number;
  /** How long the platform itself knows a repeat by its key, so that it does not stand there twice; 0 where it does not. */
  readonly tellsRepeats: Duration;
};

/** As much as the richest of the platforms shows, within the action length of the tightest. */
export const showsAll: Capabilities = {
  buttons: true,
  inputs: true,
  tables: true,
  pictures: true,
  files: true,
  edits: true,
  actionBytes: 64,
  textLength: 100_000,
  tellsRepeats: Number.POSITIVE_INFINITY,
};

/** The message is on disk once `receive` resolves; `replied` resolves when the replies were sent or given up. */
export type Received = { readonly replied: Promise<void> };

/** A command of the menu that some platforms show beside the text field: its name after the slash, and what it does. */
export type MenuLine = { readonly name: string; readonly says: string };
/** Whose menu it is: a chat's, or that of private chats or groups of which nothing is known, in a language. */
export type MenuOf =
  | { readonly chat: Address; readonly group: boolean }
  | { readonly of: "strangers" | "groups"; readonly language: string };

/** What the bot gives a channel to talk to. */
export interface Host {
  receive(inbound: Inbound): Promise<Received>;
  now(): Instant;
  /** The commands that can be given there; nothing where the bot would not answer any. */
  menuFor?(of: MenuOf): Promise<readonly MenuLine[]>;
}

export type Stop = () => Promise<void>;

/** What an examination of a channel found: in order, worth knowing, or to be mended, then with what to do. */
export type Finding =
  | { readonly level: "ok"; readonly what: Text }
  | { readonly level: "warning" | "error"; readonly what: Text; readonly todo: Text };

/** A platform. `test/contracts/channel.ts` is what every channel must pass. */
export interface Channel {
  readonly name: string;
  readonly can: Capabilities;
  start(host: Host): Promise<Stop>;
  /** Takes in nothing more, so that the platform gives it to others; what was taken is confirmed, and sends go on. */
  stopTaking?(): Promise<void>;
  send(to: Address, message: Outbound): Promise<Sent>;
  /** Why nothing that people write comes in just now, in a few words for operators; undefined where it does. */
  deaf?(): string | undefined;
  /** Words that people wrote so that the platform makes nothing of them by itself: no mention, no command, no link. */
  inert?(words: string): string;
  /** Other names under which a roster may know somebody here: a staff number, a mobile, an e-mail address. */
  aliases?(of: Address): Promise<readonly string[]>;
  /** A link that opens the chat with the bot here and sends the code; undefined until the channel knows its own name. */
  inviteLink?(code: string): string | undefined;
  /** Whether it would work here and in these groups, as far as the platform tells; asked without starting it. */
  examine?(groups: readonly Address[]): Promise<readonly Finding[]>;
}

/** The settings that channels read; `settings.ts` says what each means. */
export type ChannelSettings = {
  readonly PUBLIC_URL?: string | undefined;
  readonly TELEGRAM_BOT_TOKEN?: string | undefined;
  readonly TELEGRAM_API_ROOT: string;
  readonly TELEGRAM_WEBHOOK_SECRET?: string | undefined;
  readonly LARK_APP_ID?: string | undefined;
  readonly LARK_APP_SECRET?: string | undefined;
  readonly LARK_DOMAIN: string;
  readonly LARK_ENCRYPT_KEY?: string | undefined;
  readonly LARK_VERIFICATION_TOKEN?: string | undefined;
};

/** Where a channel says what went wrong: a code, and never what people wrote. */
export type ChannelLog = Record<
  "error" | "warn" | "info" | "debug",
  (context: Readonly<Record<string, unknown>>, message: string) => void
>;

/** A channel and, where the platform calls the bot, the routes that it is called on. */
export type Opened = { readonly channel: Channel; readonly routes?: Hono };

/** A kind of platform; one line each in `channels/index.ts`. */
export interface Platform {
  readonly name: string;
  /** Whether the settings name it; what they lack to be usable is said by `problems`. */
  configured(settings: ChannelSettings): boolean;
  /** What keeps the settings from being used, each a sentence with a way out; nothing where they are in order. */
  problems(settings: ChannelSettings): readonly Text[];
  open(settings: ChannelSettings, log: ChannelLog): Promise<Opened>;
}
