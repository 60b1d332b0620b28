import { afterEach, expect, test } from "vitest";
import { parseIso } from "../../src/core/calendar/words.ts";
import { reportKey, roundKey } from "../../src/core/entry.ts";
import { inquiryKey } from "../../src/core/inquiry.ts";
import { StoreFailure } from "../../src/store/store.ts";
import { shippedCaseFlows } from "../cases/play.ts";
import { type World, world } from "../world.ts";
import { inspections, supplies } from "./two-flows.ts";

/* Two returns and three kinds of cases in one bot, and a document of the first return that can no longer be read. */

const liaison = "fuzhou-market-liaison";
const due = "2020-05-21T17:00+08:00";

let it: World;
afterEach(() => it.end());

/** Plays up to the eve of the deadline; from then on that document cannot be read. */
async function withDamaged(key: string): Promise<void> {
  let damaged = "";
  it = await world({
    flows: [supplies, inspections],
    caseFlows: shippedCaseFlows(),
    around: (store) => ({
      ...store,
      read: async (asked) =>
        asked === damaged
          ? Promise.reject(new StoreFailure("damaged", { key: "store-entries-missing" }))
          : store.read(asked),
    }),
  });
  await it.at("2020-05-20T18:00+08:00");
  damaged = key;
}

test.each([
  ["report", reportKey(supplies.id, "2020-05-21", "fuzhou-market")],
  ["list of questions", inquiryKey(supplies.id)],
])("a %s that cannot be read holds up no other return: its round is frozen in time and posted", async (_, key) => {
  await withDamaged(key);
  // Past the deadline in one go: the instant has to be found first.
  await it.at("2020-05-21T18:00+08:00");
  const history = await it.store.history(roundKey(inspections.id, "2020-05-21"));
  expect(history.find(({ entry: { kind } }) => kind === "frozen")?.entry.at).toBe(parseIso(due));
  expect(it.heard("leadership").join("\n")).toContain("市场检查周报");
  expect(it.log.join("\n")).toContain("damaged");
});

test("a report that cannot be read holds up no case", async () => {
  await withDamaged(reportKey(supplies.id, "2020-05-21", "fuzhou-market"));
  for (const text of ["重大事项", "查获废旧熔喷布", "闽侯县荆溪镇", "口罩", "重大", "跳过"])
    await it.say(liaison, text);
  await it.press(liaison, "已知悉");
  await it.bot.tick();
  expect(it.heard("leadership").at(-1)).toContain("查获废旧熔喷布");
});

test("a list of questions that cannot be read holds up no question about another return", async () => {
  await withDamaged(inquiryKey(supplies.id));
  let count = 0;
  it.answerWith(() => ({ kind: "sent", id: `q${++count}` }));
  await it.at(due);
  const posting = it.sent.find(({ key }) => key === `post/${inspections.id}/2020-05-21/1`);
  const text = "福州市监 口罩抽查为什么这么少";
  const answers = posting ? it.idOf(posting) : "";
  expect(await it.act("leader-1", { kind: "said", text, answers }, { chat: "leadership" })).toContain("已转");

  expect(it.heard(liaison).at(-1)).toContain(text);
});
