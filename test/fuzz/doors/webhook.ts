import fc from "fast-check";
import { assert, door } from "../door.ts";
import { hooks } from "../hooks/index.ts";
import { words } from "../words.ts";

const call = fc.record({
  hook: fc.nat(),
  /** What becomes of a genuine body: nothing, a stretch replaced, or another body altogether. */
  body: fc.oneof(
    { arbitrary: fc.constant(undefined), weight: 1 },
    {
      arbitrary: fc.record({ at: fc.nat(), length: fc.nat(40), by: words.map((each) => each.slice(0, 80)) }),
      weight: 5,
    },
    {
      arbitrary: fc.oneof(words, fc.json(), fc.constantFrom("", "{", "[".repeat(50_000), `"${"x".repeat(3_000_000)}"`)),
      weight: 3,
    },
  ),
  /** Headers of the genuine call that are left out or spoilt. */
  headers: fc.constantFrom("all", "none", "spoilt"),
});

/** What calls itself a platform: without its secret, with a body that it never sent. */
export const webhook = door("webhook", { ms: 3_000, mb: 400 }, call, async () => {
  const open = await Promise.all(hooks.map((hook) => hook.open()));
  return {
    close: async () => {
      for (const each of open) await each.close();
    },
    put: async ({ hook, body, headers }) => {
      const on = open[hook % open.length];
      if (!on) return;
      const { genuine } = on;
      const sent =
        body === undefined
          ? genuine.body
          : typeof body === "string"
            ? body
            : genuine.body.slice(0, body.at % genuine.body.length) +
              body.by +
              genuine.body.slice((body.at % genuine.body.length) + body.length);
      const with_ = Object.entries(genuine.headers).flatMap(([name, value]): [string, string][] =>
        headers === "all" || /content-type/i.test(name)
          ? [[name, value]]
          : headers === "spoilt"
            ? [[name, `${value}x`]]
            : [],
      );
      const before = on.received();
      // A server may hang up on what is too large, or on what comes behind it on the same connection: then it is asked again.
      const ask = () => fetch(on.url, { method: "POST", headers: with_, body: Buffer.from(sent) });
      const response = await ask()
        .catch(() => ask())
        .catch(() => fetch(on.url, { method: "POST", body: "" }));
      const said = await response.text();
      assert(response.status < 500, `${response.status}: ${said.slice(0, 200)}`);
      assert(!/\n\s+at .*:\d+:\d+/.test(said), `a stack: ${said.slice(0, 300)}`);
      assert(headers === "all" || on.received() === before, "a call without the platform's proof reached the bot");
    },
  };
});
