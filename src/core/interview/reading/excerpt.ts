/** What is quoted back of a text that was not understood: enough to see which, never a screenful. */
const QUOTED = 40;

/** The beginning of a text, with a mark where it goes on; whole characters only. */
export function excerpt(text: string): string {
  // A character takes two units at most; a message of a megabyte may be quoted thousands of times.
  const characters = [...text.trim().slice(0, 2 * QUOTED + 2)];
  return characters.length > QUOTED ? `${characters.slice(0, QUOTED).join("")}…` : characters.join("");
}
