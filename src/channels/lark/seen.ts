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

/** As many cards are remembered. */
const REMEMBERED = 20_000;

export function seenSoFar(): Seen {
  const last = new Map<string, string>();
  const forms = new Map<string, boolean>();
  const wrote = new Map<string, string>();
  return {
    sent: (chat, message, typedIn) => {
      last.set(chat, message);
      forms.set(message, typedIn);
      for (const oldest of forms.keys()) {
        if (forms.size <= REMEMBERED) break;
        forms.delete(oldest);
      }
    },
    isLast: (chat, message) => !forms.has(message) || (last.get(chat) ?? message) === message,
    mayBeTypedIn: (message) => forms.get(message) ?? true,
    heard: (chat, message) => void wrote.set(chat, message),
    lastHeard: (chat) => wrote.get(chat),
  };
}
