import { pino } from "pino";
import type { Parts } from "./app/bot.ts";
import { type Clock, rehearsalClock, wallClock } from "./app/clock.ts";
import { clockPosition } from "./app/clock-history.ts";
import { readCampaign } from "./campaign.ts";
import { platforms } from "./channels/index.ts";
import { exports, makeChart, makeForm, makePicture } from "./exports/index.ts";
import { imports } from "./imports/index.ts";
import { secrets } from "./secrets.ts";
import type { Settings } from "./settings.ts";
import { openStore } from "./store/index.ts";
import type { StoreLog } from "./store/log.ts";
import type { Store } from "./store/store.ts";
import type { Portable } from "./store/survey.ts";

/** Where a rehearsal starts unless told otherwise: 2020-05-19T09:00+08:00. */
const REHEARSAL_START = Date.UTC(2020, 4, 19, 1, 0);

/** Reads the campaign, opens the store and puts together what a bot is made of. The caller closes the store. */
export async function partsFor(
  settings: Settings,
  open = (log: StoreLog) => openStore(settings, log),
): Promise<Parts & { readonly store: Portable }> {
  const campaign = readCampaign(settings);
  // The store comes last: nothing has to be closed where the files before it are at fault.
  const log = logTo(settings);
  const store = await open(log);
  return {
    store,
    ...campaign,
    clock: await clockFor(settings, store),
    secrets,
    exports,
    form: makeForm,
    picture: makePicture,
    chart: makeChart,
    imports,
    log,
    language: settings.BAOSONG_LANGUAGE,
  };
}

/** A rehearsal's clock on the simulator alone, or where one is asked for; on a platform the world's. */
async function clockFor(settings: Settings, store: Store): Promise<Clock> {
  const { CLOCK_START, CLOCK_SPEED } = settings;
  const rehearses = CLOCK_START !== undefined || CLOCK_SPEED !== undefined;
  if (!rehearses && platforms.some((platform) => platform.configured(settings))) return wallClock;
  const stood = await clockPosition(store);
  return rehearsalClock(Math.max(CLOCK_START ?? REHEARSAL_START, stood ?? 0), CLOCK_SPEED ?? 1);
}

/** As much of the log as waits where it cannot be written, in bytes; the rest is lost. */
const LOG_WAITS = 1_000_000;

/** The log goes to standard error, a JSON object a line, with secrets and personal data cut out should any slip in. */
function logTo({ LOG_LEVEL }: Settings) {
  const redact = { paths: ["text", "words", "phone", "token", "secret", "*.text", "*.words", "*.phone"], remove: true };
  const destination = pino.destination({ dest: 2, sync: true, maxLength: LOG_WAITS });
  // A log that goes to a file on a full disk must not end the bot; it is tried again with the next line.
  destination.on("error", () => {});
  return pino({ level: LOG_LEVEL, redact }, destination);
}
