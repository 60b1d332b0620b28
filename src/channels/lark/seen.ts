/** What the chats show, as far as this process sent it; after a start it knows nothing and takes the careful way. */
export type Seen = {
  sent(chat: string, message: string, typedIn: boolean): void;
  /** Whether no newer message of the bot is known in the chat; what another instance sent counts as newer than our own. */
  isLast(chat: string, message: string): boolean;
  /** Whether somebody may be typing in it: it has a form, or it is not known. */
  mayBeTypedIn(message: string): boolean;
  /** A person wrote this. */
  heard(chat: string, message: string): void;
  /** What the person of the chat wrote last. */
  lastHeard(chat: string): string | undefined;
};

/** As many cards are remembered, and as many chats. */
const REMEMBERED = 20_000;

/** Nothing seen yet. */
export function seenSoFar(): Seen {
  const last = new Map<string, string>();
  const forms = new Map<string, boolean>();
  const wrote = new Map<string, string>();
  return {
    sent: (chat, message, typedIn) => {
      note(last, chat, message);
      note(forms, message, typedIn);
    },
    isLast: (chat, message) => !forms.has(message) || (last.get(chat) ?? message) === message,
    mayBeTypedIn: (message) => forms.get(message) ?? true,
    heard: (chat, message) => note(wrote, chat, message),
    lastHeard: (chat) => wrote.get(chat),
  };
}

/** Remembers as the newest; of too many the oldest is forgotten. */
function note<T>(known: Map<string, T>, key: string, value: T): void {
  known.delete(key);
  known.set(key, value);
  const [oldest] = known.keys();
  if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest);
}
