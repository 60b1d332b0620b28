import { Temporal } from "temporal-polyfill";
import { halfWidth } from "../../interview/reading/quantity.ts";
import type { FieldOf } from "../schema.ts";
import { type FieldType, refused } from "./field.ts";

/** Days from today that are offered to press. */
const OFFERED = [3, 7, 15] as const;

/** A calendar day from today on: 5月29日, 5-29, 2020-05-29, or a button. */
export const date: FieldType<FieldOf<"date">> = {
  prompt: (_field, { today, button }) => [
    {
      kind: "choices",
      choices: OFFERED.map((days) => {
        const day = Temporal.PlainDate.from(today).add({ days });
        const args = { days, month: String(day.month), day: String(day.day) };
        return { label: { key: "case-in-days", args }, action: button(day.toString()) };
      }),
    },
    { kind: "text", text: { key: "case-date-how" } },
  ],
  said: (_field, said, { today }) => {
    const day = dayIn(said, today);
    if (!day) return refused("case-date-unclear");
    if (day < today) return refused("case-date-past");
    return { kind: "answer", answer: { kind: "date", date: day } };
  },
  pressed: (_field, value, { today }) => (isDay(value) && value >= today ? { kind: "date", date: value } : undefined),
};

/** The day that a text names; one without a year is the next such day. */
function dayIn(said: string, today: string): string | undefined {
  const words = halfWidth(said).replace(/\s+/g, "");
  const read = /^(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})[日号]?(?:前|之前)?$/.exec(words);
  if (!read) return undefined;
  const [, year, month = "", day = ""] = read;
  const rest = `${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const thisYear = today.slice(0, 4);
  const named = `${year ?? thisYear}-${rest}`;
  const next = `${Number(thisYear) + 1}-${rest}`;
  const meant = year === undefined && named < today && isDay(next) && sooner(next, today) ? next : named;
  return isDay(meant) ? meant : undefined;
}

/** Whether a day lies within half a year: 1月5日 said in December is the coming one, 5月1日 said on 5月20日 has passed. */
function sooner(day: string, today: string): boolean {
  return Temporal.PlainDate.from(today).until(day, { largestUnit: "days" }).days <= 183;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" }).toString() === text;
  } catch {
    return false;
  }
}
