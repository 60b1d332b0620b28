import { z } from "zod";
import type { Examiner } from "./examiner.ts";
import { guideOf } from "./guide.ts";
import { at, problemsOf } from "./issues.ts";
import { mend } from "./mend.ts";
import { type Path, type Problem, sorted } from "./problem.ts";
import { readYaml, type Source } from "./yaml.ts";

/** A file's value and what its examination made of it; or everything that is wrong with it, in the file's order. */
export type Read<T, M> = { readonly value: T; readonly made: M } | { readonly problems: readonly Problem[] };

/** Reads a YAML text by a schema, then by meaning; both are told of at once. Never throws. */
export function readAs<T, M>(text: string, schema: z.ZodType<T>, examine: (value: T, ex: Examiner) => M): Read<T, M> {
  const read = readYaml(text);
  if ("problems" in read) return read;
  const { source } = read;
  const problems: Problem[] = [];
  const result = schema.safeParse(source.value);
  if (result.success) {
    const made = examine(result.data, examiner(source, [], problems));
    return problems.length === 0 ? { value: result.data, made } : { problems: sorted(problems) };
  }
  const guide = guideOf(z.toJSONSchema(schema, { io: "input" }), source.value);
  problems.push(...problemsOf(result.error.issues, source, guide));
  const mended = mend(schema, source.value);
  if (mended) examine(mended.value, examiner(source, mended.unsound, problems));
  return { problems: sorted(problems) };
}

function examiner(source: Source, unsound: readonly Path[], problems: Problem[]): Examiner {
  const above = (outer: Path, inner: Path) => outer.every((step, index) => step === inner[index]);
  const made = (path: Path) => unsound.some((each) => above(each, path));
  return {
    tell: (path, what, part) => {
      if (!made(path)) problems.push(at(source, path, what, part));
    },
    sound: (path) =>
      !made(path) &&
      !unsound.some((each) => {
        const rest = above(path, each) ? each.slice(path.length) : undefined;
        return rest !== undefined && (rest.length === 1 || (rest.length === 2 && rest[1] === "id"));
      }),
    lineOf: (path) => source.place(path).line,
  };
}
