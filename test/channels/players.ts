/** What a person does on seeing a message: answers the question that it puts, is done with it, or lets it stand. */
export type Move =
  | { readonly kind: "done" }
  | { readonly kind: "wait" }
  | { readonly kind: "say"; readonly question: string; readonly text: string }
  | { readonly kind: "press"; readonly question: string; readonly action: string; readonly form?: Form };
type Form = Readonly<Record<string, string | readonly string[]>>;

/** Something done on a phone: the id that it has for the bot, and when the bot has confirmed it. */
export type Done = {
  readonly id: string;
  readonly confirmed: Promise<void>;
  /** The platform brings it once: it may get lost, and is done again by whoever did it. */
  readonly once?: true;
};

/** Phones of a platform: `P` is what it calls a person, whose private chat is called the same, `M` a message there. */
export type Phones<P, M> = {
  says(person: P, text: string): Done;
  presses(person: P, message: M, action: string, form?: Form): Done;
  /** Told of every message that the bot sends or edits. */
  onSent(listener: (chat: P, message: M) => void): void;
};

/** Who plays how. */
export type Play<P, M> = {
  readonly moveOf: (person: P, message: M) => Move;
  /** What somebody begins with, and says again when nothing comes; 填报 unless given. */
  readonly begin?: (person: P) => string;
  /** How long somebody waits before that, in milliseconds: nobody knows whether the bot is down. */
  readonly patience?: number;
  /** At their phones at once; everybody unless given. */
  readonly atOnce?: number;
  /** Told of everything that somebody does. */
  readonly did?: (person: P, done: Done) => void;
};

export type Playing = {
  readonly done: Promise<void>;
  /** How many have their receipt. */
  readonly receipts: () => number;
};

/**
 * Plays liaisons on their phones: each begins and answers what the bot asks, once for each question, also
 * where it stands there twice; where nothing comes for a while they begin again. Resolves once all have a receipt.
 */
export function play<P, M>(
  phones: Phones<P, M>,
  people: readonly P[],
  { moveOf, begin: firstOf = () => "填报", patience = 5_000, atOnce = people.length, did = () => {} }: Play<P, M>,
): Playing {
  const answered = new Map<P, string>();
  const timers = new Map<P, NodeJS.Timeout>();
  const left = new Set(people);
  const waiting = people.slice(atOnce).values();
  let finish: () => void = () => {};
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const patient = (person: P) => {
    clearTimeout(timers.get(person));
    if (left.has(person))
      timers.set(
        person,
        setTimeout(() => begin(person), patience),
      );
  };
  const begin = (person: P) => {
    answered.delete(person);
    did(person, phones.says(person, firstOf(person)));
    patient(person);
  };
  const see = (person: P, message: M) => {
    const move = moveOf(person, message);
    if (move.kind === "wait" || !timers.has(person)) return;
    if (move.kind === "done") {
      if (!left.delete(person)) return;
      clearTimeout(timers.get(person));
      const { value: next } = waiting.next();
      if (next !== undefined) begin(next);
      if (left.size === 0) finish();
      return;
    }
    if (answered.get(person) === move.question) return;
    answered.set(person, move.question);
    if (move.kind === "say") did(person, phones.says(person, move.text));
    else did(person, phones.presses(person, message, move.action, move.form));
    patient(person);
  };
  phones.onSent((chat, message) => {
    if (left.has(chat)) setImmediate(() => see(chat, message));
  });
  for (const person of people.slice(0, atOnce)) begin(person);
  return { done, receipts: () => people.length - left.size };
}
