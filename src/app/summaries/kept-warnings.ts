import { type Block, type Text, worded } from "../../core/message.ts";

/** How many warnings stand, and how many of them without the unit's reason. */
export function keptLine(count: number, confirmed: number, unexplained: number): Block<Text> {
  const without: readonly Text[] = [
    ...(confirmed > 0 ? [{ key: "posting-kept-confirmed", args: { count: confirmed } }] : []),
    ...(unexplained > 0 ? [{ key: "posting-kept-unexplained", args: { count: unexplained } }] : []),
  ];
  return without.length === 0
    ? worded("posting-kept", { count })
    : worded("posting-kept-without", { count, without: { join: without, by: { key: "list-comma" } } });
}
