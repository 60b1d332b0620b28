import { readFileSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readReport } from "../../../src/app/documents.ts";
import { asWritten } from "../../../src/channels/telegram/inert.ts";
import { cellAt } from "../../../src/core/cells.ts";
import { asOnPhone, type OnTelegram, onTelegram } from "./bot.ts";

let it: OnTelegram;
beforeEach(async () => {
  it = await onTelegram();
});
afterEach(() => it.end());

const flow = "epidemic-supplies-weekly";
const round = "2020-05-21";
const liaison = "fuzhou-market-liaison";
const report = () => readReport(it.bot.house.store, flow, round, "fuzhou-market");

/** What a phone shows at the end of it, with the markup; read it line by line before keeping a new one. */
function asRead(name: string, phone: string): void {
  const file = new URL(`${name}.phone.txt`, import.meta.url);
  if (process.env.GOLDEN === "update") writeFileSync(file, `${phone}\n`);
  expect(`${phone}\n`).toBe(readFileSync(file, "utf8"));
}

test("a report by buttons and typed figures, on a phone", async () => {
  await it.presses(liaison, "开始填报");
  await it.presses(liaison, "口罩");
  await it.presses(liaison, "选好了");
  await it.says(liaison, "12 2 1");
  await it.says(liaison, "约30");
  await it.says(liaison, "8 10 1");
  await it.presses(liaison, "质量违法");
  await it.presses(liaison, "选好了");
  await it.says(liaison, "立案3件，罚没15000元，出动24人次，其余0");
  await it.presses(liaison, "属实");
  await it.says(liaison, "走访 <b>企业</b> & 口罩市场 12 家");
  await it.presses(liaison, "报送");
  asRead("report", asOnPhone(it.platform.shown(it.account(liaison))));
  expect((await report()).status).toBe("submitted");
});

test("an edited message corrects the answer that it made", async () => {
  await it.presses(liaison, "开始填报");
  await it.presses(liaison, "口罩");
  await it.presses(liaison, "选好了");
  await it.says(liaison, "12 2 1");
  const said = it.platform.shown(it.account(liaison)).findLast(({ from }) => from !== "bot");
  await it.platform.edits(it.account(liaison), said?.id ?? 0, "15 2 1").confirmed;
  expect(cellAt((await report()).cells, "mask.screening.screened")).toBe(15);
});

test("an old button answers no new question, and a file that is too large is refused in words", async () => {
  await it.presses(liaison, "开始填报");
  const first = it.last(it.account(liaison));
  const tick = first.buttons.flat().find(({ text }) => text.startsWith("口罩"));
  await it.presses(liaison, "都没有");
  await it.platform.presses(it.account(liaison), it.account(liaison), first.id, tick?.callback_data ?? "").confirmed;
  expect(cellAt((await report()).cells, "mask.screening.screened")).toBe(0);
  const chat = { id: it.account(liaison), type: "private" };
  const document = { file_id: "too-large", file_name: "录像.mp4", file_size: 21 * 2 ** 20 };
  const message = { message_id: 99_999, date: 0, chat, from: { id: chat.id }, document };
  await it.platform.gives({ message }).confirmed;
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(asWritten(it.last(chat.id).text)).toContain("“录像.mp4”太大");
});

test("the posting is one message with the table, its workbook a file; the sheet to send up is the coordinator's", async () => {
  const lines = [
    "口罩 排查12 不合格2 整改1 抽查企业8 批次10 不合格批次1",
    "口罩 质量违法 立案3 处罚3 罚没1.5 移送0 被查处1 出动24",
    ...["防护服", "呼吸机", "体温计", "检测试剂", "熔喷布"].map((product) => `${product} 排查26 抽查企业6 批次6`),
    "其余都是0",
    "工作情况：开展联合检查12次。",
  ];
  await it.says(liaison, lines.join("\n"));
  await it.presses(liaison, "报送");
  await it.bot.moveTo(Date.parse("2020-05-21T17:01+08:00"));
  const group = it.platform.shown(it.account("leadership"));
  expect(group.map(({ kind }) => kind)).toEqual(["text", "document"]);
  const tables = [...(group[0]?.html ?? "").matchAll(/<pre>([^<]+)<\/pre>/g)].map(([, pre = ""]) => pre);
  expect(tables.length).toBeGreaterThanOrEqual(3);
  for (const line of tables.flatMap((pre) => pre.split("\n")))
    expect([...line].reduce((sum, each) => sum + (/[\u2E80-\uFFE6]/.test(each) ? 2 : 1), 0)).toBeLessThanOrEqual(40);
  const up = it.last(it.account("fj-coordinator"));
  expect([up.kind, up.file?.name]).toEqual(["document", expect.stringMatching(/\.xlsx$/)]);
});

test("a posting with little in it goes as words under its workbook", async () => {
  await it.says(liaison, "零报告");
  await it.presses(liaison, "是");
  await it.bot.moveTo(Date.parse("2020-05-21T17:01+08:00"));
  const group = it.platform.shown(it.account("leadership"));
  expect(group.map(({ kind }) => kind)).toEqual(["document"]);
});

test("each chat has the menu of those in it", async () => {
  await it.says(liaison, "/help");
  await it.says("fj-coordinator", "/help");
  await it.says("leader-1", "/status@baosong_test_bot", it.account("leadership"));
  const menu = (scope: object) =>
    JSON.stringify(
      it.platform.menus.findLast((each) => JSON.stringify(each.scope) === JSON.stringify(scope))?.commands,
    );
  const chat = (id: string) => menu({ type: "chat", chat_id: it.account(id) });
  expect(chat(liaison)).toContain('"report"');
  expect(chat(liaison)).not.toContain('"invite"');
  expect(chat("fj-coordinator")).toContain('"invite"');
  expect(chat("leadership")).toContain('"summary"');
  expect(chat("leadership")).not.toContain('"report"');
  expect(menu({ type: "all_private_chats" })).toContain('"join"');
});

test("somebody joins with a link, blocks the bot, and comes back", async () => {
  const stranger = 900_001;
  await it.says("fj-coordinator", "邀请 莆田市监 联络员");
  const invited = it.last(it.account("fj-coordinator"));
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(invited.text)?.[0];
  expect(invited.text).toContain(`https://t.me/baosong_test_bot?start=${code}`);
  const joins = it.platform.says(stranger, `/start ${code}`);
  await joins.confirmed;
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(it.last(stranger).text).toContain("已登记");
  const { people } = it.bot.house;
  const member = people.memberAt({ channel: "telegram", id: String(stranger) });
  expect(member?.unit).toBe("putian-market");
  await it.platform.blocks(stranger).confirmed;
  if (member) expect(people.addressOf(member, ["telegram"])?.id).not.toBe(String(stranger));
  await it.platform.unblocks(stranger).confirmed;
  if (member) expect(people.addressOf(member, ["telegram"])?.id).toBe(String(stranger));
});

test("a coordinator makes a group the leaders', and it is followed when it becomes a supergroup", async () => {
  const [chat, after] = [-400_001, -1_001_400_002];
  const coordinator = it.account("fj-coordinator");
  await it.platform.addsBot(coordinator, chat).confirmed;
  await it.says("fj-coordinator", "/claim@baosong_test_bot", chat);
  const { people } = it.bot.house;
  const [group] = people.roster.groups;
  const place = () => (group ? people.addressOf(group, ["telegram"])?.id : undefined);
  expect(place()).toBe(String(chat));
  await it.platform.migrates(coordinator, chat, after).confirmed;
  expect(place()).toBe(String(after));
});
