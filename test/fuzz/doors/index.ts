import type { Door } from "../door.ts";
import { amend } from "./amend.ts";
import { api } from "./api.ts";
import { file } from "./file.ts";
import { flow, roster } from "./flow.ts";
import { journal } from "./journal.ts";
import { press } from "./press.ts";
import { settings } from "./settings.ts";
import { text } from "./text.ts";
import { webhook } from "./webhook.ts";

/** Every way in, one line each. */
export const doors: readonly Door[] = [text, press, amend, file, webhook, api, flow, roster, settings, journal];
