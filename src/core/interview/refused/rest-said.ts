import { idsIn } from "../../cells.ts";
import { askedOf, type Place } from "../../flow/flow.ts";
import type { Text } from "../../message.ts";
import { isSent } from "../../submission.ts";
import { excerpt } from "../reading/excerpt.ts";
import { fold, namesOf } from "../reading/names.ts";
import { saysAllZero, saysNothingInWords } from "../said/nothing.ts";
import { othersAreZero, othersBehindFigure } from "../said/the-rest.ts";
import type { Screen } from "../screens.ts";
import type { Situation } from "../situation.ts";
import { openOf } from "./rest.ts";

const but =
  /^除(?:了)?\s*(.+?)\s*(?:之外|以外|外)?[,，]?\s*(?:的)?(?:其余|其他|其它|别的)?(?:的)?(?:物资|产品|单位|项目)?(?:都|全|均|全部|一律)+(?:是|为|记|填)?\s*(?:0|零|无|没有)(?:了|的)?$/;
const butEnglish = /^(?:all|everything|the rest) (?:is |are )?(?:0|zero|none|nothing),? (?:except|but)(?: for)? (.+)$/;

/**
 * Words for all that is not named which do not say what that is: 除口罩外都是0 leaves the masks open, and 其他都没有 may
 * speak of the class that is called so. What to write instead; undefined where a text is neither, or is a narrative.
 */
export function restUnclear(text: string, situation: Situation, screen: Screen | undefined): Text | undefined {
  const { flow, unit, report } = situation;
  if (screen?.kind === "text" || text.includes("\n")) return undefined;
  const said = fold(text).replace(/(?<![。.!！])[。.!！]+$/, "");
  const except = but.exec(said)?.[1] ?? butEnglish.exec(said)?.[1];
  if (except !== undefined && !/\d/.test(except)) return { key: "rest-except", args: { part: excerpt(except) } };
  const [, word] = othersAreZero.exec(said) ?? [];
  const places = askedOf(flow, unit.department ?? "");
  const behind = othersBehindFigure.exec(said)?.[1];
  const isSibling = ({ group }: Place) => {
    const ids = group.columns.map(({ id }) => id);
    return (
      namesOf(group).includes(behind ?? "") &&
      screen?.kind === "figures" &&
      screen.group.columns.some(({ id }) => ids.includes(id))
    );
  };
  // 立案3，其他没有 at one class: the other columns, or the class that is called so.
  if (behind !== undefined && places.some(isSibling)) return { key: "rest-of-screen-or-class", args: { part: behind } };
  const [row] = places;
  const isClass = word !== undefined && places.some(({ group }) => namesOf(group).includes(word));
  // Where nothing is open there is nothing that could be meant.
  if (isClass && openOf(situation, report.cells).length === 0) return { key: "taken-rest-none" };
  return isClass && row ? { key: "rest-or-class", args: { part: word, row: { label: row.row.short } } } : undefined;
}

/** Whether somebody who has answered nothing yet says that there is nothing. */
export function isNothing(text: string, { report }: Situation): boolean {
  const said = fold(text).replace(/(?<![。.!！])[。.!！]+$/, "");
  return !isSent(report) && idsIn(report.cells).length === 0 && (saysAllZero(said) || saysNothingInWords(said));
}
