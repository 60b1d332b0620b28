import type { Platform } from "../channel.ts";
import { configured, problemsOf } from "./settings.ts";

/** Feishu and Lark, by the long connection or by webhook; what talks to them is loaded once it is opened. */
export const lark: Platform = {
  name: "lark",
  configured,
  problems: problemsOf,
  open: async (settings, log) => (await import("./index.ts")).openLark(settings, log),
};
