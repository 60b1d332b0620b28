import type { Duration, Instant } from "./time.ts";

/** A person or a chat as a platform names it. */
export type Address = { readonly channel: string; readonly id: string };

/** Words of a person, and what they are said to. */
export type Words = {
  /** Without the mention of the bot, where it began with one. */
  readonly text: string;
  /** The message (the platform's id) that it replies to. */
  readonly answers?: string;
  /** In a group: said to the bot, by a mention. */
  readonly mentioned?: boolean;
};

/** What a person did, told apart by `kind`; `sentAt` is the platform's time, `at` is ours. */
export type Inbound = {
  /** The platform's id of the message; the same id twice is a redelivery and changes nothing. */
  readonly id: string;
  readonly from: Address;
  readonly chat: Address;
  readonly sentAt: Instant;
  readonly at: Instant;
} & (
  | ({ readonly kind: "said" } & Words)
  | { readonly kind: "amended"; readonly of: string; readonly text: string }
  | {
      readonly kind: "pressed";
      readonly action: string;
      /** The message that bears the button, where the platform says so: it can be advanced in place. */
      readonly on?: string;
      readonly fields?: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: "sent-file";
      readonly name: string;
      /** In bytes, where the platform says it before the file is fetched. */
      readonly size?: number;
      /** What was written under it. */
      readonly caption?: Words;
      /** The same for everything that was sent at once. */
      readonly album?: string;
      bytes(): Promise<Uint8Array>;
    }
  /** In a private chat: somebody opened it or came back; in a group: the bot was added, by `from`. */
  | { readonly kind: "joined" }
  /** In a private chat: somebody blocked the bot; in a group: the bot was removed. */
  | { readonly kind: "left" }
  /** The chat goes on under another id, as a group that became a supergroup. */
  | { readonly kind: "moved"; readonly to: string }
);

/** A sentence in several languages, as flow and roster files give labels: language tag to text. */
export type Label = { readonly [language: string]: string };

/**
 * What the core says instead of words: a ready string (a name, a figure, what a person wrote), a label of the flow, or a
 * wording key.
 */
export type Text =
  | string
  /** A command or a link of the bot's own, to be tapped: of any other ready string a platform is kept from making one. */
  | { readonly live: string }
  | { readonly label: Label }
  | Phrase
  /** Several said one after the other, a space between unless `by` says otherwise. */
  | { readonly join: readonly Text[]; readonly by?: Text };
/** A name as a roster gives it: plain, or by language. */
export const textOf = (words: string | Label): Text => (typeof words === "string" ? words : { label: words });

export type Phrase = { readonly key: string; readonly args?: Readonly<Record<string, Text | number>> };

export type Choice<T> = { readonly label: T; readonly action: string; readonly ticked?: boolean };
/**
 * The same choices for a platform that ticks on the phone itself: `options` are ticked and sent at once, pressing
 * `submit` sends `action` with the values that are ticked in the field `name`, a comma between; `beside` stays a button.
 */
export type Together<T> = {
  readonly name: string;
  readonly options: readonly { readonly value: string; readonly label: T; readonly ticked: boolean }[];
  readonly action: string;
  readonly submit: T;
  readonly beside: readonly Choice<T>[];
};
export type Input<T> = {
  readonly name: string;
  readonly label: T;
  readonly unit?: T;
  /** Shown greyed in the empty field, last round's figure mostly. */
  readonly placeholder?: T;
  readonly value?: string;
  /** What is wrong with the value, to stand beside the field. */
  readonly error?: T;
  readonly lines?: number;
};

/** A part of a message. `T` is `Text` in the core and `string` once the app has put it into words. */
export type Block<T> =
  | { readonly kind: "heading"; readonly text: T }
  /** With `example` it asks for words, such as these: shown greyed in the empty field where a platform can. */
  | { readonly kind: "text"; readonly text: T; readonly example?: T }
  | {
      readonly kind: "fields";
      readonly fields: readonly { readonly label: T; readonly value: T }[];
      /** What stands over labels and values where they are shown as a table. */
      readonly head?: readonly [T, T];
    }
  | {
      readonly kind: "table";
      readonly caption?: T;
      readonly head: readonly T[];
      /** Figures are right-aligned from the second column on. */
      readonly rows: readonly (readonly T[])[];
    }
  /** Progress in screens; it never goes backwards within a report. */
  | { readonly kind: "progress"; readonly done: number; readonly of: number }
  | { readonly kind: "choices"; readonly choices: readonly Choice<T>[]; readonly together?: Together<T> }
  /** A form: pressing `submit` sends `action` with one field for each input. */
  | { readonly kind: "inputs"; readonly action: string; readonly submit: T; readonly inputs: readonly Input<T>[] }
  | { readonly kind: "picture"; readonly name: string; readonly bytes: Uint8Array; readonly alt: T }
  | { readonly kind: "file"; readonly name: string; readonly bytes: Uint8Array };

/** What the core answers with; the app turns it into an `Outbound`. */
export type Say = {
  readonly blocks: readonly Block<Text>[];
  /** True where the message that was pressed is to be advanced in place instead of a new one being sent. */
  readonly inPlace?: boolean;
};

/** A text as a block of a message. */
export const say = (text: Text): Block<Text> => ({ kind: "text", text });

/** The same by the key of its wording. */
export const worded = (key: string, args: Readonly<Record<string, Text | number>> = {}): Block<Text> =>
  say({ key, args });

/** A text as the whole answer. */
export const sentence = (text: Text): Say => ({ blocks: [say(text)] });

/** A message on its way to a platform. */
export type Outbound = {
  /** Stable across retries: what a platform uses to tell a repeat from a new message. */
  readonly key: string;
  readonly to: Address;
  readonly blocks: readonly Block<string>[];
  /** The earlier message (the platform's id) that this one takes the place of. */
  readonly replaces?: string;
  /** The message (the platform's id) that this one replies to. */
  readonly answers?: string;
  /** What a person did (the platform's id) that this is the answer to; absent where the bot speaks first. */
  readonly reactsTo?: string;
  /** The question (the platform's id) that this goes on from, where its button was pressed: a card may turn over to it. */
  readonly advances?: string;
  /** To be pressed on its reader as far as the platform can (加急); the flow asked for it. */
  readonly urgent?: true;
  /** An attempt whose outcome is unknown is repeated. */
  readonly repeat?: true;
  /** Its first block says that it may be a repeat: the platform would not know it for one. */
  readonly marked?: true;
  /** What of it stands there already, where an earlier attempt got no further. */
  readonly arrived?: Arrived;
};

/** The first parts of a message, as a platform took them: their ids, and how many parts the message has. */
export type Arrived = { readonly ids: readonly string[]; readonly of: number };

/** What became of a send. `unknown`: it may or may not have arrived. */
export type Sent =
  | { readonly kind: "sent"; readonly id: string }
  /** `gone`: the chat is closed to the bot for good (blocked, left, removed), whatever is sent there. */
  | { readonly kind: "refused"; readonly why: string; readonly gone?: true }
  /**
   * Nothing arrived but the parts that are named; where it is `begun`, some that the platform knows again when they are
   * repeated, for as long as it tells repeats.
   */
  | { readonly kind: "retry"; readonly after: Duration; readonly arrived?: Arrived; readonly begun?: true }
  /** The parts that are named certainly arrived. */
  | { readonly kind: "unknown"; readonly arrived?: Arrived };
