import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { createBot } from "../../src/app/bot.ts";
import { rehearsalClock } from "../../src/app/clock.ts";
import { castOf } from "../../src/app/rehearsal/cast.ts";
import { openTelegram } from "../../src/channels/telegram/index.ts";
import { limits } from "../../src/channels/telegram/pace.ts";
import { makeChart, makeForm, makePicture } from "../../src/exports/index.ts";
import { secrets } from "../../src/secrets.ts";
import { openLowdb } from "../../src/store/lowdb/index.ts";
import { listening, settingsFor } from "../channels/telegram/channel.ts";
import { loopback } from "../channels/telegram/loopback/server.ts";
import { flowFrom } from "../interview/talk.ts";
import { exampleRoster } from "../world.ts";
import type { Figure } from "./figure.ts";

const UNITS = 3_000;
/** The limit on all sends is three times as wide as Telegram's, so that it takes half a minute. */
const WIDER = 3;

/** A round opens and everybody is told, through a Bot API server that refuses what is over its limits. */
export async function benchFanOut(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), "baosong-fan-out-"));
  const within = { ...limits, overall: limits.overall * WIDER };
  const platform = await loopback({ limits: within });
  const flow = flowFrom("flows/epidemic-supplies-weekly.yaml");
  const cast = castOf(exampleRoster(), flow, UNITS);
  const people = cast.people.map((member, index) => ({
    ...member,
    addresses: { telegram: String(1_000_000 + index) },
  }));
  for (const { addresses } of people) platform.memory.privateChat(Number(addresses.telegram)).bot = "member";
  const store = await openLowdb({ folder });
  const bot = await createBot({
    store,
    flows: [flow],
    roster: { ...cast, people },
    clock: rehearsalClock(Date.UTC(2020, 4, 19, 0, 59), 0),
    form: makeForm,
    picture: makePicture,
    chart: makeChart,
    imports: [],
    exports: [],
    secrets,
    log: pino({ level: "silent" }),
    language: "zh-CN",
  });
  await bot.start([openTelegram(settingsFor(platform), listening(), within).channel], { timed: false });
  const began = performance.now();
  await bot.moveTo(Date.UTC(2020, 4, 19, 1, 0));
  const seconds = (performance.now() - began) / 1_000;
  const sent = platform.calls.get("sendMessage") ?? 0;
  const refused = platform.troubles.length;
  await bot.stop();
  await store.close();
  await platform.stop();
  await rm(folder, { recursive: true });
  const best = UNITS / (limits.overall * WIDER);
  const ratio = Number((seconds / best).toFixed(3));
  return [
    {
      name: "fan-out of 3,000 reminders",
      value: seconds,
      unit: "s",
      peer: `the limit itself: ${best} s`,
      ratio,
      target: "≤ 1.1",
      met: ratio <= 1.1 && sent >= UNITS,
    },
    { name: "fan-out: refused by the platform", value: refused, unit: "", target: "0", met: refused === 0 },
  ];
}
