import type { Shown } from "./loopback/chats.ts";
import type { Done } from "./loopback/people.ts";
import type { Loopback } from "./loopback/server.ts";

/** What a person does on seeing a message: answers the question that it puts, is done with it, or lets it stand. */
export type Move =
  | { readonly kind: "done" }
  | { readonly kind: "wait" }
  | { readonly kind: "say"; readonly question: string; readonly text: string }
  | { readonly kind: "press"; readonly question: string; readonly action: string };

/** Who plays how. */
export type Play = {
  readonly moveOf: (person: number, message: Shown) => Move;
  /** What somebody begins with, and says again when nothing comes; 填报 unless given. */
  readonly begin?: (person: number) => string;
  /** How long somebody waits before that, in milliseconds: nobody knows whether the bot is down. */
  readonly patience?: number;
  /** At their phones at once; everybody unless given. */
  readonly atOnce?: number;
  /** Told of everything that somebody does; `id` is what the bot knows it by. */
  readonly did?: (person: number, id: string, done: Done) => void;
};

/**
 * Plays liaisons on their phones: each begins and answers what the bot asks, once for each question, also
 * where it stands there twice; where nothing comes for a while they begin again. Resolves once all have a receipt.
 */
export function play(
  platform: Loopback,
  people: readonly number[],
  { moveOf, begin: firstOf = () => "填报", patience = 5_000, atOnce = people.length, did = () => {} }: Play,
): { readonly done: Promise<void>; receipts(): number; left(): readonly number[] } {
  const answered = new Map<number, string>();
  const timers = new Map<number, NodeJS.Timeout>();
  const left = new Set(people);
  const waiting = people.slice(atOnce).values();
  let finish: () => void = () => {};
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const patient = (person: number) => {
    clearTimeout(timers.get(person));
    if (left.has(person))
      timers.set(
        person,
        setTimeout(() => begin(person), patience),
      );
  };
  const says = (person: number, text: string) => {
    const said = platform.says(person, text);
    did(person, said.id, said);
  };
  const begin = (person: number) => {
    answered.delete(person);
    says(person, firstOf(person));
    patient(person);
  };
  const see = (person: number, message: Shown) => {
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
    if (move.kind === "say") says(person, move.text);
    else {
      const pressed = platform.presses(person, person, message.id, move.action);
      did(person, `c${pressed.id}`, pressed);
    }
    patient(person);
  };
  platform.onSent((chat, message) => {
    if (left.has(chat)) setImmediate(() => see(chat, message));
  });
  for (const person of people.slice(0, atOnce)) begin(person);
  return { done, receipts: () => people.length - left.size, left: () => [...left] };
}
