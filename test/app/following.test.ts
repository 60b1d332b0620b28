import { expect, test } from "vitest";
import type { Export } from "../../src/exports/export.ts";
import { exampleRoster, world } from "../world.ts";

const telling: Export = {
  format: "xlsx",
  make: async (of) => ({ name: `${of.units.length}.txt`, type: "text/plain", bytes: new Uint8Array() }),
};

test("the figures of many units come first, and their files in reply to them", async () => {
  const roster = exampleRoster();
  const like = roster.units.find(({ id }) => id === "fuzhou-market");
  if (!like) throw new Error("the example roster has no fuzhou-market");
  const more = Array.from({ length: 400 }, (_, index) => ({
    ...like,
    id: `county-${index}`,
    name: `县${index}`,
    short: `县${index}`,
  }));
  const it = await world({ exports: [telling], roster: { ...roster, units: [...roster.units, ...more] } });
  try {
    // Where nobody has reported there is nothing to be put into a file.
    await it.say("fuzhou-commerce-liaison", "零报告");
    await it.say("fuzhou-commerce-liaison", "是");
    const before = it.sent.length;
    await it.say("fj-coordinator", "汇总");
    const [figures, files, ...others] = it.sent.slice(before);
    expect(others).toEqual([]);
    expect(figures?.blocks.map(({ kind }) => kind)).not.toContain("file");
    expect(files?.blocks.map((block) => (block.kind === "file" ? block.name : block.kind))).toEqual([
      "picture",
      "456.txt",
    ]);
    expect(files?.answers).toBe(figures && it.idOf(figures));
    expect(await it.say("fj-coordinator", "汇总 1 Excel")).toBe("(456.txt)");
  } finally {
    await it.end();
  }
});

test("the reminder's button under the posting of an earlier round reminds nobody, and offers the newest", async () => {
  const it = await world();
  try {
    await it.at("2020-05-26T09:00+08:00");
    const before = it.sent.length;
    expect(await it.say("fj-coordinator", "催报 1")).toContain("现在是第2期，没有催");
    expect(it.sent).toHaveLength(before + 1);
  } finally {
    await it.end();
  }
});
