import type { DeskOverview } from "../../channels/desk.ts";
import { isoWithOffset } from "../../core/calendar/words.ts";
import type { Deliveries } from "../../core/delivery.ts";
import type { Flow } from "../../core/flow/flow.ts";
import type { Round } from "../../core/round.ts";
import { MINUTE } from "../../core/time.ts";
import { type Language, wordingOf } from "../../wording/wording.ts";
import { readReport } from "../documents.ts";
import type { House } from "../house.ts";

/** What was delivered about a round and when, the newest first: reminders of one minute and kind are one line. */
export async function deliveriesOf(
  house: House,
  flow: Flow,
  round: Round,
  language: Language,
): Promise<Pick<DeskOverview, "deliveries" | "undelivered">> {
  const reports = await Promise.all(round.units.map((unit) => readReport(house.store, flow.id, round.round, unit)));
  const lines = new Map<string, { at: number; kind: string; count: number }>();
  let lost = 0;
  for (const deliveries of [round.deliveries, ...reports.map((report): Deliveries => report.deliveries)])
    for (const [key, delivery] of Object.entries(deliveries)) {
      if (delivery.state === "undeliverable") lost += 1;
      if (delivery.state !== "sent") continue;
      const kind = kindIn(key);
      const minute = Math.floor(delivery.at / MINUTE) * MINUTE;
      const line = lines.get(`${kind}/${minute}`) ?? { at: minute, kind, count: 0 };
      lines.set(`${kind}/${minute}`, { ...line, count: line.count + 1 });
    }
  const { word } = wordingOf(language);
  const all = [...lines.values()].sort((a, b) => b.at - a.at);
  const deliveries = all.map(({ at, kind, count }) => ({
    at: isoWithOffset(at, flow.calendar.zone),
    what: word(`delivered-${kind}`),
    count,
  }));
  return { deliveries, undelivered: lost };
}

/** What kind of delivery a key names: its first word, and of a reminder its rule. */
function kindIn(key: string): "post" | "preview" | "opening" | "remind" | "urge" | "list" | "up" | "sign" {
  const [first] = key.split("/");
  if (key.endsWith("/up") || key.includes("/up/")) return "up";
  if (first === "remind") return /-opening(\/|$)/.test(key) ? "opening" : "remind";
  if (first === "preview" || first === "urge" || first === "list" || first === "sign") return first;
  return "post";
}
