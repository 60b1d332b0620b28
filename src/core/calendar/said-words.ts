/** No longer than this is what somebody writes about days and times. */
const LONGEST = 60;

/**
 * Words about days and times as they are read: of one width, one space where there are several; undefined where there are
 * more of them than anybody writes. What reads them tries every split of them, so the length of a run counts.
 */
export function saidWords(text: string): string | undefined {
  const said = folded(text);
  const plain = said.length > LONGEST ? said : folded(said.normalize("NFKC"));
  return plain.length > LONGEST ? undefined : plain;
}

function folded(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
