import type { Block, Choice, Text } from "../../core/message.ts";
import { treeOf } from "../../core/table/tree.ts";
import type { House } from "../house.ts";
import { commandChoice } from "../inquiries/asking.ts";

/**
 * What can be pressed under the first posting of a round: the picture, the newest workbook, the parts. Everybody in
 * the group sees the same buttons, so that there are only those that all of its leaders may press.
 */
export function postingButtons(house: House, number: number): Block<Text> {
  const tree = treeOf(house.people.roster);
  const branches = tree.below(tree.top).some(({ id }) => tree.below(id).length > 0);
  return {
    kind: "choices",
    choices: [
      ...alone(number),
      ...commandChoice({ key: branches ? "by-branches" : "by-units" }, "summary", divided(number, branches)),
      ...commandChoice({ key: "by-rows" }, "summary", `${number} by.rows`),
    ],
  };
}

/** Under a later version, which is read beside the first: the table as it is now. */
export function revisionButtons(number: number): Block<Text> {
  return { kind: "choices", choices: alone(number) };
}

function alone(number: number): readonly Choice<Text>[] {
  return [
    ...commandChoice({ key: "alone-picture" }, "summary", `${number} as.picture`),
    ...commandChoice({ key: "alone-workbook" }, "summary", `${number} as.workbook`),
  ];
}

function divided(number: number, branches: boolean): string {
  return `${number} by.${branches ? "branches" : "units"}`;
}
