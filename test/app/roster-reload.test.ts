import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readCampaign } from "../../src/campaign.ts";
import { watchCampaign } from "../../src/campaign-watch.ts";
import { roundKey } from "../../src/core/entry.ts";
import { readSettings } from "../../src/settings.ts";
import { type World, world } from "../world.ts";

const keeper = "fj-coordinator";
let it: World;
let folder: string;
let file: string;
let text: string;
let stop: () => Promise<void>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "baosong-roster-"));
  file = join(folder, "roster.yaml");
  text = await readFile(new URL("../../data/example/roster.yaml", import.meta.url), "utf8");
  await writeFile(file, text);
  const settings = readSettings({ BAOSONG_ROSTER: file });
  it = await world(readCampaign(settings));
  stop = watchCampaign(settings, it.bot.house);
});
afterEach(async () => {
  await stop();
  await it.end();
  await rm(folder, { recursive: true, force: true });
});

const told = () => it.heard(keeper).join("\n");
const until = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 100 });

test("the file is taken up while the bot runs: who is gone is out at once, and the coordinator hears what changed", async () => {
  const police = "fuzhou-police-liaison";
  expect(await it.say(police, "进度")).toContain("第1期");
  const changed = text
    .replace("- id: fuzhou-police-liaison", "- id: fuzhou-police-officer")
    .replace(/id: leader-2\b/, "id: leader-9");
  await writeFile(file, changed.replaceAll("leader-2", "leader-9"));
  await until(() => expect(told()).toContain("名册已更新"));
  expect(told()).toContain("新增人员：省市监领导、福州公安联络员。请发“邀请”让他们登记");
  expect(told()).toContain("去掉人员：省市监领导、福州公安联络员，马上不能再用");
  expect(await it.say(police, "进度")).toContain("只对已登记的联络员开放");
  expect(await it.say("fuzhou-police-officer", "进度")).toContain("第1期");
  const round = await it.store.read(roundKey("epidemic-supplies-weekly", "2020-05-21"));
  expect(round?.kind === "round" && round.doc.units).toContain("fuzhou-police");
}, 30_000);

test("a broken file changes nothing, and is said to be broken, until it is mended", async () => {
  await writeFile(file, text.replace("role: city-coordinator", "role: boss"));
  await until(() => expect(told()).toContain("名册文件有 1 处不对"));
  expect(it.log.join("\n")).toContain("roster-refused");
  expect(await it.say("fuzhou-coordinator", "进度")).toContain("第1期进度");
  const before = it.heard(keeper).length;
  await writeFile(file, text.replace("role: city-coordinator", "role: leader"));
  await until(() => expect(it.heard(keeper).length).toBeGreaterThan(before));
  expect(told()).toMatch(/人员换岗：\S+领导/);
}, 30_000);
