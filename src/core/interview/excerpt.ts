/** What is quoted back of a text that was not understood: enough to see which, never a screenful. */
const QUOTED = 40;

/** The beginning of a text, with a mark where it goes on; whole characters only. */
export function excerpt(text: string): string {
  const characters = [...text.trim()];
  return characters.length > QUOTED ? `${characters.slice(0, QUOTED).join("")}…` : characters.join("");
}
