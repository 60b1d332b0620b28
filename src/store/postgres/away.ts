import { StoreFailure } from "../store.ts";
import type { ConnectionLost } from "./database.ts";

/** A database that is gone, in words for an operator: what was asked was certainly not done. */
export function away(cause: ConnectionLost): StoreFailure {
  return new StoreFailure("refused", { key: "database-away", args: { why: cause.message } }, { cause });
}

/** A database that went away when a change had been sent: it may be kept, and is kept once when sent again. */
export function doubtful(cause: ConnectionLost): StoreFailure {
  return new StoreFailure("unknown", { key: "database-doubtful", args: { why: cause.message } }, { cause });
}

/** A database that went away when a whole history had been sent: it is there or not, and is refused a second time. */
export function takenDoubtful(cause: ConnectionLost): StoreFailure {
  return new StoreFailure("unknown", { key: "database-taken-doubtful", args: { why: cause.message } }, { cause });
}
