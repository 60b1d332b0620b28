import type { Address, Inbound, Outbound, Sent } from "../core/message.ts";
import type { Instant } from "../core/time.ts";

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
};

/** The message is on disk once `receive` resolves; `replied` resolves when the replies were sent or given up. */
export type Received = { readonly replied: Promise<void> };

/** What the bot gives a channel to talk to. */
export interface Host {
  receive(inbound: Inbound): Promise<Received>;
  now(): Instant;
}

export type Stop = () => Promise<void>;

/** A platform. `test/contracts/channel.ts` is what every channel must pass. */
export interface Channel {
  readonly name: string;
  readonly can: Capabilities;
  start(host: Host): Promise<Stop>;
  /** `earlier` is the platform's id of an attempt whose outcome is unknown, where there was one. */
  send(to: Address, message: Outbound, earlier?: string): Promise<Sent>;
}
