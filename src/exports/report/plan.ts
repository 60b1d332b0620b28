import { dateIn } from "../../core/calendar/words.ts";
import type { Audience, Return, Word } from "../export.ts";
import { dayPrinted, daysOf, roundsNamed } from "../return/period.ts";
import { say } from "../sheet/plan.ts";
import { plain } from "../sheet/style.ts";
import { ofCampaign } from "./of-campaign.ts";
import { ofRounds } from "./of-rounds.ts";
import type { Report, ReportPart } from "./parts.ts";
import { titleLines } from "./title.ts";

/** A report in words: its title, the period, its chapters, who sends it up, what is appended. */
export function reportOf(of: Return, audience: Audience, word: Word): Report {
  const { flow, language, final } = of;
  const days = daysOf(of);
  const period = word("report-period", { from: dayPrinted(days.from, word), to: dayPrinted(days.to, word) });
  const numerals = word("report-numerals").split(" ");
  const { sections, appendices } = final
    ? ofCampaign(of, final.ledgers, period, word)
    : ofRounds(of, audience, period, word);
  const signed = dateIn(of.round.due, flow.calendar.zone);
  return {
    title: titleLines(plain(final?.title ?? say(flow.name, language)), language),
    justified: word("report-justified") === "yes",
    under: word("report-under", { rounds: roundsNamed(of, word), period }),
    parts: [
      ...sections.flatMap(({ title, parts }, index): ReportPart[] => [
        {
          kind: "heading",
          text: word("report-heading", { number: numerals[index] ?? String(index + 1), title }),
        },
        ...parts,
      ]),
      { kind: "signature", lines: [plain(of.head.unit), dayPrinted(signed, word)] },
      ...appendices.flatMap(({ title, parts }, index): ReportPart[] => {
        // One alone bears no number.
        const [only] = appendices.length > 1 ? [] : [word("report-appendix-only")];
        const name = only ?? word("report-appendix", { number: String(index + 1) });
        return [{ kind: "appendix", name, title }, ...parts];
      }),
    ],
  };
}
