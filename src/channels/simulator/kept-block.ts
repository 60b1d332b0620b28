import type { Block } from "../../core/message.ts";
import { type Blobs, safeName } from "./blobs.ts";
import type { KeptBlock } from "./lines.ts";

/** A block as the journal has it: what lies in files stands under its hash. */
export async function kept(block: Block<string>, blobs: Blobs): Promise<KeptBlock> {
  switch (block.kind) {
    case "fields":
      return { kind: "fields", fields: [...block.fields] };
    case "table":
      return { ...block, head: [...block.head], rows: block.rows.map((row) => [...row]) };
    case "choices":
      return { kind: "choices", choices: [...block.choices] };
    case "inputs":
      return { ...block, inputs: [...block.inputs] };
    case "picture":
    case "file": {
      const { bytes, name, ...rest } = block;
      return { ...rest, name: safeName(name), size: bytes.length, hash: await blobs.keep(bytes) };
    }
    default:
      return block;
  }
}
