import { cellAt } from "../../cells.ts";
import { askedOf, type Place } from "../../flow/flow.ts";
import { say } from "../../message.ts";
import { answered } from "../answering.ts";
import { askWhich } from "../meant/which-class.ts";
import type { Outcome } from "../outcome.ts";
import { asked } from "../questions/index.ts";
import { findNames } from "../reading/column-names.ts";
import { figuresScreens } from "../reading/locate.ts";
import { fold, type Named, namesOf } from "../reading/names.ts";
import { readQuantity } from "../reading/quantity.ts";
import type { FiguresScreen } from "../screens.ts";
import type { Situation } from "../situation.ts";

/** 不应该是, 没写错: the contrary of what the words say alone. */
const not = "(?<!(?:[不别没未无](?:有|用|要|必|能|该|应该?|需要?|可以?|会|是)?))";
const becomes = "(?:应该?是|应为|改成|改为|更正为|should be)";
const wrong = new RegExp(`${not}(?:(?:写|填|报|打|输|弄|记|抄)错|错了|有误|不对|is wrong|${becomes})`);
const right = new RegExp(`${not}${becomes}\\s*[:=]?\\s*([^\\s,;，；]+?)(?:才对|吧|了|的)?[。.!]*$`);
/** The same with other words behind it: nobody can tell what they make of the figure. */
const rightAmongWords = new RegExp(`${not}${becomes}\\s*[:=]?\\s*([^\\s,;，；。]*\\d[^\\s,;，；。]*)`);

/** Longer than this it tells of something, and mends nothing. */
const LONGEST = 40;

/**
 * 刚才那个罚没写错了，应该是1.8万: a figure that is named by its column alone is the one that stands there; of several it
 * is asked which. Undefined where no column is named, or nothing stands that could be meant.
 */
export function saidWrong(situation: Situation, text: string): Outcome | undefined {
  const words = fold(text);
  if (!wrong.test(words) || [...words].length > LONGEST || text.includes("\n")) return undefined;
  const [only, ...others] = meantBy(words, situation);
  if (!only) return undefined;
  const figure = right.exec(words)?.[1] ?? "";
  const readable = readQuantity(figure, only.place.column).kind === "figure";
  if (figure !== "" && !readable) return undefined;
  const rest = readable ? `${only.name} ${figure}` : "";
  if (others.length === 0)
    return readable
      ? answered(only.screen, asked(only.screen, situation).said(rest))
      : { entries: [], lead: notKept(words, only.name), ask: { kind: "screen", id: only.screen.id } };
  const screens = [only, ...others].map(({ screen }) => screen);
  return readable ? askWhich(situation, { screens, rest, where: true }) : undefined;
}

/** What is said of a figure that other words follow. */
function notKept(words: string, name: string): Outcome["lead"] {
  const [, part] = rightAmongWords.exec(words) ?? [];
  return part === undefined ? [] : [say({ key: "wrong-not-kept", args: { part, example: `${name} ${part}` } })];
}

type Meant = { readonly screen: FiguresScreen; readonly place: Place; readonly name: string };

/** Where a column that the words name has a figure that is not 0, within the rows and classes that they name. */
function meantBy(words: string, { flow, unit, report }: Situation): readonly Meant[] {
  const screens = figuresScreens(askedOf(flow, unit.department ?? ""));
  const named = (things: readonly Named[]) => {
    const those = things.filter((thing) => namesOf(thing).some((name) => words.includes(name)));
    return those.length > 0 ? those : things;
  };
  const rows = named([...new Set(screens.map(({ row }) => row))]);
  const found = screens.flatMap((screen): readonly Meant[] => {
    const [first, another] = findNames(words, screen.places);
    if (!first || (another && another.place !== first.place)) return [];
    return [{ screen, place: first.place, name: words.slice(first.start, first.end) }];
  });
  // 不合格批次 is no 不合格.
  const longest = Math.max(0, ...found.map(({ name }) => name.length));
  const columns = found.filter(({ name, screen }) => name.length === longest && rows.includes(screen.row));
  const standing = columns.filter(({ place }) => ![undefined, 0].includes(valueAt(place)));
  const groups = named([...new Set(standing.map(({ screen }) => screen.group))]);
  return standing.filter(({ screen }) => groups.includes(screen.group));

  function valueAt(place: Place): number | undefined {
    const value = cellAt(report.cells, place.id);
    return typeof value === "number" ? value : undefined;
  }
}
