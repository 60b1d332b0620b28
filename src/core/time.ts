/**
 * An instant in milliseconds since 1970-01-01T00:00Z. A plain number: entries are stored by the million and compared
 * far more often than they are shown. Calendar arithmetic happens in `core/calendar` with Temporal alone.
 */
export type Instant = number;

/** A length of time in milliseconds. */
export type Duration = number;

export const MINUTE: Duration = 60_000;
export const HOUR: Duration = 3_600_000;
export const SECOND: Duration = 1_000;
