import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Block, Text } from "../../src/core/message.ts";
import type { Words } from "../../src/core/roster.ts";
import { loadRoster } from "../../src/core/roster-load.ts";
import { languages, spoken, wordingOf } from "../../src/wording/wording.ts";
import { flowFrom } from "../interview/talk.ts";
import { messageIds } from "./message-ids.ts";

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

  test("have a way out for everything that can be wrong with a file, and for what keeps a command from running", () => {
    const mended = [...code.matchAll(/toMend\(\{ key: "([a-z-]+)"/g)].map(([, key]) => key ?? "");
    const wrong = chinese?.filter((id) => id.startsWith("problem-") && !id.endsWith("-fix")) ?? [];
    expect([...mended, ...wrong].filter((key) => !chinese?.includes(`${key}-fix`))).toEqual([]);
    expect(mended.length + wrong.length).toBeGreaterThan(100);
  });

  test("have a way out for every failure of a store", () => {
    const failures = [...code.matchAll(/new StoreFailure\(\s*"[a-z]+",\s*\{\s*key: "([a-z-]+)"/g)].map(
      ([, key]) => key ?? "",
    );
    expect(failures.filter((key) => !chinese?.includes(`${key}-fix`))).toEqual([]);
    expect(failures.length).toBeGreaterThan(25);
  });

  test("know what a schema says of the form of a value", () => {
    const forms = [...code.matchAll(/"(format-[a-z-]+|setting-[a-z-]+)"/g)].map(([, key]) => key ?? "");
    expect(forms.filter((key) => !chinese?.includes(key))).toEqual([]);
    expect(forms.length).toBeGreaterThan(10);
  });

  test("hold no sentence that nothing asks for", () => {
    const families = [...code.matchAll(/`([a-z][a-z0-9-]*-)\$\{/g)].map(([, family]) => family ?? "");
    const named = (id: string): boolean =>
      code.includes(`"${id}"`) ||
      (/-fix$/.test(id) && named(id.replace(/-fix$/, ""))) ||
      families.some((family) => id.startsWith(family));
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

  test("have straight apostrophes in English: phones set to Chinese draw the curly one as wide as a character", () => {
    const curly = readdirSync(new URL("wording/en/", src)).filter((name) =>
      readFileSync(new URL(`wording/en/${name}`, src), "utf8").includes("\u2019"),
    );
    expect(curly).toEqual([]);
  });

  test("speak without exclamation marks", () => {
    for (const language of languages)
      for (const name of readdirSync(new URL(`wording/${language}/`, src)))
        expect(readFileSync(new URL(`wording/${language}/${name}`, src), "utf8")).not.toMatch(/[!！]/);
  });
});

describe("the wording files, which every campaign speaks from", () => {
  const root = new URL("../../", import.meta.url);
  const roster = loadRoster(readFileSync(new URL("data/example/roster.yaml", root), "utf8"));
  const { blocks } = flowFrom("flows/epidemic-supplies-weekly.yaml");
  const everyName = (words: Words) => (typeof words === "string" ? [words] : Object.values(words));
  const units = "roster" in roster ? roster.roster.units.flatMap(({ id, name, short }) => [id, name, short]) : [];
  const rows = blocks.flatMap((block) => block.rows.flatMap(({ label, short, aliases }) => [label, short, ...aliases]));
  const columns = blocks.flatMap((block) => block.groups.flatMap((group) => group.columns.map(({ short }) => short)));
  const inChinese = (words: Words) => (typeof words === "string" ? [] : [words["zh-CN"] ?? ""]);
  // A column of two letters or an English word such as firms may be in any sentence.
  const names = [
    ...[...units, ...rows].flatMap(everyName).filter((name) => name.length > 1),
    ...columns.flatMap(inChinese).filter((name) => ["批次", "整改"].every((word) => word !== name)),
  ];

  test("name no unit, row or column of the campaign that comes with them: examples are the person's own", () => {
    expect(units.length).toBeGreaterThan(50);
    for (const language of languages)
      for (const file of readdirSync(new URL(`wording/${language}/`, src))) {
        // The schemas' own words are the operator's: a case is a case there.
        if (file === "schema.ftl") continue;
        const text = readFileSync(new URL(`wording/${language}/${file}`, src), "utf8").replace(/^#.*$/gm, "");
        const found = names.filter((name) => text.toLowerCase().includes(name.toLowerCase()));
        expect(`${language}/${file}: ${found.join(", ")}`).toBe(`${language}/${file}: `);
      }
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

  test("puts what a channel does to people's words over every ready string of a message, and over nothing of the bot's own", () => {
    const blocks: readonly Block<Text>[] = [
      { kind: "text", text: { key: "case-unknown", args: { command: { live: "/urgent" } } } },
      { kind: "text", text: { join: ["a", { live: "b" }, { label: { en: "c" } }, { key: "no-key" }], by: "" } },
      { kind: "fields", fields: [{ label: "d", value: { key: "interview-yes-or-no", args: { part: "/lock" } } }] },
      { kind: "table", caption: "e", head: ["f"], rows: [["g"]] },
      { kind: "choices", choices: [{ label: "h", action: "i" }] },
    ];
    const said = JSON.stringify(wordingOf("en").blocks(blocks, (words) => `<${words}>`));
    expect(said.match(/<[^>]*>/g)).toEqual(["<a>", "<>", "<>", "<>", "<d>", "</lock>", "<e>"]);
    expect(said).toContain("/urgent");
  });

  test("finds the nearest language that is spoken", () => {
    expect(spoken("zh")).toBe("zh-CN");
    expect(spoken("zh-Hans-SG")).toBe("zh-CN");
    expect(spoken("en-GB")).toBe("en");
    expect(spoken("fr")).toBeUndefined();
    expect(spoken(undefined)).toBeUndefined();
  });
});
