import { type Say, sentence } from "../../core/message.ts";
import type { Member } from "../../core/roster.ts";
import { examplesFor } from "../examples.ts";
import type { House } from "../house.ts";

/** What is said to a question that could not be read: a few that can, and how a unit is asked. */
export function howToAsk(house: House, member: Member): Say {
  return sentence({ key: "how-to-ask", args: examplesFor(house, member) });
}
