import { plain } from "../degrade.ts";
import type { KeptBlock } from "./lines.ts";
import type { Kept } from "./memory.ts";

/** Where a kept file is fetched. */
const urlOf = ({ hash, name }: { readonly hash: string; readonly name: string }) =>
  `/files/${hash}/${encodeURIComponent(name)}`;

/**
 * A message as the JSON API shows it. `text` is the whole of it in plain words; a form's submit button is among the
 * `buttons`. `replaces` stands where new content took the place of the old: it is the message's own id.
 */
export function view({ id, at, from, blocks, answers, editedAt }: Kept) {
  return {
    id,
    at,
    from,
    text: plain(blocks),
    blocks: blocks.map((block) =>
      block.kind === "picture" || block.kind === "file" ? { ...block, url: urlOf(block) } : block,
    ),
    buttons: blocks.flatMap(buttons),
    inputs: blocks.flatMap((block) => (block.kind === "inputs" ? block.inputs : [])),
    files: blocks.flatMap((block) => (block.kind === "file" ? [{ name: block.name, url: urlOf(block) }] : [])),
    pictures: blocks.flatMap((block) => (block.kind === "picture" ? [{ url: urlOf(block), alt: block.alt }] : [])),
    ...(editedAt === undefined ? {} : { replaces: id, editedAt }),
    ...(answers === undefined ? {} : { answers }),
  };
}

export type View = ReturnType<typeof view>;

type Button = { readonly label: string; readonly action: string; readonly ticked?: boolean };

function buttons(block: KeptBlock): readonly Button[] {
  switch (block.kind) {
    case "choices":
      return block.choices;
    case "inputs":
      return [{ label: block.submit, action: block.action }];
    default:
      return [];
  }
}
