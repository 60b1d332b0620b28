import { kindOf } from "../../core/failure-kind.ts";
import { StoreFailure } from "../../store/store.ts";
import type { House } from "../house.ts";

/** Does one thing so that what goes wrong in it holds up nothing else; a store that does not keep ends the tick. */
export async function alone({ log }: Pick<House, "log">, key: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    if (cause instanceof StoreFailure && cause.code !== "damaged") throw cause;
    log.error({ code: "duty-failed", key, cause: kindOf(cause) }, "what is owed stays owed; tried again later");
  }
}
