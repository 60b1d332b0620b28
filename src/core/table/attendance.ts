import type { Standing } from "./table.ts";
import { type Attendance, type Timeliness, timelinessBy, timelinessOf } from "./timeliness.ts";

/** A unit in the rounds of a span: how it stood in each; `none` where it owed nothing, `open` where it has time yet. */
export type Attended = {
  readonly id: string;
  readonly department: string;
  readonly byRound?: readonly { readonly number: number; readonly standing: Standing | "none" | "open" }[];
};

/** How the reports of a span came: all of them, and unit by unit in the order given. */
export function attendanceOf(units: readonly Attended[]): {
  readonly all: Timeliness;
  readonly units: readonly Timeliness[];
} {
  const attendances = units.flatMap(attendancesOf);
  return { all: timelinessOf(attendances), units: timelinessBy("unit", attendances) };
}

function attendancesOf({ id, department, byRound = [] }: Attended): readonly Attendance[] {
  return byRound.flatMap(({ number, standing }) =>
    standing === "none" || standing === "open"
      ? []
      : [{ round: String(number), number, unit: id, department, standing }],
  );
}

/** A rate as it is printed, `92.9%`, rounded down: 99.96 % is not everybody. A dash where nothing was due. */
export function rateShown(rate: number | undefined): string {
  return rate === undefined ? "—" : `${Math.floor(rate * 1000) / 10}%`;
}
