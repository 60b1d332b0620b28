import type { Flow } from "../core/flow/flow.ts";
import type { Text } from "../core/message.ts";
import type { House } from "./house.ts";

/** A heading about a round, after the name of its return where more than one runs: 防疫物资周报 · 第1期汇总. */
export function inReturn({ flows }: Pick<House, "flows">, { name }: Pick<Flow, "name">, heading: Text): Text {
  return flows.length > 1 ? { join: [{ label: name }, heading], by: " · " } : heading;
}
