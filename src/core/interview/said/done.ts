import { fold } from "../reading/names.ts";

const done = /^(?:选好了?|好了|完成|就这些|done)(?: ?\d+)?$/;

/** Whether a text is the button below ticks, typed: 选好了, or 选好了 3 as it counts them. */
export function saysDone(text: string): boolean {
  return done.test(fold(text));
}
