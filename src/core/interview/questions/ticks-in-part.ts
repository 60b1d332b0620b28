import type { ReportEntry } from "../../report-entry.ts";
import { nearest } from "../../source/nearest.ts";
import { fold, leadingName, namesOf } from "../reading/names.ts";
import type { Option, TicksScreen } from "../screens.ts";
import type { Situation } from "../situation.ts";
import type { Answer } from "./question.ts";
import { standing } from "./ticks-standing.ts";

/** What stands between the things of a list. */
const between = /[,;、，；。.]+|\s+and\s+|\s+(?=\p{Script=Han})/u;
const joint = /^(?:和|跟|与|及|以及|还有|&)\s*(?=\S)/;
/** What a thing may be called that is no option: a short word that neither denies nor excepts. */
const thing = /^(?!.*(?:[没无不未非除别只仅删撤错漏外]|去掉|取消|\b(?:no|not|except|only)\b))\p{L}[\p{L} ]{0,11}$/u;

/** More words than these are no list of things. */
const MOST = 6;

/**
 * 口罩、消毒液: what is an option is ticked and the screen goes on; what is none is named. Nothing is closed, for a word
 * that nobody knows may be an option that was misspelt. Undefined where the text is no such list.
 */
export function inPart(screen: TicksScreen, text: string, situation: Situation): Answer | undefined {
  const options: Option[] = [];
  const others: string[] = [];
  for (const part of fold(text).split(between)) {
    for (let rest = part.trim(); rest !== ""; ) {
      const name = leadingName(rest, screen.options);
      if (!name && !thing.test(rest)) return undefined;
      if (!name) {
        others.push(rest);
        break;
      }
      options.push(name.thing);
      if (name.rest !== "" && !joint.test(name.rest)) return undefined;
      rest = name.rest.replace(joint, "");
    }
  }
  const [first] = others;
  if (options.length === 0 || first === undefined || others.length > MOST) return undefined;
  // 口罩、防户服: what was misspelt may be offered, and must not fall to 0 unnoticed.
  if (others.some((word) => nearest(word, screen.options.flatMap(namesOf)) !== undefined)) return undefined;
  const before = standing(screen, situation);
  const ticked = screen.options.filter((option) => options.includes(option) || before.includes(option.id));
  const entry: ReportEntry = { kind: "ticked", screen: screen.id, ticks: ticked.map(({ id }) => id) };
  const by = { key: "list-comma" } as const;
  const args = {
    names: { join: ticked.map(({ short }) => ({ label: short })), by },
    others: { join: others, by },
  };
  return { kind: "kept", entries: [entry], echo: [{ key: "interview-ticks-in-part", args }], stay: true };
}
