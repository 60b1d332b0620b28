import { askedOf } from "../../flow/flow.ts";
import { calledExactly } from "../reading/names.ts";
import type { Situation } from "../situation.ts";

/**
 * Pasted lines that name a row, a class beside it, and then its figures (口罩⇥质量违法⇥2⇥1…), as lines of a message; a line
 * of heads may stand above them. Undefined where any line is of another kind: then it is a sheet.
 */
export function linesOfClasses(text: string, { flow, unit }: Situation): string | undefined {
  const places = askedOf(flow, unit.department ?? "");
  const rows = [...new Set(places.map(({ row }) => row))];
  const groups = [...new Set(places.map(({ group }) => group))];
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.split("\t").map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ""));
  const [first, ...others] = lines;
  const named = (cells: readonly string[] | undefined) => {
    const [row = "", group = "", figure = ""] = cells ?? [];
    return calledExactly(row, rows).length > 0 && calledExactly(group, groups).length > 0 && figure !== "";
  };
  const heads = first !== undefined && others.length > 0 && !named(first) && first.every((cell) => !/\d/.test(cell));
  const body = heads ? others : lines;
  if (body.length === 0 || !body.every(named)) return undefined;
  return lines.map((cells) => cells.join(" ")).join("\n");
}
