import type { FlowBlock, Group } from "../flow/flow.ts";
import type { Label } from "../message.ts";

/** What the figures of a group stand under by themselves; `of` are the groups that it adds up, for one called no more than 合计. */
export type Heading = { readonly label: Label; readonly of: readonly Label[] };

/** The heading that the flow gives a group, else its label; a sum says with it what it is the sum of. */
export function headingOf({ groups }: Pick<FlowBlock, "groups">, { heading, label, sums = [] }: Group): Heading {
  if (heading) return { label: heading, of: [] };
  return { label, of: groups.filter(({ id }) => sums.includes(id)).map(({ short }) => short) };
}
