import { readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { World } from "../world.ts";
import { editedCampaign } from "./edited-campaign.ts";

/* Roster and flows are edited while the bot runs, and one of them is broken. */

const keeper = "fj-coordinator";
const officer = "fuzhou-police-liaison";
let it: World;
let folder: string;
let flows: string;
let roster: string;
let end: () => Promise<void>;
beforeEach(async () => {
  ({ it, folder, flows, roster, end } = await editedCampaign());
});
afterEach(() => end());

const told = () => it.heard(keeper).join("\n");
const until = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 100 });
const edit = async (file: string, from: string | RegExp, to: string) => {
  const text = await readFile(file, "utf8");
  const edited = text.replace(from, to);
  expect(edited).not.toBe(text);
  await writeFile(file, edited);
};
const weekly = () => join(flows, "epidemic-supplies-weekly.yaml");
const breakFlow = () => edit(weekly(), "rhythm: weekly", "rhythm: wekly");
const replaceOfficer = () => edit(roster, `- id: ${officer}`, "- id: fuzhou-police-officer");

test("while a flow is broken, whoever is taken out of the roster is out at once", async () => {
  await breakFlow();
  await until(() => expect(told()).toContain("流程文件有 1 处不对"));
  await replaceOfficer();
  await until(() => expect(told()).toContain("去掉人员：福州公安联络员"));
  expect(await it.say(officer, "进度")).toContain("只对已登记的联络员开放");
  expect(told()).not.toContain("名册文件");
  expect(told()).not.toContain("流程已更新");
}, 60_000);

test("while a flow is broken, the mistakes of a roster that are told are its own", async () => {
  await breakFlow();
  await until(() => expect(told()).toContain("流程文件有 1 处不对"));
  await edit(roster, "role: city-coordinator", "role: boss");
  const [before = ""] = (await readFile(roster, "utf8")).split("role: boss");
  await until(() => expect(told()).toContain(`名册文件有 1 处不对（第 ${before.split("\n").length} 行）`));
}, 60_000);

test("while the roster is broken, a flow that is in order is taken up", async () => {
  await edit(roster, "role: city-coordinator", "role: boss");
  await until(() => expect(told()).toContain("名册文件有 1 处不对"));
  await edit(weekly(), "short: { zh-CN: 体温计,", "short: { zh-CN: 测温仪器,");
  await until(() => expect(told()).toContain("第1期仍按原表，下一期起用新表"));
  expect(told()).not.toContain("流程文件有");
}, 60_000);

test("a roster without a unit that the flows in use name waits for the flows, and both are taken up together", async () => {
  await edit(roster, /\bfj-market$/gm, "fj-regulator");
  await until(() => expect(told()).toContain("名册文件暂不采用，仍按原来的名册：名册里没有单位 fj-market"));
  expect(it.bot.house.people.roster.units.map(({ id }) => id)).toContain("fj-market");
  for (const flow of ["epidemic-supplies-weekly", "clue-transfer", "problem-ledger", "urgent-matter"])
    await edit(join(flows, `${flow}.yaml`), "lead: fj-market", "lead: fj-regulator");
  await until(() => expect(told()).toContain("名册已更新"));
  await until(() => expect(told()).toContain("防疫物资专项整治周报有改动"));
  expect(it.bot.house.flows.map(({ flow }) => flow.lead)).toEqual(["fj-regulator"]);
}, 60_000);

test("a flow that names a unit the roster has not yet is taken up with the roster that brings it", async () => {
  const clue = join(flows, "clue-transfer.yaml");
  await edit(clue, "lead: fj-market", "lead: fj-office");
  await until(() => expect(told()).toContain("流程文件有 1 处不对（clue-transfer.yaml:"));
  await edit(roster, /^( *)- id: fj-market$/gm, "$1- id: fj-office\n$1  name: 省办公室\n$1- id: fj-market");
  await until(() => expect(told()).toContain("线索移交有改动"));
}, 60_000);

test("a folder of flows that is gone is told as such, and holds up no roster", async () => {
  await rename(flows, join(folder, "elsewhere"));
  await until(() => expect(told()).toContain("读不到流程文件（flows），仍按原来的流程"));
  expect(it.log.join("\n")).toContain('"code":"flows-refused","places":["flows"]');
  await replaceOfficer();
  await until(() => expect(told()).toContain("去掉人员：福州公安联络员"));
  expect(told()).not.toMatch(/名册文件/);
}, 60_000);

test("a roster that cannot even be looked at is told as such, and taken up once it can be", async () => {
  const away = join(folder, "away.yaml");
  await rename(roster, away);
  await symlink(roster, roster);
  await until(() => expect(told()).toContain("读不到名册文件，仍按原来的名册"));
  await rm(roster);
  await rename(away, roster);
  await replaceOfficer();
  await until(() => expect(told()).toContain("去掉人员：福州公安联络员"));
}, 60_000);
