import { excerpt } from "../../interview/reading/excerpt.ts";
import { fold } from "../../interview/reading/names.ts";
import { textOf } from "../../message.ts";
import type { Unit, Words } from "../../roster.ts";
import type { FieldOf } from "../schema.ts";
import { type FieldType, refused } from "./field.ts";

/** As many are offered to press where a name fits several. */
const OFFERED = 8;

/** A unit of the roster, by its name or a part of it. */
export const unit: FieldType<FieldOf<"unit">> = {
  prompt: (field, { units, button }) => {
    const all = choosable(field, units);
    const example = all[0];
    if (all.length <= OFFERED)
      return [
        { kind: "choices", choices: all.map((each) => ({ label: textOf(each.short), action: button(each.id) })) },
      ];
    return [{ kind: "text", text: { key: "case-unit-how", args: { example: example ? textOf(example.short) : "" } } }];
  },
  said: (field, said, { units, button }) => {
    const words = fold(said);
    const all = choosable(field, units);
    const exact = all.filter((each) => [...names(each.name), ...names(each.short)].includes(words));
    const found = exact.length > 0 ? exact : all.filter((each) => words.length > 1 && fits(each, words));
    const [only, ...more] = found;
    if (!only) return refused("case-unit-unknown", { part: excerpt(said) });
    if (more.length === 0) return { kind: "answer", answer: { kind: "unit", unit: only.id } };
    const choices = found.slice(0, OFFERED).map((each) => ({ label: textOf(each.short), action: button(each.id) }));
    return { kind: "refused", why: { key: "case-unit-several", args: { part: excerpt(said) } }, choices };
  },
  pressed: (field, value, { units }) =>
    choosable(field, units).some(({ id }) => id === value) ? { kind: "unit", unit: value } : undefined,
};

/** Units with people of their own, of the departments that the question allows. */
function choosable({ departments }: FieldOf<"unit">, units: readonly Unit[]): readonly Unit[] {
  return units.filter(({ department }) => department !== undefined && (departments?.includes(department) ?? true));
}

function names(words: Words): readonly string[] {
  return (typeof words === "string" ? [words] : Object.values(words)).map(fold);
}

function fits({ name, short }: Unit, words: string): boolean {
  return [...names(name), ...names(short)].some((each) => each.includes(words));
}
