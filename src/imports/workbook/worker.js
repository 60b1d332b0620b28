// A worker starts without the loader of its parent: it registers tsx for itself, then reads.
import { register } from "tsx/esm/api";

register();
await import("./thread.ts");
