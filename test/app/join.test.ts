import { afterEach, beforeEach, expect, test } from "vitest";
import { shardOf } from "../../src/core/directory.ts";
import { directoryKey } from "../../src/core/entry.ts";
import { type World, world } from "../world.ts";

const post = "fuzhou-market-liaison";
const keeper = "fj-coordinator";
let it: World;
beforeEach(async () => {
  it = await world();
});
afterEach(() => it.end());

/** A code that the coordinator makes for somebody. */
async function codeFor(who: string): Promise<string> {
  return /[2-9A-HJ-NP-Z]{4}(?:-[2-9A-HJ-NP-Z]{4}){2}/.exec(await it.say(keeper, `邀请 ${who}`))?.[0] ?? "no code";
}

test("whoever has a code joins with it as the person whom it was made for, also after a restart", async () => {
  expect(await it.say("zhang", "加入 7KQM-2XHD-9RTA")).toContain("邀请码用不了");
  expect(await it.say("zhang", `加入 ${await codeFor("福州市监")} 张三 0591-87654321`)).toContain(
    "已登记：福州市市场监督管理局联络员",
  );
  expect(await it.say("zhang", "进度")).toContain("第1期");
  it = await it.restart();
  expect(await it.say("zhang", "进度")).toContain("第1期");
  expect(await it.say("li", "进度")).toContain("只对已登记的联络员开放");
});

test("a code opens once: a second account learns nothing, the first is welcomed again", async () => {
  const code = await codeFor(post);
  const first = await it.say("zhang", `/join ${code}`);
  expect(await it.say("li", `/join ${code}`)).toContain("邀请码用不了");
  expect(await it.say("zhang", `/join ${code}`)).toBe(first);
});

test("neither the code nor the name nor the telephone stands in the log or in an entry itself", async () => {
  const code = await codeFor(post);
  await it.say("zhang", `/join ${code} 张三丰 0591-87654321`);
  await it.say("li", `/join ${code} 李四 0591-1111111`);
  const kept = await it.store.history(directoryKey(shardOf(post)));
  const bare = kept.map(({ entry: { aside: _beside, ...rest } }) => rest);
  for (const word of ["张三丰", "87654321", code, code.replaceAll("-", "")]) {
    expect(JSON.stringify(bare)).not.toContain(word);
    expect(it.log.join("\n")).not.toContain(word);
  }
});
