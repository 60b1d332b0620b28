import type { Block } from "../../../core/message.ts";
import { plain } from "../../degrade.ts";
import { paged } from "./budget.ts";
import { buttons } from "./buttons.ts";
import { form, ticking } from "./form.ts";
import { type Card, type Part, paragraph, rule, words } from "./parts.ts";
import { fields, table } from "./table.ts";

/** Where a picture was uploaded to: its key, or undefined where it could not be. */
export type KeyOf = (bytes: Uint8Array) => string | undefined;

/** A message as cards, the last of which asks; undefined where no card can hold it. Files are sent beside them. */
export function cardsOf(blocks: readonly Block<string>[], to: string, keyOf: KeyOf): readonly Card[] | undefined {
  const first = blocks.findIndex(({ kind }) => kind === "heading");
  const heading = blocks[first];
  const title = heading?.kind === "heading" ? heading.text : undefined;
  const lead = blocks.slice(0, Math.max(0, first));
  const rest = blocks.slice(first + 1);
  const draw = drawing(to, keyOf, errorsIn(blocks));
  const above = lead.flatMap(draw);
  const parts = [...above, ...(above.length > 0 && title !== undefined ? [rule] : []), ...rest.flatMap(draw)];
  if (parts.length === 0 && title === undefined) return [];
  const pages = paged(parts.length > 0 ? parts : [paragraph(title ?? "")]);
  return pages?.map((elements, index) => card(elements, index === 0 ? title : undefined, summaryOf(blocks)));
}

/** Whether somebody may be typing or ticking in a card of these blocks. */
export function isTypedIn(blocks: readonly Block<string>[]): boolean {
  return blocks.some((block) => block.kind === "inputs" || (block.kind === "choices" && block.together !== undefined));
}

function card(elements: readonly Part[], title: string | undefined, summary: string): Card {
  return {
    schema: "2.0",
    config: { update_multi: true, summary: { content: summary } },
    ...(title === undefined ? {} : { header: { title: words(title), template: "blue" } }),
    body: { elements },
  };
}

/** What stands in the list of chats and in the notification. */
function summaryOf(blocks: readonly Block<string>[]): string {
  const telling = blocks.find(({ kind }) => kind === "heading") ?? blocks.find(({ kind }) => kind === "text");
  return telling === undefined ? "…" : [...plain([telling])].slice(0, 60).join("").replaceAll("\n", " ");
}

/** What is wrong with fields stands beside them, and need not be said twice. */
function errorsIn(blocks: readonly Block<string>[]): ReadonlySet<string> {
  const inputs = blocks.flatMap((block) => (block.kind === "inputs" ? block.inputs : []));
  return new Set(inputs.flatMap(({ error }) => (error === undefined ? [] : [error])));
}

function drawing(to: string, keyOf: KeyOf, beside: ReadonlySet<string>): (block: Block<string>) => readonly Part[] {
  let forms = 0;
  let asked = false;
  const nextForm = () => {
    forms += 1;
    asked = true;
    return forms - 1;
  };
  return (block) => {
    switch (block.kind) {
      case "heading":
        return [paragraph(block.text, "heading")];
      case "text":
        return block.text === "" || beside.has(block.text) ? [] : [paragraph(block.text)];
      case "progress":
        return [paragraph(plain([block]), "faint")];
      case "fields":
        return fields(block);
      case "table":
        return table(block);
      case "inputs":
        return [form(block, to, nextForm())];
      case "choices": {
        const { choices, together } = block;
        if (together) return [ticking(together, to, nextForm()), ...buttons(together.beside, to, "default")];
        const first = asked ? "default" : "primary";
        asked = true;
        return buttons(choices, to, first);
      }
      case "picture": {
        const key = keyOf(block.bytes);
        return key === undefined
          ? [paragraph(block.alt)]
          : [{ tag: "img", img_key: key, alt: words(block.alt), scale_type: "fit_horizontal", preview: true }];
      }
      case "file":
        return [];
    }
  };
}
