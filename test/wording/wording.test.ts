import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { languages, messageIds, spoken, wordingOf } from "../../src/wording/wording.ts";

const src = new URL("../../src/", import.meta.url);
const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
const code = files.map((name) => readFileSync(new URL(name, src), "utf8")).join("\n");
const [chinese, english] = languages.map((language) => [...messageIds(language)].sort());

describe("the wording files", () => {
  test("say everything in both languages", () => {
    expect(chinese).toEqual(english);
  });

  test("know every sentence that the code asks for", () => {
    const asked = [...code.matchAll(/\bkey: "([a-z][a-z0-9-]*)"|\bword\("([a-z][a-z0-9-]*)"/g)].map(
      ([, key, word]) => key ?? word ?? "",
    );
    expect([...new Set(asked)].filter((key) => !chinese?.includes(key))).toEqual([]);
    expect(asked.length).toBeGreaterThan(50);
  });

  test("hold no sentence that nothing asks for", () => {
    const families = [...code.matchAll(/`([a-z][a-z0-9-]*-)\$\{/g)].map(([, family]) => family ?? "");
    const named = (id: string) => code.includes(`"${id}"`) || families.some((family) => id.startsWith(family));
    expect(chinese?.filter((id) => !named(id))).toEqual([]);
  });

  test("use the same arguments in both languages", () => {
    const folder = (language: string) => new URL(`wording/${language}/`, src);
    const args = (language: string) => {
      const text = readdirSync(folder(language))
        .sort()
        .map((name) => readFileSync(new URL(name, folder(language)), "utf8"))
        .join("\n");
      const messages = text.split(/\n(?=[a-z][a-z0-9-]* =)/).filter((each) => /^[a-z]/.test(each));
      return Object.fromEntries(
        messages.map((each) => [
          each.split(" ")[0],
          [...new Set([...each.matchAll(/\$([a-z]+)/g)].map(([, name]) => name))].sort(),
        ]),
      );
    };
    expect(args("zh-CN")).toEqual(args("en"));
  });

  test("speak without exclamation marks", () => {
    for (const language of languages)
      for (const name of readdirSync(new URL(`wording/${language}/`, src)))
        expect(readFileSync(new URL(`wording/${language}/${name}`, src), "utf8")).not.toMatch(/[!！]/);
  });
});

describe("the wording", () => {
  test("puts phrases, labels and figures into each language", () => {
    const text = { key: "figure", args: { name: { label: { "zh-CN": "立案", en: "filed" } }, figure: "3" } };
    expect(wordingOf("zh-CN").text(text)).toBe("立案3");
    expect(wordingOf("en").text(text)).toBe("filed 3");
  });

  test("shows the key of a sentence that is missing, rather than nothing", () => {
    expect(wordingOf("en").text({ key: "no-such-sentence" })).toBe("no-such-sentence");
  });

  test("takes text from people as it is: braces and references of theirs are never read", () => {
    const part = "{ $secret } { -term }";
    expect(wordingOf("en").text({ key: "interview-yes-or-no", args: { part } })).toContain(part);
  });

  test("finds the nearest language that is spoken", () => {
    expect(spoken("zh")).toBe("zh-CN");
    expect(spoken("zh-Hans-SG")).toBe("zh-CN");
    expect(spoken("en-GB")).toBe("en");
    expect(spoken("fr")).toBeUndefined();
    expect(spoken(undefined)).toBeUndefined();
  });
});
