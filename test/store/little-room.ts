import { z } from "zod";
import { reportKey } from "../../src/core/entry.ts";
import { openLowdb } from "../../src/store/lowdb/index.ts";
import { StoreFailure } from "../../src/store/store.ts";

/** Does one thing in a store and says how it ended; run where no file may grow beyond a limit. */
const [folder, work] = z.tuple([z.string(), z.enum(["keep", "strip"])]).parse(process.argv.slice(2));
const store = await openLowdb({ folder });
try {
  if (work === "keep") await store.keepFile(Buffer.alloc(100_000, "x"));
  else await store.strip(new Map([[reportKey("flow", "2020-05-21", "u"), new Set([1])]]));
  process.stdout.write("done");
} catch (cause) {
  if (!(cause instanceof StoreFailure)) throw cause;
  process.stdout.write(cause.code);
} finally {
  await store.close();
}
