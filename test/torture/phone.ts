import { z } from "zod";
import type { Move } from "../../src/app/rehearsal/liaison.ts";
import type { Block } from "../../src/core/message.ts";
import { wordingOf } from "../../src/wording/wording.ts";
import type { Books } from "./books.ts";

const input = z.object({ name: z.string(), label: z.string() });
const choice = z.object({ label: z.string(), action: z.string() });
/** What a person can act on; the rest of a message is passed over. */
const block = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("heading"), text: z.string() }),
  z.object({ kind: z.literal("choices"), choices: z.array(choice) }),
  z.object({ kind: z.literal("inputs"), action: z.string(), submit: z.string(), inputs: z.array(input) }),
]);
const message = z.object({ id: z.string(), text: z.string(), blocks: z.array(z.unknown()) });
const answer = z.object({ id: z.string(), messages: z.array(message) });
/** What the bot said last: the message's id, for presses, and the blocks that can be acted on. */
export type Heard = { readonly id: string; readonly blocks: readonly Block<string>[] };

const { word } = wordingOf("zh-CN");
const refusals = new Set([word("trouble"), word("trouble-unknown")]);
/** Longer than any life: an act that does not get through at all is a fault to be seen, not waited for. */
const PATIENCE = 180_000;
const RETRY = 40;

/** The phones of everybody, on a bot that may die under them at any moment. */
export type Phones = {
  /** Does it, again and again under the same id, until the bot has acknowledged it; gives what it said, if anything. */
  act(person: string, move: Exclude<Move, { kind: "stop" }>): Promise<Heard | undefined>;
  /** How often an act was given again because nobody knew what had become of it. */
  readonly repeats: () => number;
  readonly acts: () => number;
};

/** `up` waits for a bot that takes messages and says where. `unexpected` hears of answers that no bot should give. */
export function phones(books: Books, up: () => Promise<string>, unexpected: (what: string) => void): Phones {
  const last = new Map<string, string>();
  let count = 0;
  let repeats = 0;
  return {
    repeats: () => repeats,
    acts: () => count,
    act: async (person, move) => {
      count += 1;
      const id = `t${count}`;
      const until = performance.now() + PATIENCE;
      for (let tries = 0; performance.now() < until; tries += 1) {
        if (tries > 0) repeats += 1;
        const said = await post(await up(), person, id, move, last.get(person) ?? "", unexpected);
        if (said === "again") {
          await new Promise((resolve) => setTimeout(resolve, RETRY));
          continue;
        }
        books.acknowledged(person, `simulator/${person}/${id}`);
        const heard = said.messages.at(-1);
        if (!heard) return undefined;
        last.set(person, heard.id);
        return { id: heard.id, blocks: actionable(heard.blocks) };
      }
      throw new Error(`${person}'s ${id} was never acknowledged`);
    },
  };
}

async function post(
  url: string,
  person: string,
  id: string,
  move: Exclude<Move, { kind: "stop" }>,
  on: string,
  unexpected: (what: string) => void,
): Promise<z.infer<typeof answer> | "again"> {
  const [verb, body] =
    move.kind === "say"
      ? (["say", { id, text: move.text }] as const)
      : (["press", { id, message: on, action: move.action, ...(move.fields ? { fields: move.fields } : {}) }] as const);
  try {
    const response = await fetch(`${url}/api/people/${person}/${verb}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    // A bot that is stopping or not ready yet gives it back; so do the platforms. The page's own disk may be full.
    if (response.status === 503 || response.status === 507) return "again";
    if (response.status !== 200) {
      unexpected(`${verb} of ${person}: ${response.status} ${text.slice(0, 200)}`);
      return "again";
    }
    const said = answer.parse(JSON.parse(text));
    return said.messages.some((each) => refusals.has(each.text)) ? "again" : said;
  } catch (cause) {
    if (cause instanceof z.ZodError) unexpected(`${verb} of ${person}: an answer of another shape`);
    return "again";
  }
}

function actionable(blocks: readonly unknown[]): readonly Block<string>[] {
  return blocks.flatMap((each) => {
    const read = block.safeParse(each);
    return read.success ? [read.data] : [];
  });
}
