import { createBot } from "./app/bot.ts";
import { clockPosition } from "./app/clock-history.ts";
import { askTo } from "./control.ts";
import { assertKept } from "./kept.ts";
import { type OperationName, operations } from "./operations.ts";
import { partsFor } from "./parts.ts";
import type { Settings } from "./settings.ts";
import { openStore } from "./store/index.ts";

/** Does something for an operator, by the bot that runs on the folder, or on the store that is opened for it here. */
export async function* perform(
  settings: Settings,
  name: OperationName,
  args: object = {},
): AsyncGenerator<string | Uint8Array> {
  const asked = await askTo(settings.BAOSONG_DATA, name, args);
  if (asked !== "none") {
    yield* asked;
    return;
  }
  assertKept(settings);
  const store = await openStore(settings);
  try {
    const stood = await clockPosition(store);
    const now = () => stood ?? Date.now();
    const house = async () => (await createBot(await partsFor(settings, async () => store))).house;
    yield* operations[name]({ store, folder: settings.BAOSONG_DATA, now, house }, args);
  } finally {
    await store.close();
  }
}

/** The same, as one text. */
export async function told(settings: Settings, name: OperationName, args: object = {}): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of perform(settings, name, args)) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString("utf8");
}
