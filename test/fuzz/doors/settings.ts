import fc from "fast-check";
import { explained } from "../../../src/failures.ts";
import { assertRunnable } from "../../../src/runnable.ts";
import { readSettings, settingsSchema } from "../../../src/settings.ts";
import { wordingOf } from "../../../src/wording/wording.ts";
import { assert, door } from "../door.ts";

const names = Object.keys(settingsSchema.shape);
const secret = /TOKEN|SECRET|KEY|DATABASE_URL/;
const values = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "0",
    "-1",
    "65536",
    "3000",
    "on",
    "off",
    "zh-CN",
    "en",
    "http://a",
    "ftp://a",
    "https://",
    "2020-05-19T09:00+08:00",
  ),
  fc.constantFrom(
    "0.0.0.0",
    "localhost",
    "::1",
    "nan",
    "Infinity",
    "1e9",
    "info",
    "__proto__",
    "../..",
    "2020-13-45",
    "javascript:x",
  ),
  fc.string({ unit: "binary", maxLength: 80 }),
);

/** The environment: any names of ours with any values. */
export const settings = door(
  "settings",
  { ms: 500, mb: 200 },
  fc.dictionary(fc.constantFrom(...names), values, { maxKeys: 6 }),
  async () => ({
    close: async () => {},
    put: async (values) => {
      const given = Object.fromEntries(
        // A mark that stands nowhere else: a value alone may be what a sentence says by way of an example.
        Object.entries(values).map(([name, value]) => [name, secret.test(name) ? `canary${value}yranac` : value]),
      );
      try {
        assertRunnable(readSettings(given));
      } catch (cause) {
        const said = explained(cause, wordingOf("zh-CN"));
        assert(said !== undefined, `it threw ${cause}`);
        assert(!/\n\s+at |\[object |undefined/.test(said), `no sentence: ${said.slice(0, 300)}`);
        for (const [name, value] of Object.entries(given))
          assert(!secret.test(name) || !said.includes(value), `${name} is told: ${said.slice(0, 300)}`);
      }
    },
  }),
);
