/** Somebody of the organisation. */
export type Person = {
  readonly openId: string;
  readonly name: string;
  readonly userId?: string;
  readonly mobile?: string;
  readonly email?: string;
};
export type Chat = {
  readonly id: string;
  readonly kind: "p2p" | "group";
  readonly people: readonly string[];
  /** Whether the bot is in it. */
  readonly bot: boolean;
};
export type Message = {
  readonly id: string;
  readonly chat: string;
  /** "bot", or who wrote it. */
  readonly from: string;
  readonly type: string;
  readonly at: number;
  readonly parent?: string;
  /** What the bot sent it under. */
  readonly uuid?: string;
  content: string;
  edits: number;
  recalled: boolean;
  readonly urgent: string[];
};

/** What was answered under a uuid; after an hour the platform knows nothing of it, and a repeat is a message more. */
export type Answered = {
  of(uuid: string): unknown;
  keep(uuid: string, answer: object): void;
  /** How many repeats were known. */
  readonly known: () => number;
};

/** What the platform keeps: chats and what stands in them, uploads, what was answered under which uuid. */
export type State = {
  readonly people: ReadonlyMap<string, Person>;
  readonly chats: Map<string, Chat>;
  /** Who stopped the bot, by open_id. */
  readonly stopped: Set<string>;
  /** Oldest first. */
  readonly messages: readonly Message[];
  keep(message: Message): Message;
  /** Uploads of the app by key. */
  readonly images: Map<string, Uint8Array>;
  readonly files: Map<string, { readonly name: string; readonly bytes: Uint8Array }>;
  /** What people sent, by message and key. */
  readonly resources: Map<string, { readonly type: string; readonly bytes: Uint8Array }>;
  readonly answered: Answered;
  readonly tokens: Set<string>;
  /** Properties of cards that no document knows. */
  readonly unknown: Set<string>;
  id(prefix: string): string;
  p2p(openId: string): Chat;
  message(id: string): Message | undefined;
};

export function emptyState(people: readonly Person[], groups: readonly Chat[], hour = 3_600_000): State {
  let count = 0;
  const messages: Message[] = [];
  const byId = new Map<string, Message>();
  return {
    people: new Map(people.map((person) => [person.openId, person])),
    chats: new Map([
      ...people.map(({ openId }): [string, Chat] => [
        p2pId(openId),
        { id: p2pId(openId), kind: "p2p", people: [openId], bot: true },
      ]),
      ...groups.map((group): [string, Chat] => [group.id, group]),
    ]),
    stopped: new Set(),
    messages,
    keep: (message) => {
      messages.push(message);
      byId.set(message.id, message);
      return message;
    },
    images: new Map(),
    files: new Map(),
    resources: new Map(),
    answered: answeredWithin(hour),
    tokens: new Set(),
    unknown: new Set(),
    id: (prefix) => {
      count += 1;
      return `${prefix}${String(count).padStart(8, "0")}`;
    },
    p2p: (openId) => ({ id: p2pId(openId), kind: "p2p", people: [openId], bot: true }),
    message: (id) => byId.get(id),
  };
}

function answeredWithin(hour: number): Answered {
  const kept = new Map<string, { readonly at: number; readonly answer: object }>();
  let known = 0;
  return {
    of: (uuid) => {
      const found = kept.get(uuid);
      if (!found || found.at <= performance.now() - hour) return undefined;
      known += 1;
      return found.answer;
    },
    keep: (uuid, answer) => void kept.set(uuid, { at: performance.now(), answer }),
    known: () => known,
  };
}

function p2pId(openId: string): string {
  return `oc_p2p_${openId.slice(3)}`;
}
