import { readFile, writeFile } from "node:fs/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { roundKey } from "../../src/core/entry.ts";
import type { World } from "../world.ts";
import { editedCampaign } from "./edited-campaign.ts";

const keeper = "fj-coordinator";
let it: World;
let file: string;
let text: string;
let end: () => Promise<void>;
beforeEach(async () => {
  ({ it, roster: file, end } = await editedCampaign());
  text = await readFile(file, "utf8");
});
afterEach(() => end());

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
