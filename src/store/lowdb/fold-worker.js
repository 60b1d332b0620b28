// A worker starts without the loader of its parent: it registers tsx for itself, then folds.
import { register } from "tsx/esm/api";

register();
await import("./fold-thread.ts");
