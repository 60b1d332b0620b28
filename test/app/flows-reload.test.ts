import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { watchCampaign } from "../../src/campaign-watch.ts";
import { readSettings } from "../../src/settings.ts";
import { shippedCaseFlows } from "../cases/play.ts";
import { type World, world } from "../world.ts";

const keeper = "fj-coordinator";
const liaison = "fuzhou-market-liaison";
let it: World;
let folder: string;
let stop: () => Promise<void>;
beforeEach(async () => {
  it = await world({ caseFlows: shippedCaseFlows() });
  await it.bot.tick();
  folder = await mkdtemp(join(tmpdir(), "baosong-flows-"));
  await cp(new URL("../../flows", import.meta.url), folder, { recursive: true });
  stop = watchCampaign(readSettings({ BAOSONG_FLOWS: folder }), it.bot.house);
});
afterEach(async () => {
  await stop();
  await it.end();
  await rm(folder, { recursive: true, force: true });
});

const told = () => it.heard(keeper).join("\n");
const until = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 100 });
const weekly = () => join(folder, "epidemic-supplies-weekly.yaml");

/** A second return of other columns for market regulators, due on Wednesdays. */
async function writeSecond(): Promise<void> {
  const text = await readFile(weekly(), "utf8");
  const second = text
    .replace("id: epidemic-supplies-weekly", "id: price-watch")
    .replace("code: fy", "code: jg")
    .replace("name: { zh-CN: 防疫物资专项整治周报,", "name: { zh-CN: 价格监测周报,")
    .replace("first_due: 2020-05-21", "first_due: 2020-05-20")
    .replace("last_due: 2020-06-25", "last_due: 2020-06-24");
  await writeFile(join(folder, "price-watch.yaml"), second);
}

describe("flows change while the bot runs", () => {
  test("a new one is taken up without a restart, and whoever owes both is asked which", async () => {
    await writeSecond();
    await until(() => expect(told()).toContain("新增：价格监测周报"));
    await it.bot.tick();
    const which = await it.say(liaison, "填报");
    expect(which).toContain("要填哪一份？");
    expect(which).toContain("[防疫物资专项整治周报（5月21日（周四）17:00截止）]");
    expect(await it.press(liaison, "价格监测周报")).toContain("5月20日");
    await it.say(liaison, "口罩 排查12 不合格2 整改1");
    const [one, two] = await Promise.all([
      it.bot.desk.report("2020-05-21", "fuzhou-market"),
      it.bot.desk.report("2020-05-20", "fuzhou-market"),
    ]);
    expect(one?.cells["mask.screening.screened"]).toBeUndefined();
    expect(two?.cells["mask.screening.screened"]).toBe(12);
    await it.say(liaison, "零报告");
    await it.press(liaison, "防疫物资");
    await it.press(liaison, "是，报送");
    expect(await it.say(liaison, "填报")).not.toContain("要填哪一份？");
  }, 60_000);

  test("an edited one holds from the next round on, and the open round goes on as it was", async () => {
    const text = await readFile(weekly(), "utf8");
    await writeFile(weekly(), text.replace("short: { zh-CN: 体温计,", "short: { zh-CN: 测温仪器,"));
    await until(() => expect(told()).toContain("第1期仍按原表，下一期起用新表"));
    expect(await it.say(liaison, "填报")).toContain("[体温计]");
    await it.at("2020-05-25T09:00+08:00");
    expect(await it.say(liaison, "填报")).toContain("测温仪器");
  }, 60_000);

  test("a broken one changes nothing and is pointed at, and a rule of cases holds for new ones alone", async () => {
    await writeFile(weekly(), (await readFile(weekly(), "utf8")).replace("rhythm: weekly", "rhythm: wekly"));
    await until(() => expect(told()).toContain("流程文件有 1 处不对"));
    expect(await it.say(liaison, "填报")).toContain("口罩");
    await cp(new URL("../../flows/epidemic-supplies-weekly.yaml", import.meta.url), weekly());
    const clue = join(folder, "clue-transfer.yaml");
    await writeFile(clue, (await readFile(clue, "utf8")).replace("zh-CN: 受理, en: Accept", "zh-CN: 接收, en: Accept"));
    await until(() => expect(told()).toContain("线索移交有改动：在办的按原规则，新报的按新规则"));
  }, 60_000);
});
