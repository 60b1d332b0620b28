/** Deeper than anything that people write; the parser goes down a level of its own for each. */
const DEEPEST = 100;

/**
 * The line (from 1) in which a YAML text nests deeper than any file of ours; undefined where none does. Looked for before
 * the text is parsed: thousands of open brackets would take the process with them, not only the parser. Brackets within
 * quotes count as well, which no text in order comes near to minding.
 */
export function tooDeepIn(text: string): number | undefined {
  let brackets = 0;
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const marks = /^(?: |[-?:] )*/.exec(line)?.[0].length ?? 0;
    if (marks > 2 * DEEPEST) return index + 1;
    for (const mark of line) {
      if (mark === "[" || mark === "{") brackets += 1;
      else if ((mark === "]" || mark === "}") && brackets > 0) brackets -= 1;
      if (brackets > DEEPEST) return index + 1;
    }
  }
  return undefined;
}
