import fc from "fast-check";
import { expect, test } from "vitest";
import { degrade } from "../../../src/channels/degrade.ts";
import { can, encode, type Part } from "../../../src/channels/telegram/encode.ts";
import type { Block } from "../../../src/core/message.ts";
import { cleaned, formatted } from "./loopback/html.ts";

const text = (words: string): Block<string> => ({ kind: "text", text: words });
const words = (part: Part) => (part.kind === "text" ? part.html : part.caption);
/** The parts as the server takes them; throws what it would refuse. */
const sent = (parts: readonly Part[]) =>
  parts.map((part) =>
    part.kind === "text"
      ? formatted(part.html, true, 4_096, "message")
      : formatted(part.caption, true, 1_024, "caption"),
  );
const columns = (line: string) =>
  [...line].reduce((sum, character) => sum + (/[\u2E80-\uFFE6]/.test(character) ? 2 : 1), 0);

const anything = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({
    unit: fc.constantFrom("<", ">", "&", '"', ";", "/", "b", "pre", "&lt;", "口罩", "\n", " ", "𠮷", "\u202e"),
  }),
);
const block: fc.Arbitrary<Block<string>> = fc.oneof(
  anything.map((words): Block<string> => ({ kind: "heading", text: words })),
  anything.map(text),
  fc.tuple(anything, anything).map(([label, value]): Block<string> => ({ kind: "fields", fields: [{ label, value }] })),
  fc
    .tuple(anything, fc.array(fc.array(anything, { minLength: 3, maxLength: 3 }), { maxLength: 4 }))
    .map(([cell, rows]): Block<string> => ({ kind: "table", head: [cell, "a", "b"], rows })),
  fc
    .array(fc.record({ label: anything, action: fc.constant("t:x"), ticked: fc.boolean() }))
    .map((choices): Block<string> => ({ kind: "choices", choices })),
);

test("whatever a text holds, Telegram takes the message, and its words arrive", () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 6 }), (blocks) => {
      for (const { text } of sent(encode(blocks))) expect(text).toBeTypeOf("string");
    }),
  );
  fc.assert(
    fc.property(anything, (said) => {
      const [arrived] = sent(encode([text(said)]));
      expect(arrived?.text ?? "").toBe(cleaned(said));
    }),
  );
});

test("a message longer than Telegram bears is split at the ends of lines, its buttons under the last part", () => {
  const lines = Array.from({ length: 600 }, (_, index) => `第 ${index} 行：口罩 排查 12 不合格 2`);
  const message = { key: "k", to: { channel: "telegram", id: "1" }, blocks: [text(lines.join("\n"))] };
  const { blocks } = degrade(
    { ...message, blocks: [...message.blocks, { kind: "choices", choices: [{ label: "是", action: "y" }] }] },
    can,
  ).message;
  const parts = encode(blocks);
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.map((part) => part.keyboard.length > 0)).toEqual([...parts.slice(1).map(() => false), true]);
  expect(
    sent(parts)
      .map(({ text }) => text)
      .join("\n"),
  ).toBe(lines.join("\n"));
});

const table = (width: number, rows: number): Extract<Block<string>, { kind: "table" }> => ({
  kind: "table",
  caption: "质量违法类",
  head: ["项目", ...Array.from({ length: width }, (_, index) => `第${index + 1}个指标`)],
  rows: Array.from({ length: rows }, (_, row) => [`物资${row}`, ...Array(width).fill("1234")]),
});

test("a table is monospaced and folded to what a phone shows without breaking lines", () => {
  const [part] = encode([table(6, 8)]);
  const pre = [...(part ? words(part) : "").matchAll(/<pre>([^<]+)<\/pre>/g)].map(([, inside]) => inside ?? "");
  expect(pre.length).toBeGreaterThan(1);
  for (const each of pre) {
    expect(each.startsWith("项目")).toBe(true);
    for (const line of each.split("\n")) expect(columns(line)).toBeLessThanOrEqual(40);
  }
});

test("a table too long to be read in a chat comes as a sheet that spreadsheets open, and runs nothing there", () => {
  const long = table(6, 60);
  const [part] = encode([{ ...long, rows: [["=1+1", "-3"], ...long.rows] }]);
  if (part?.kind !== "file") throw new Error("no sheet");
  expect([part.as, part.name, part.caption]).toEqual(["document", "质量违法类.csv", "<b>质量违法类</b>"]);
  const csv = new TextDecoder("utf-8", { ignoreBOM: true }).decode(part.bytes);
  expect(csv.startsWith("\uFEFF项目,")).toBe(true);
  expect(csv).toContain("'=1+1,-3");
});

test("a single file bears short words and the buttons; with long words it follows them", () => {
  const file: Block<string> = { kind: "file", name: "表.xlsx", bytes: Uint8Array.of(1) };
  const choices: Block<string> = { kind: "choices", choices: [{ label: "按地市", action: "cmd:status" }] };
  expect(encode([text("第1期"), file, choices])).toMatchObject([
    { kind: "file", caption: "第1期", keyboard: [[{ text: "按地市" }]] },
  ]);
  expect(encode([text("长".repeat(1_025)), file, choices])).toMatchObject([
    { kind: "text", keyboard: [[{ text: "按地市" }]] },
    { kind: "file", caption: "", keyboard: [] },
  ]);
});

test("options to tick stand apart from what ends them, and no row is wider than a phone", () => {
  const options = ["口罩", "呼吸机", "防护服", "体温计", "检测试剂"].map((label, index) => ({
    label,
    action: `t:${index}`,
    ticked: index === 0,
  }));
  const ends = ["选好了 1", "都没有"].map((label) => ({ label, action: `d:${label}` }));
  const [part] = encode([text("?"), { kind: "choices", choices: [...options, ...ends] }]);
  const rows = part?.keyboard.map((row) => row.map((key) => key.text)) ?? [];
  expect(rows.at(-1)).toEqual(["选好了 1", "都没有"]);
  expect(rows[0]?.[0]).toBe("口罩 ✓");
  for (const row of rows) expect(row.reduce((sum, label) => sum + columns(label) + 2, 0)).toBeLessThanOrEqual(32);
});

test("more buttons than Telegram shows are spread over several messages instead of being cut", () => {
  const choices = Array.from({ length: 350 }, (_, index) => ({ label: `单位${index}`, action: `a:${index}` }));
  const parts = encode([text("选一个"), { kind: "choices", choices }]);
  expect(parts.flatMap(({ keyboard }) => keyboard.flat())).toHaveLength(350);
  for (const { keyboard } of parts) expect(keyboard.flat().length).toBeLessThanOrEqual(100);
});

test("a question for words turns the phone to answering, with its example; one with buttons keeps its buttons", () => {
  const asked: Block<string> = { kind: "text", text: "工作开展情况？", example: "如：检查药店 12 家" };
  expect(encode([asked])).toEqual([{ kind: "text", html: "工作开展情况？", keyboard: [], asks: "如：检查药店 12 家" }]);
  const [withButtons] = encode([asked, { kind: "choices", choices: [{ label: "跳过", action: "s" }] }]);
  expect(withButtons).not.toHaveProperty("asks");
});

test("an example is shown on one line of at most 64 characters", () => {
  const [part] = encode([{ kind: "text", text: "？", example: ` 𠮷\n如 ${"长".repeat(100)}` }]);
  expect(part).toMatchObject({ asks: `𠮷 如 ${"长".repeat(60)}` });
});
