import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isoWithOffset } from "../../src/core/calendar/words.ts";
import type { Outbound } from "../../src/core/message.ts";
import type { Instant } from "../../src/core/time.ts";
import { shown } from "../interview/talk.ts";
import { type World, world } from "../world.ts";

/** A liaison who reports early, one who is late, one who keeps silent; and everybody who reads what comes of it. */
const early = "fuzhou-market-liaison";
const late = "putian-commerce-liaison";
const silent = "xiamen-customs-liaison";
const watched = [early, late, silent, "fj-coordinator", "leadership"];

const golden = new URL("campaign-2020.txt", import.meta.url);

type Week = { readonly opens: string; readonly due: string; readonly screened: number };
const weeks: readonly Week[] = [
  { opens: "2020-05-19", due: "2020-05-21", screened: 12 },
  { opens: "2020-05-25", due: "2020-05-28", screened: 20 },
  { opens: "2020-06-01", due: "2020-06-04", screened: 15 },
  { opens: "2020-06-08", due: "2020-06-11", screened: 11 },
  { opens: "2020-06-15", due: "2020-06-18", screened: 30 },
  { opens: "2020-06-22", due: "2020-06-24", screened: 9 },
];

/** What a week's people do: one reports on the second day and corrects after the deadline, one reports after it. */
async function play(it: World, { opens, due, screened }: Week): Promise<void> {
  await it.at(`${opens}T10:00+08:00`);
  for (const text of ["/report", "口罩", `${screened} 2 1`, "8 10 1", "都没有", "已检查。", "提交", "提交"])
    await it.say(early, text);
  await it.at(`${due}T17:12+08:00`);
  for (const text of ["零报告", "是", "刚核对完"]) await it.say(late, text);
  for (const text of [`改 口罩 排查 ${screened + 1}`, "漏报一家"]) await it.say(early, text);
}

/** What the bot began of itself: when, to whom, in words; tables are left to their own tests. */
function line(at: Instant, { to, blocks }: Outbound): string {
  const words = shown(blocks.filter(({ kind }) => kind !== "table"));
  const when = isoWithOffset(at, "Asia/Shanghai").slice(5, 16).replace("T", " ");
  return `${when} → ${to.id}\n${words.replace(/^/gm, "    ")}\n`;
}

test("the whole campaign of 2020 goes as it is written down", { timeout: 120_000 }, async () => {
  const it = await world({ start: "2020-05-18T08:00+08:00" });
  const lines: string[] = [];
  let count = 0;
  it.answerWith((message) => {
    count += 1;
    const own = watched.includes(message.to.id) && !message.key.includes("/reply/");
    if (own) lines.push(line(it.bot.now(), message));
    return { kind: "sent", id: `b${count}` };
  });
  try {
    for (const week of weeks) await play(it, week);
    await it.at("2020-12-31T00:00+08:00");
  } finally {
    await it.end();
  }
  const played = lines.join("\n");
  if (process.env.GOLDEN === "update") writeFileSync(golden, played);
  else expect(played).toBe(readFileSync(golden, "utf8"));
});
