import type { Shown } from "./loopback/chats.ts";
import type { Loopback } from "./loopback/server.ts";

/** How long a person waits before asking again, in milliseconds: nobody knows whether the bot is down. */
const PATIENCE = 5_000;

/** What a person does on seeing a message: answers the question that it puts, is done with it, or lets it stand. */
export type Move =
  | { readonly kind: "done" }
  | { readonly kind: "wait" }
  | { readonly kind: "say"; readonly question: string; readonly text: string }
  | { readonly kind: "press"; readonly question: string; readonly action: string };

/**
 * Plays liaisons on their phones: each begins with 填报 and answers what the bot asks, once for each question, also
 * where it stands there twice; where nothing comes for a while they write 填报 again. Resolves once all have a receipt.
 */
export function play(
  platform: Loopback,
  people: readonly number[],
  moveOf: (person: number, message: Shown) => Move,
): { readonly done: Promise<void>; receipts(): number; left(): readonly number[] } {
  const answered = new Map<number, string>();
  const timers = new Map<number, NodeJS.Timeout>();
  const left = new Set(people);
  let finish: () => void = () => {};
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const patient = (person: number) => {
    clearTimeout(timers.get(person));
    if (left.has(person))
      timers.set(
        person,
        setTimeout(() => begin(person), PATIENCE),
      );
  };
  const begin = (person: number) => {
    answered.delete(person);
    platform.says(person, "填报");
    patient(person);
  };
  const see = (person: number, message: Shown) => {
    const move = moveOf(person, message);
    if (move.kind === "wait") return;
    if (move.kind === "done") {
      left.delete(person);
      clearTimeout(timers.get(person));
      if (left.size === 0) finish();
      return;
    }
    if (answered.get(person) === move.question) return;
    answered.set(person, move.question);
    if (move.kind === "say") platform.says(person, move.text);
    else platform.presses(person, person, message.id, move.action);
    patient(person);
  };
  platform.onSent((chat, message) => {
    if (left.has(chat)) setImmediate(() => see(chat, message));
  });
  for (const person of people) begin(person);
  return { done, receipts: () => people.length - left.size, left: () => [...left] };
}
