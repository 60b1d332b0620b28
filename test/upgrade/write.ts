import type { Member } from "../../src/core/roster.ts";
import { MINUTE } from "../../src/core/time.ts";
import { forgetPerson } from "../../src/person.ts";
import { codeFor } from "../app/code-for.ts";
import { shippedCaseFlows } from "../cases/play.ts";
import { flowFrom } from "../interview/talk.ts";
import { exampleRoster, world } from "../world.ts";

/*
 * Plays a round in which nearly everything happens that can be recorded, and leaves its data folder, so that later
 * releases are tried on what this one wrote: node --import tsx test/upgrade/write.ts test/upgrade/RELEASE, once for each.
 */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("name the folder that is to be written");
const roster = exampleRoster();
const head: Member = {
  id: "sanming-head",
  name: "三明市商务局局长",
  role: "head",
  unit: "sanming-commerce",
  addresses: {},
};
const it = await world({
  folder,
  flows: [{ ...flowFrom("flows/epidemic-supplies-weekly.yaml"), sign_off: true }],
  roster: { ...roster, people: [...roster.people, head] },
  caseFlows: shippedCaseFlows(),
});
const said = (who: string, line: string, answer: string) => process.stdout.write(`> ${who}: ${line}\n${answer}\n\n`);
const say = async (who: string, ...lines: readonly string[]) => {
  for (const line of lines) {
    said(who, line, await it.say(who, line));
    await it.bot.idle();
  }
};
const press = async (who: string, ...labels: readonly string[]) => {
  for (const label of labels) {
    said(who, `[${label}]`, await it.press(who, label));
    await it.bot.idle();
  }
};
const inGroup = async (who: string, chat: string, text: string) => {
  said(`${who} in ${chat}`, text, await it.act(who, { kind: "said", text, mentioned: true }, { chat }));
  await it.bot.idle();
};
const photo = (who: string, name: string) => {
  const bytes = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, name.length]);
  return it.act(who, { kind: "sent-file", name, size: bytes.length, bytes: async () => bytes });
};

await it.bot.tick();
await say("fuzhou-commerce-liaison", "工作情况：走访企业 12 家");

// A report with figures, a doubt, files, a correction, a withdrawal.
const market = "fuzhou-market-liaison";
await say(market, "填报", "口罩", "12 2 1", "38 30 9", "有几家企业没有样品", "质量违法", "3 1 1.5 0 1 24");
await say(market, "走访企业3家，检查药店12家。");
for (const name of ["现场.jpg", "另一张现场.jpg"]) said(market, name, await photo(market, name));
await press(market, "撤下这件");
await say(market, "报送", "改 口罩 排查 15", "撤回", "是", "报送");

// Ticks by presses, a pasted sheet, cumulative figures, what was not understood, a pause, another language.
const xiamen = "xiamen-market-liaison";
await say(xiamen, "填报");
await press(xiamen, "口罩", "选好了");
await say(xiamen, "物资\t排查\t不合格\t整改\n口罩\t12\t2\t1\n防护服\t3\t0\t0");
await say(
  xiamen,
  "采用",
  "物资\t排查\t不合格\t整改\n呼吸机\t1\t0\t0",
  "物资\t排查\t不合格\t整改\n呼吸机\t2\t0\t0",
  "不要",
);
await say(xiamen, "熔喷布 随便", "按累计填", "语言 en", "语言 zh-CN", "下午再填");
await say("zhangzhou-market-liaison", "口罩 排查12 不合格2 整改1\n防护服 排查五 不合格x");
await say("xiamen-police-liaison", "/later 明天上午9点");
await say("xiamen-commerce-liaison", "工作情况：走访企业3家。");
await press("xiamen-commerce-liaison", "这不是");
await say("quanzhou-market-liaison", "请假 5月20日-21日");
await say("putian-market-liaison", "请假 5月20日-21日", "请假 取消");

// Invited, refused, registered, moved to another account; gone and back.
await say("u9", "加入 2222-2222-2222", `加入 ${await codeFor(it, "ningde-market")} 王某 13800000000`);
await say("u8", `加入 ${await codeFor(it, "ningde-market")} 王某 13800000000`);
for (const kind of ["left", "joined"] as const) await it.act("longyan-market-liaison", { kind });

// The leaders' group is lost, claimed for another chat, and moved.
await it.act("fj-coordinator", { kind: "left" }, { chat: "leadership" });
await inGroup("fj-coordinator", "elsewhere", "/claim");
await it.act("fj-coordinator", { kind: "moved", to: "leadership-2" }, { chat: "elsewhere" });

// Cases: one sent up, one registered, one given up.
await say(market, "重大事项", "仓库起火", "闽侯县荆溪镇", "口罩", "重大", "跳过", "已知悉");
await say(market, "/problem new", "某公司口罩不合格", "监督抽查", "提交", "/problem new", "某店", "取消");

// A head sends back and approves.
await say("sanming-commerce-liaison", "零报告", "是");
await say(head.id, "退回修改 写具体些");
await say("sanming-commerce-liaison", "改 工作情况 走访企业3家。", "提交", "提交");
await say(head.id, "同意");

// Reminders that are put off, refused, in part and in doubt.
const became = new Map(
  Object.entries({
    "nanping-market-liaison": { kind: "retry", after: 10 * MINUTE } as const,
    "sanming-market-liaison": { kind: "refused", why: "blocked", gone: true } as const,
    "putian-police-liaison": { kind: "refused", why: "no such chat" } as const,
    "longyan-police-liaison": { kind: "unknown" } as const,
    "quanzhou-police-liaison": { kind: "retry", after: 10 * MINUTE, arrived: { ids: ["b1"], of: 2 } } as const,
  }),
);
it.answerWith((message) => became.get(message.to.id) ?? { kind: "sent", id: `b${it.sent.length}` });
await it.at("2020-05-20T17:00+08:00");
await it.at("2020-05-20T17:30+08:00");
it.answerWith(() => ({ kind: "sent", id: `b${it.sent.length}` }));

await it.at("2020-05-21T17:01+08:00");
await inGroup("leader-1", "leadership-2", "福州的口罩罚没为什么这么高？");
await say(market, "答复 1 是一起旧案");
await say("longyan-market-liaison", "零报告", "是", "数据到得晚");
await say(market, "改 口罩 排查 16", "漏报了", "改 口罩 排查 18", "不改了");
await say("fj-coordinator", "已上报", "锁定 数据已上报总局", "开放补报 莆田市监 到20:00");
await it.at("2020-05-21T17:04+08:00");
await forgetPerson(it.bot.house, it.store, xiamen);
await it.bot.stop();
await it.store.close();
