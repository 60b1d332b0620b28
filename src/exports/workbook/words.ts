import type { Printed, Return, Word } from "../export.ts";

/** Sentences with a gap for each of these arguments; the others have none. */
const gaps: Readonly<Record<string, readonly string[]>> = {
  "workbook-head": ["unit", "reporter", "phone"],
  "workbook-round": ["number"],
  "workbook-span": ["rounds"],
  "workbook-entries": ["names"],
  "workbook-kept-reason": ["place", "reason"],
  "file-version": ["version"],
  "return-round": ["number"],
  "return-rounds": ["first", "last"],
};

const whole = [
  ...["cumulative", "notes", "by-unit", "narratives", "standings", "unprinted", "unit", "standing", "row", "subtotal"],
  ...["total", "submitted-at", "submitted-by", "number", "zero", "zero-yes", "kept", "attachments", "attached-whole"],
  ...["attached-to", "attached-file", "attached-size", "attached-at", "attached-hash"],
  ...["changes", "changed-late", "changed-in-time", "changed-corrected", "changed-in", "changed-how", "changed-where"],
  ...["changed-before", "changed-after", "changed-by", "changed-at", "changed-why"],
  ...["standing-on-time", "standing-late", "standing-draft", "standing-missing", "standing-none", "standing-open"],
  ...["rounds", "on-time-rate"],
].map((key) => `workbook-${key}`);

/** A gap in a packed sentence; people cannot write the mark, as control characters are taken out of what they write. */
const gap = (name: string): string => `\u0001${name}\u0001`;

/** The day that the figures end with, as the foot of a sheet takes it. */
export function asOfArgs({ asOf }: Printed): Readonly<Record<string, string | number>> {
  const [year = "", month = "", day = ""] = asOf.split("-");
  return { year, month: Number(month), day: Number(day) };
}

/** Every sentence of the workbook as plain data: a function cannot be sent to another thread. */
export function packWords(of: Return, word: Word): Readonly<Record<string, string>> {
  return {
    "list-comma": word("list-comma"),
    "value-not-applicable": word("value-not-applicable"),
    "interview-confirmed": word("interview-confirmed"),
    "interview-unexplained": word("interview-unexplained"),
    "workbook-as-of": word("workbook-as-of", asOfArgs(of)),
    ...Object.fromEntries(whole.map((key) => [key, word(key)])),
    ...Object.fromEntries(
      Object.entries(gaps).map(([key, names]) => [
        key,
        word(key, Object.fromEntries(names.map((name) => [name, gap(name)]))),
      ]),
    ),
  };
}

/** Says what was packed, its gaps filled in. Throws on a sentence that was not. */
export function unpackWords(packed: Readonly<Record<string, string>>): Word {
  return (key, args = {}) => {
    const sentence = packed[key];
    if (sentence === undefined) throw new Error(`the sentence ${key} was not packed`);
    return Object.entries(args).reduce(
      (said, [name, value]) => said.replaceAll(gap(name), () => String(value)),
      sentence,
    );
  };
}
