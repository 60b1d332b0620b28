import { afterEach, expect, test, vi } from "vitest";
import type { Sent } from "../../src/core/message.ts";
import { StoreFailure } from "../../src/store/store.ts";
import { shippedCaseFlows } from "../cases/play.ts";
import { type World, world } from "../world.ts";

const liaison = "fuzhou-market-liaison";
const photo = new Uint8Array([0xff, 0xd8, 0xff, 0xe0]);
const sent = (key: string): Sent => ({ kind: "sent", id: key });

let it: World;
afterEach(() => it.end());

async function reportMatter(picture = false): Promise<void> {
  for (const text of ["重大事项", "查获废旧熔喷布", "闽侯县荆溪镇", "口罩", "重大"]) await it.say(liaison, text);
  if (picture) await it.act(liaison, { kind: "sent-file", name: "现场.jpg", size: 4, bytes: async () => photo });
  else await it.say(liaison, "跳过");
  await it.press(liaison, "已知悉");
}

test("a platform that hangs over the messages of a case holds up neither the freeze nor the posting", async () => {
  it = await world({ caseFlows: shippedCaseFlows() });
  await it.at("2020-05-21T16:59+08:00");
  it.answerWith(({ key }) => (key.startsWith("tell/") ? { kind: "retry", after: 60_000 } : sent(key)));
  await reportMatter();
  await it.bot.tick();
  let release = () => {};
  const hanging = new Promise<void>((resolve) => {
    release = resolve;
  });
  it.answerWith(async ({ key }) => {
    if (key.startsWith("tell/")) await hanging;
    return sent(key);
  });
  const moving = it.at("2020-05-21T17:00+08:00");
  try {
    await vi.waitFor(() => expect(it.heard("leadership").at(-1)).toContain("第1期情况表 · 第1版"), 10_000);
  } finally {
    release();
    await moving;
  }
});

test("a photo that no longer holds what was kept does not keep the urgent matter from going out", async () => {
  const damaged = async () =>
    Promise.reject(new StoreFailure("damaged", { key: "store-file-damaged", args: { file: "f" } }));
  it = await world({ caseFlows: shippedCaseFlows(), around: (store) => ({ ...store, readFile: damaged }) });
  await reportMatter(true);
  await it.bot.tick();
  expect(it.heard("leadership").at(-1)).toContain("查获废旧熔喷布");
  expect(it.heard("leadership").at(-1)).toContain("现场.jpg");
});

test("what could not be made was not sent: it is tried again unmarked, and holds nothing else up", async () => {
  let broken = true;
  it = await world({
    caseFlows: shippedCaseFlows(),
    around: (store) => ({
      ...store,
      readFile: async (hash) => (broken ? Promise.reject(new Error("too many open files")) : store.readFile(hash)),
    }),
  });
  await it.at("2020-05-21T16:59+08:00");
  await reportMatter(true);
  await it.at("2020-05-21T17:00+08:00");
  expect(it.heard("leadership").map((text) => text.split("\n")[0])).toEqual(["第1期情况表 · 第1版"]);
  broken = false;
  await it.at("2020-05-21T17:10+08:00");
  const told = it.sent.filter(({ to, key }) => to.id === "leadership" && key.startsWith("tell/"));
  expect(told.map(({ repeat }) => repeat)).toEqual([undefined]);
});

test("a reminder that may have reached the deputy who stands in is repeated to them as one", async () => {
  it = await world();
  it.answerWith(({ to, key }) => {
    if (to.id === "fuzhou-market-liaison") return { kind: "refused", why: "flood of complaints" };
    return to.id === "fuzhou-market-deputy" ? { kind: "unknown" } : sent(key);
  });
  await it.at("2020-05-20T17:00+08:00");
  it.answerWith(({ to, key }) =>
    to.id === "fuzhou-market-liaison" ? { kind: "refused", why: "flood of complaints" } : sent(key),
  );
  await it.at("2020-05-20T17:05+08:00");
  const [reminded] = it.sent.filter(({ to }) => to.id === "fuzhou-market-deputy");
  expect(reminded?.repeat).toBe(true);
});
