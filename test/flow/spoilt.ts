import fc from "fast-check";

const shards = [
  "",
  " ",
  "\n",
  "  ",
  ":",
  "- ",
  "*a",
  "&a ",
  "{",
  "]",
  "'",
  '"',
  "|",
  "#",
  "\t",
  "null",
  "0",
  "-1",
  "~",
  "<<: *a\n",
  "\u0000",
  "口",
];

/** A text with passages cut out, doubled, moved or replaced by shards of YAML. */
export function damaged(text: string) {
  const cut = fc.tuple(fc.nat(text.length), fc.nat(40), fc.constantFrom(...shards, "copy"));
  return fc.array(cut, { minLength: 1, maxLength: 5 }).map((cuts) =>
    cuts.reduce((so, [at, length, shard]) => {
      const piece = shard === "copy" ? so.slice(at, at + length).repeat(2) : shard;
      return so.slice(0, at) + piece + so.slice(at + length);
    }, text),
  );
}

/** The same with whole lines: most of these are good YAML that means something else. */
export function shuffled(text: string) {
  const lines = text.split("\n");
  const move = fc.tuple(fc.nat(lines.length - 1), fc.nat(lines.length - 1), fc.constantFrom("drop", "copy", "word"));
  return fc.array(move, { minLength: 1, maxLength: 6 }).map((moves) => {
    const now = [...lines];
    for (const [from, to, how] of moves) {
      const line = now[from] ?? "";
      if (how === "drop") now.splice(from, 1);
      else if (how === "copy") now.splice(to, 0, line);
      else now[from] = line.replace(/(\w+)([^\w]*)$/, (_, word: string, rest: string) => `${word}x${rest}`);
    }
    return now.join("\n");
  });
}
