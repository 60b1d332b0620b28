import { type Examiner, listed } from "../../source/examiner.ts";
import { nearest } from "../../source/nearest.ts";
import type { Path } from "../../source/problem.ts";

/** The keys under which words for people stand. */
const WORDED = new Set([
  "name",
  "title",
  "label",
  "short",
  "unit",
  "ask",
  "say",
  "help",
  "note",
  "zero",
  "final_title",
  "example",
  "tick_rows",
  "done",
]);

/** Whether every label is there in each of the flow's languages, and in no other. */
export function examineLabels(file: { readonly languages: readonly string[] }, ex: Examiner): void {
  const { languages } = file;
  if (!ex.sound(["languages"])) return;
  const look = (value: unknown, path: Path): void => {
    if (typeof value !== "object" || value === null) return;
    const worded = WORDED.has(String(path.at(-1))) || (path[0] === "notes" && path.length === 2);
    const isList = Array.isArray(value);
    if (worded && !isList) examineLabel(Object.keys(value), languages, path, ex);
    else for (const [key, inner] of Object.entries(value)) look(inner, [...path, isList ? Number(key) : key]);
  };
  look({ ...file, asks: {} }, []);
}

function examineLabel(given: readonly string[], languages: readonly string[], path: Path, ex: Examiner): void {
  const missing = languages.filter((language) => !given.includes(language));
  for (const language of given) {
    if (languages.includes(language)) continue;
    const meant = nearest(language, missing) ?? missing[0];
    const known = { language, languages: languages.join(", ") };
    const wrong =
      meant === undefined
        ? { key: "problem-label-strange", args: known }
        : { key: "problem-label-meant", args: { ...known, meant } };
    ex.tell([...path, language], wrong, "key");
  }
  if (missing.length > 0)
    ex.tell(path, {
      key: "problem-label-missing",
      args: { languages: listed(missing), keys: missing.map((language) => `${language}: …`).join(", ") },
    });
}
