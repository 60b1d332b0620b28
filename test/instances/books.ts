import type { PersonId } from "../../src/core/entry.ts";
import type { Done } from "../channels/players.ts";

/** One thing that somebody did on their phone, and when the platform had it confirmed. */
type Act = { readonly id: string; readonly given: number; readonly once: boolean; acknowledged?: number };

/** Books of our own: what everybody did, in which order, and what of it the bot acknowledged. */
export type Books = {
  /** `chat` is where it was done, as `channel/id`. */
  did(person: PersonId, chat: string, done: Done): void;
  readonly acts: () => number;
  readonly acknowledged: () => number;
  /** What was not acknowledged although the platform brings it until it is. */
  readonly unacknowledged: () => readonly string[];
  /** How long a message waited until it was acknowledged, in milliseconds, unsorted. */
  readonly waits: () => readonly number[];
  /**
   * Holds the ids that a person's history names, in its order, against what the person did: a sentence for whatever was
   * acknowledged and is not there, stands there twice, or before what had been acknowledged when it was done.
   */
  wrongIn(
    person: PersonId,
    heard: readonly string[],
  ): {
    readonly lost: readonly string[];
    readonly doubled: readonly string[];
    readonly disordered: readonly string[];
  };
};

/** Empty books. */
export function booksOfAll(): Books {
  const all = new Map<PersonId, Act[]>();
  const acts = () => [...all.values()].flat();
  return {
    did: (person, chat, { id, confirmed, once = false }) => {
      const act: Act = { id: `${chat}/${id}`, given: performance.now(), once };
      const own = all.get(person);
      if (own) own.push(act);
      else all.set(person, [act]);
      void confirmed.then(() => {
        act.acknowledged = performance.now();
      });
    },
    acts: () => acts().length,
    acknowledged: () => acts().filter(({ acknowledged }) => acknowledged !== undefined).length,
    unacknowledged: () =>
      acts().flatMap(({ id, once, acknowledged }) => (acknowledged === undefined && !once ? [id] : [])),
    waits: () =>
      acts().flatMap(({ given, acknowledged }) => (acknowledged === undefined ? [] : [acknowledged - given])),
    wrongIn: (person, heard) => {
      const own = all.get(person) ?? [];
      const places = own.map(({ id }) => heard.indexOf(id));
      const lost = own.filter(({ acknowledged }, index) => acknowledged !== undefined && places[index] === -1);
      const doubled = own.filter(({ id }) => heard.filter((each) => each === id).length > 1);
      const disordered = own.filter((act, later) =>
        own.some((before, earlier) => {
          if (earlier >= later || before.acknowledged === undefined || before.acknowledged > act.given) return false;
          const [first = -1, second = -1] = [places[earlier], places[later]];
          return first !== -1 && second !== -1 && second < first;
        }),
      );
      return {
        lost: lost.map(({ id }) => `${id} was acknowledged and is not there`),
        doubled: doubled.map(({ id }) => `${id} stands twice`),
        disordered: disordered.map(({ id }) => `${id} stands before what was done before it`),
      };
    },
  };
}
