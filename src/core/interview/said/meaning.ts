import { askedOf, type FlowColumn, type Place, questionsFor } from "../../flow/flow.ts";
import type { Label, Text } from "../../message.ts";
import { findNames } from "../reading/column-names.ts";
import { fold, namesOf } from "../reading/names.ts";
import type { Screen } from "../screens.ts";
import type { Situation } from "../situation.ts";
import { dayOf } from "../when.ts";

const asks =
  /怎么(?:填|算|统计|报|计)|什么意思|啥意思|口径|填什么|指什么|指的是什么|是什么|是按|按什么|算不算|算吗|还是|含不含|包不包括|how (?:do|is|are)|what (?:does|is)|counts? as/;
/** What a question of this kind says beside what it is about. */
const beside =
  /请问|一下|怎么(?:填|算|统计|报|计)|什么意思|啥意思|口径|填什么|指什么|指的是什么|是什么|这(?:个|里|栏|项|屏|一栏|一项|一屏)?|那个?|本|该|的|数|是|呢|啊|呀|吗|how do i fill|what does|what is|this|that|the|mean|in|[\s,，、?？]/g;
const opening = /首期|期初|第1期|第一期|累计|opening|to date/;
/** Longer than this it tells of something. */
const LONGEST = 30;

/**
 * What the flow itself says to a question of what is meant: of a column, its unit and what stands of it in the
 * explanation; of the first round, what it covers; of the question that stands, its explanation. What the flow does not
 * say, the coordinator does. Undefined where nothing of the kind is asked.
 */
export function meaningOf(text: string, situation: Situation, screens: readonly Screen[]): Text | undefined {
  const words = fold(text).replace(/(?<![?？。.!！~呢啊呀])[?？。.!！~呢啊呀]+$/, "");
  if (!asks.test(words) || [...words].length > LONGEST) return undefined;
  const { flow, unit, person } = situation;
  const places = askedOf(flow, unit.department ?? "");
  const screen = screens.find(({ id }) => id === person.prompt?.screen);
  // A narrative may ask as well: there only what names a column, or nothing at all, is a question to the bot.
  const column = columnIn(words, screen?.kind === "figures" ? screen.places : places, places);
  if (column && !/\d/.test(words)) return ofColumn(column, situation);
  if (opening.test(words) && screen?.kind !== "text") return ofOpening(situation);
  const about = words.replace(beside, "");
  if (about === "" || about === "说明") return helpOf(situation, screen) ?? { key: "digression-help" };
  return screen?.kind === "text" ? undefined : unknown(situation);
}

/** Nobody but the coordinator can say: whom to ask. */
export function unknown({ office }: Situation): Text {
  return office
    ? { key: "digression-unknown-office", args: { office: office.name, contact: office.contact } }
    : { key: "digression-unknown" };
}

function columnIn(words: string, here: readonly Place[], all: readonly Place[]): FlowColumn | undefined {
  const [found] = findNames(words, here);
  return (found ?? findNames(words, all)[0])?.place.column;
}

/** 整改企业数量（家）。…完成整改的那一期计数。 */
function ofColumn(column: FlowColumn, situation: Situation): Text {
  const { flow, unit } = situation;
  const names = namesOf(column);
  const help = questionsFor(flow, unit.department ?? "").find((each) => each.type === "table" && each.help)?.help ?? {};
  const told: Label = Object.fromEntries(
    Object.entries(help).map(([language, words]) => [
      language,
      words
        .split(/(?<=[；。;.])\s*/)
        .filter((clause) => names.some((name) => fold(clause).includes(name)))
        .map((clause) => clause.replace(/[；。;.]$/, ""))
        .join("；"),
    ]),
  );
  const spoken = Object.values(told).some((words) => words !== "");
  return {
    join: [
      { key: "meaning-column", args: { column: { label: column.short }, unit: { label: column.unit ?? {} } } },
      ...(spoken ? [{ label: told }] : []),
      ask(situation),
    ],
    by: "\n",
  };
}

/** Further than the flow goes, whom to ask. */
function ask({ office }: Situation): Text {
  return office
    ? { key: "meaning-ask-office", args: { office: office.name, contact: office.contact } }
    : { key: "meaning-ask" };
}

function ofOpening({ flow, round }: Situation): Text {
  const from = dayOf(round.covers.from, flow);
  return { key: round.number === 1 ? "meaning-opening" : "meaning-opening-later", args: { from } };
}

/** The flow's own explanation of the question that stands. */
function helpOf({ flow, unit }: Situation, screen: Screen | undefined): Text | undefined {
  const questions = questionsFor(flow, unit.department ?? "");
  const question =
    screen?.kind === "text" || screen?.kind === "choice"
      ? screen.question
      : questions.find((each) => each.type === "table" && each.help !== undefined);
  return question?.help && { label: question.help };
}
