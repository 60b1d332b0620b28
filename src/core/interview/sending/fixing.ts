import { askedOf } from "../../flow/flow.ts";
import { type Label, say } from "../../message.ts";
import { answered } from "../answering.ts";
import { askWhich } from "../meant/which-class.ts";
import { type Outcome, screensIn } from "../outcome.ts";
import { asked } from "../questions/index.ts";
import { excerpt } from "../reading/excerpt.ts";
import { figuresScreens, locate, placesNamed } from "../reading/locate.ts";
import { named } from "../reading/named.ts";
import { halfWidth, readQuantity } from "../reading/quantity.ts";
import type { Screen } from "../screens.ts";
import type { Situation } from "../situation.ts";
import { reviewed } from "./review.ts";

/** A line of the review and what is to stand there: 7=35, 2 立案=5, 3. */
const numbered = /^([\d０-９]{1,3})(\s*[=＝:：]\s*|\s+|$)(.*)$/su;

/** Whether a text begins as a correction by line does, with something to put there. */
export function namesLine(text: string): boolean {
  return /^\d{1,3}\s*(?:=|[:：]|\s\S)/.test(halfWidth(text).trim());
}

/** The line of the review that a text names by its number, whether a sign parts it from what is to stand there, and that. */
export function lineNamed(
  situation: Situation,
  text: string,
): { readonly number: number; readonly line?: Screen; readonly parted: boolean; readonly rest: string } | undefined {
  const [, digits, between = "", rest = ""] = numbered.exec(text.trim()) ?? [];
  if (digits === undefined) return undefined;
  const number = Number(halfWidth(digits));
  const line = reviewed(screensIn(situation), situation.report)[number - 1];
  return { number, ...(line ? { line } : {}), parted: between.trim() !== "", rest };
}

/** 改 …: a line of the review by number, or a place by name, with the new figures or to be asked again. */
export function fix(situation: Situation, args: string): Outcome {
  if (args.trim() === "") return unclear({ key: "fix-what" });
  const screens = screensIn(situation);
  const lines = fixedLines(situation, args, screens);
  if (lines !== undefined) return named(situation, lines, screens) ?? unclear({ key: "fix-what" });
  const byNumber = lineNamed(situation, args);
  if (byNumber?.line) return fixLine(situation, byNumber.number, byNumber.line, byNumber.rest);
  const place = locate(args, screens, situation);
  if (place?.kind === "several") return askWhich(situation, place);
  if (place?.kind === "screen" && place.rest === "")
    return { entries: [], lead: [], ask: { kind: "screen", id: place.screen.id } };
  if (place?.kind === "screen") return answered(place.screen, asked(place.screen, situation).said(place.rest));
  const elsewhere = column(situation, args, screens) ?? named(situation, args, screens);
  if (elsewhere) return elsewhere;
  return unclear(
    byNumber === undefined
      ? { key: "fix-unclear", args: { part: excerpt(args.trim()) } }
      : { key: "fix-no-line", args: { number: byNumber.number } },
  );
}

/**
 * Several numbered lines, or one that repeats what the review shows of it (`1 口罩 生产企业排查：排查13 不合格2`), with
 * their places in place of the numbers; undefined for anything else.
 */
function fixedLines(situation: Situation, args: string, screens: readonly Screen[]): string | undefined {
  const written = args.split(/\r?\n/).filter((line) => line.trim() !== "");
  const lines = written.map((line) => {
    const { line: screen, rest = "" } = lineNamed(situation, line) ?? {};
    const place = screen && locate(rest, screens, situation);
    const repeats = place?.kind === "screen" && place.screen.id === screen?.id && place.rest !== "";
    if (repeats) return { repeats, text: rest };
    const bare = screen && rest !== "" && placed(situation, screen, rest);
    return bare ? { repeats: false, text: bare } : undefined;
  });
  const texts = lines.flatMap((line) => (line ? [line.text] : []));
  const whole = texts.length === written.length && (texts.length > 1 || lines.some((line) => line?.repeats));
  return whole ? texts.join("\n") : undefined;
}

/** What is said to a screen, with its place in front, as the flow itself calls it: the line is quoted where it fails. */
function placed({ flow }: Situation, screen: Screen, words: string): string | undefined {
  const name = (label: Label) => label[flow.languages[0] ?? ""] ?? "";
  switch (screen.kind) {
    case "figures":
      return `${name(screen.row.short)} ${name(screen.group.short)} ${words}`;
    case "text":
    case "choice":
      return `${name(screen.question.label)}: ${words}`;
    case "ticks":
      return undefined;
  }
}

function fixLine(situation: Situation, number: number, line: Screen, rest: string): Outcome {
  if (rest === "") return { entries: [], lead: [], ask: { kind: "screen", id: line.id } };
  const answer = asked(line, situation).said(rest);
  const [first] = line.kind === "figures" ? line.places : [];
  // One figure for a line of several: which of them is to become it?
  if (
    answer.kind === "kept" ||
    line.kind !== "figures" ||
    !first ||
    readQuantity(rest, first.column).kind === "refused"
  )
    return answered(line, answer);
  const args = { number, count: line.places.length, column: { label: first.column.short }, figure: rest };
  return { entries: [], lead: [say({ key: "fix-which-column", args })], ask: { kind: "same" } };
}

/** 改 口罩 立案: the screen where the column stands is asked again; of several classes, first which. */
function column(situation: Situation, words: string, screens: readonly Screen[]): Outcome | undefined {
  const places = askedOf(situation.flow, situation.unit.department ?? "");
  const meant = placesNamed(words, places);
  const all = figuresScreens(places).filter((screen) => screen.places.some((place) => meant.includes(place)));
  const open = all.filter(({ id }) => screens.some((screen) => screen.id === id));
  const which = open.length > 0 ? open : all;
  const [only, another] = which;
  if (!only) return undefined;
  return another
    ? askWhich(situation, { screens: which, rest: "" })
    : { entries: [], lead: [], ask: { kind: "screen", id: only.id } };
}

function unclear(text: Parameters<typeof say>[0]): Outcome {
  return { entries: [], lead: [say(text)], ask: { kind: "review" } };
}
