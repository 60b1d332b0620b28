import { z } from "zod";

/**
 * What a button of a card sends back: its action, the chat that the card was sent to (a press does not say whether its
 * chat is private) and the names of lists whose empty choice the platform leaves out.
 */
export type Press = { readonly a: string; readonly to: string; readonly lists?: readonly string[] };

export const pressSchema = z.object({
  a: z.string(),
  to: z.string(),
  lists: z.array(z.string()).optional(),
});

/** What a button does when it is pressed. */
export function behaviour(press: Press): readonly object[] {
  return [{ type: "callback", value: press }];
}

/** The name of a field within the card: unique over its forms. */
export function fieldName(form: number, name: string): string {
  return `f${form}_${name}`;
}

/** The field's own name again. */
export function fieldOf(name: string): string {
  return name.replace(/^f\d+_/, "");
}
