import fc from "fast-check";
import { expect, test } from "vitest";
import { CODE_BYTES, readCode, readIntroduction, writeCode } from "../../src/core/invitation-code.ts";

const bytes = fc.uint8Array({ minLength: CODE_BYTES, maxLength: CODE_BYTES });

test("a code has sixty bits, in letters that nobody takes for another", () => {
  fc.assert(
    fc.property(bytes, (random) => {
      expect(writeCode(random)).toMatch(/^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}$/);
    }),
  );
  const letters = new Set(Array.from({ length: 32 }, (_, each) => writeCode(new Uint8Array(CODE_BYTES).fill(each))[0]));
  expect(letters.size).toBe(32);
});

test("a code is read back in small letters, full width, broken anywhere, with a name behind it", () => {
  const breaks = fc.array(fc.constantFrom("", "-", " ", "–", "."), { minLength: CODE_BYTES, maxLength: CODE_BYTES });
  fc.assert(
    fc.property(bytes, breaks, fc.boolean(), (random, between, wide) => {
      const letters = [...writeCode(random).replaceAll("-", "")];
      const broken = letters.map((letter, index) => letter.toLowerCase() + (index < 11 ? between[index] : "")).join("");
      const typed = wide
        ? broken.replace(/[a-z0-9]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0))
        : broken;
      expect(readCode(`${typed} 张三 0591-8712345`)).toEqual({ code: letters.join(""), rest: "张三 0591-8712345" });
    }),
  );
});

test.each([
  ["张三 0591-87654321", "张三", "0591-87654321"],
  ["张三13900001111", "张三", "13900001111"],
  ["姓名：欧阳小芳，电话：0591-8765432转801", "欧阳小芳", "0591-8765432转801"],
  ["阿卜杜拉·买买提 （0991）1234567", "阿卜杜拉·买买提", "(0991)1234567"],
  ["Zhang San, tel. +86 591 8765 4321", "Zhang San", "+86 591 8765 4321"],
  ["O'Brien-Li 0591 87654321", "O'Brien-Li", "0591 87654321"],
])("%j is a name and a telephone", (text, name, phone) => {
  expect(readIntroduction(text)).toEqual({ name, phone });
});

test.each(["12 2 1", "立案3件", "张三", "0591-87654321", "立案3 罚没15000元", "是", "", "口罩 排查12 不合格2 整改1"])(
  "%j is neither",
  (text) => {
    expect(readIntroduction(text)).toBeUndefined();
  },
);

test.each(["", "2222", "2222-2222-222", "口罩 12 2 1"])("%j is no code", (text) => {
  expect(readCode(text)).toBeUndefined();
});
