import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Capabilities, showsAll } from "../../src/channels/channel.ts";
import { degrade, plain, splitText } from "../../src/channels/degrade.ts";
import type { Block, Outbound } from "../../src/core/message.ts";

const all: Capabilities = { ...showsAll, textLength: 4_000 };
const to = { channel: "paper", id: "ana" };
const message = (...blocks: readonly Block<string>[]): Outbound => ({ key: "k", to, blocks });
const table: Block<string> = {
  kind: "table",
  caption: "排查",
  head: ["物资", "企业", "整改"],
  rows: [
    ["口罩", "1,204", "61"],
    ["Melt-blown", "9", "0"],
  ],
};
const form: Block<string> = {
  kind: "inputs",
  action: "f:1",
  submit: "提交",
  inputs: [
    { name: "a", label: "排查", unit: "家", placeholder: "30" },
    { name: "b", label: "不合格", placeholder: "5" },
  ],
};
const choices: Block<string> = {
  kind: "choices",
  choices: [
    { label: "口罩", action: "t:1", ticked: true },
    { label: "防护服", action: "t:2" },
  ],
};

describe("degrade", () => {
  test("leaves a message alone that the platform can show", () => {
    const whole = message({ kind: "heading", text: "x" }, table, form, choices);
    const { message: same, reasons } = degrade(whole, all);
    expect(same).toBe(whole);
    expect(reasons).toEqual([]);
  });

  test("turns a table into aligned lines, Chinese counting double", () => {
    const { message: shown, reasons } = degrade(message(table), { ...all, tables: false });
    expect(shown.blocks).toEqual([
      {
        kind: "text",
        text: ["排查", "物资         企业  整改", "口罩        1,204    61", "Melt-blown      9     0"].join("\n"),
      },
    ]);
    expect(reasons).toEqual(["table: as text"]);
  });

  test("turns a form into its labels and an example", () => {
    const { message: shown } = degrade(message(form), { ...all, inputs: false });
    expect(shown.blocks).toEqual([{ kind: "text", text: "排查（家）  不合格\n30 5" }]);
  });

  test("does not repeat labels that the message says already", () => {
    const said: Block<string> = { kind: "text", text: "排查  不合格" };
    const { message: shown } = degrade(message(said, form), { ...all, inputs: false });
    expect(shown.blocks).toEqual([said, { kind: "text", text: "30 5" }]);
  });

  test("turns a field for words into a question for them, under its label unless the message says it", () => {
    const words: Block<string> = {
      kind: "inputs",
      action: "f:2",
      submit: "答复",
      inputs: [{ name: "a", label: "答复", placeholder: "如：已更正", lines: 3 }],
    };
    const { message: shown } = degrade(message(words), { ...all, inputs: false });
    expect(shown.blocks).toEqual([{ kind: "text", text: "答复", example: "如：已更正" }]);
    const { message: said } = degrade(message({ kind: "text", text: "请写答复" }, words), { ...all, inputs: false });
    expect(said.blocks.at(-1)).toEqual({ kind: "text", text: "", example: "如：已更正" });
  });

  test("numbers choices where there are no buttons", () => {
    const { message: shown, reasons } = degrade(message(choices), { ...all, buttons: false });
    expect(shown.blocks).toEqual([{ kind: "text", text: "1 口罩 ✓\n2 防护服" }]);
    expect(reasons).toEqual(["buttons: as numbered text"]);
  });

  test("takes out a button alone whose action is too long, and says what it was called", () => {
    const long = { label: "长", action: "字".repeat(22) };
    const { message: shown, reasons } = degrade(
      message({ kind: "choices", choices: [{ label: "短", action: "a" }, long] }),
      all,
    );
    expect(shown.blocks).toEqual([
      { kind: "text", text: "长" },
      { kind: "choices", choices: [{ label: "短", action: "a" }] },
    ]);
    expect(reasons).toHaveLength(1);
  });

  test("names pictures and files that cannot be sent, and sends anew what cannot be edited", () => {
    const bytes = new Uint8Array(1);
    const { message: shown, reasons } = degrade(
      {
        ...message({ kind: "picture", name: "a.png", bytes, alt: "情况表" }, { kind: "file", name: "表.xlsx", bytes }),
        replaces: "m1",
      },
      { ...all, pictures: false, files: false, edits: false },
    );
    expect(shown).toEqual({
      key: "k",
      to,
      blocks: [
        { kind: "text", text: "情况表" },
        { kind: "text", text: "表.xlsx" },
      ],
    });
    expect(reasons).toHaveLength(3);
  });

  test("keeps every text within the platform's length", () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 400, unit: "binary" }),
        fc.integer({ min: 1, max: 50 }),
        (words, textLength) => {
          const { message: shown } = degrade(message({ kind: "text", text: words }, table), {
            ...all,
            tables: false,
            textLength,
          });
          for (const block of shown.blocks)
            expect(block.kind === "text" && [...block.text].length).toBeLessThanOrEqual(textLength);
        },
      ),
    );
  });
});

describe("splitText", () => {
  test("cuts at the end of a line, else at a space, else between characters, never within one", () => {
    expect(splitText("一二三\n四五六", 4)).toEqual(["一二三", "四五六"]);
    expect(splitText("one two three", 8)).toEqual(["one two", "three"]);
    expect(splitText("𠮷𠮷𠮷", 2)).toEqual(["𠮷𠮷", "𠮷"]);
    expect(splitText("", 5)).toEqual([""]);
  });

  test("loses nothing but the line ends and spaces that it cuts at", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: "binary" }), fc.integer({ min: 1, max: 40 }), (words, most) => {
        const parts = splitText(words, most);
        expect(parts.join("").replace(/[ \n]/g, "")).toBe(words.replace(/[ \n]/g, ""));
        for (const part of parts) expect([...part].length).toBeLessThanOrEqual(most);
      }),
    );
  });
});

describe("plain", () => {
  test("says the whole message and leaves buttons and forms out", () => {
    const words = plain([
      { kind: "heading", text: "口罩" },
      { kind: "progress", done: 2, of: 15 },
      { kind: "fields", fields: [{ label: "电话", value: "0591" }] },
      form,
      choices,
      { kind: "file", name: "表.xlsx" },
    ]);
    expect(words).toBe("口罩\n▓░░░░░░░░░ 2/15\n电话：0591\n表.xlsx");
  });

  test("a progress of nothing is empty, not an error", () => {
    expect(plain([{ kind: "progress", done: 0, of: 0 }])).toBe("░░░░░░░░░░ 0/0");
  });
});
