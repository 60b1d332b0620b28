import { askedOf, type Finding } from "../../flow/flow.ts";
import type { Text } from "../../message.ts";
import { placeName } from "../echo.ts";
import type { Situation } from "../situation.ts";
import { sentenceOf } from "./checking.ts";

/** A doubt as a sentence; with its place in front where several places are spoken of. */
export function doubtText(finding: Finding, situation: Situation | undefined): Text {
  const doubt = sentenceOf(finding);
  const [cell] = finding.cells;
  const place = situation && askedOf(situation.flow, situation.unit.department ?? "").find(({ id }) => id === cell);
  if (!place) return { key: "interview-doubt", args: { doubt } };
  return { key: "interview-doubt-at", args: { place: placeName(place), doubt } };
}
