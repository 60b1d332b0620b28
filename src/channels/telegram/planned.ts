import type { Arrived, Outbound } from "../../core/message.ts";
import { encode, type Part } from "./encode.ts";

/** The parts that a message is sent in, and the ids of the first of them, which stand there already. */
export type Plan = { readonly parts: readonly Part[]; readonly ids: readonly string[] };

/** Longer captions are refused. */
const CAPTION = 1_024;

/**
 * How a message is sent: whole, or from where an earlier attempt got to. The mark of a repeat stands before its words;
 * where those have arrived, it stands with the first part that may come twice.
 */
export function planned({ blocks, marked }: Pick<Outbound, "blocks" | "marked">, arrived: Arrived | undefined): Plan {
  const whole = encode(blocks);
  if (arrived === undefined) return { parts: whole, ids: [] };
  const { ids, of } = arrived;
  const rest = marked ? encode(blocks.slice(1)) : whole;
  // It has become another message since, and what stands there is not its beginning.
  if (rest.length !== of) return { parts: whole, ids: whole.length === of ? ids : [] };
  if (!marked) return { parts: rest, ids };
  const [mark] = encode(blocks.slice(0, 1));
  const parts = rest.map((part, index) =>
    index === ids.length && mark?.kind === "text" ? bearing(part, mark.html) : part,
  );
  return { parts, ids };
}

function bearing(part: Part, mark: string): Part {
  switch (part.kind) {
    case "text":
      return { ...part, html: `${mark}\n${part.html}` };
    case "file": {
      const both = part.caption === "" ? mark : `${mark}\n${part.caption}`;
      return { ...part, caption: both.length > CAPTION ? mark : both };
    }
  }
}
