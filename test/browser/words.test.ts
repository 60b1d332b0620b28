import { expect, test } from "vitest";
import { addressed } from "../../src/channels/simulator/mention.ts";

test("every word of the page exists in both languages, with the same things filled in", async () => {
  const path = new URL("../../src/channels/simulator/page/words.js", import.meta.url).href;
  const { keys, word } = await import(path);
  expect(keys.en).toEqual(keys.zh);
  for (const language of ["zh-CN", "en"])
    expect(addressed(`@${word(language, "bot")} ?`)).toEqual({ text: "?", mentioned: true });
  const filled = (language: string, key: string) =>
    [...String(word(language, key, new Proxy({}, { get: (_, name) => `<${String(name)}>` }))).matchAll(/<\w+>/g)]
      .flat()
      .sort();
  for (const key of keys.zh) expect([key, filled("en", key)]).toEqual([key, filled("zh-CN", key)]);
});
