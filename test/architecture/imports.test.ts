import { readdirSync, readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const src = resolve(root, "src");

type Import = { readonly from: string; readonly to: string };

const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => name.replaceAll("\\", "/"))
  .sort();

/** Every import of a file: a path below src/, or the name of a package. */
const imports: readonly Import[] = files.flatMap((from) => {
  const text = readFileSync(resolve(src, from), "utf8");
  const found = text.matchAll(
    /^(?:import|export|\}).*?\sfrom "([^"]+)"(?: with .*)?;|^import "([^"]+)";|\bimport\("([^"]+)"\)/gm,
  );
  return [...found]
    .map(([, named, bare, lazy]) => named ?? bare ?? lazy ?? "")
    .map((to) => ({
      from,
      to: to.startsWith(".") ? relative(src, resolve(src, dirname(from), to)).replaceAll("\\", "/") : to,
    }));
});

/** The packages that the pure core may use. */
const corePackages = [
  "chinese-days/dist/chinese-days.json",
  "zod",
  "yaml",
  "@marcbachmann/cel-js",
  "@microsoft/recognizers-text-number",
  "temporal-polyfill",
];
const ports = [
  "channels/channel.ts",
  "channels/desk.ts",
  "channels/degrade.ts",
  "store/store.ts",
  "exports/export.ts",
  "imports/import.ts",
];
const part = (path: string) => path.split("/").slice(0, 2).join("/");
const isOurs = (to: string) => to.endsWith(".ts");

function breaches(of: (file: string) => boolean, may: (to: string, from: string) => boolean): readonly string[] {
  return imports.filter(({ from, to }) => of(from) && !may(to, from)).map(({ from, to }) => `${from} imports ${to}`);
}

test("the core imports itself and the few pure libraries alone, never node", () => {
  expect(
    breaches(
      (file) => file.startsWith("core/"),
      (to) => to.startsWith("core/") || corePackages.includes(to),
    ),
  ).toEqual([]);
});

test("the app imports the core, the wording and the ports, never a platform, a store or an export", () => {
  expect(
    breaches(
      (file) => file.startsWith("app/"),
      (to) =>
        !isOurs(to) ||
        to.startsWith("app/") ||
        to.startsWith("core/") ||
        to.startsWith("wording/") ||
        ports.includes(to),
    ),
  ).toEqual([]);
});

test("a channel imports the ports and the core, never another channel or the store", () => {
  expect(
    breaches(
      (file) => /^channels\/[^/]+\//.test(file),
      (to, from) => !isOurs(to) || to.startsWith("core/") || part(to) === part(from) || ports.slice(0, 3).includes(to),
    ),
  ).toEqual([]);
});

test("a store imports the core, its port and what every store needs, never another store", () => {
  expect(
    breaches(
      (file) => file.startsWith("store/"),
      (to, from) =>
        !isOurs(to) ||
        to.startsWith("core/") ||
        /^store\/[^/]+\.ts$/.test(to) ||
        part(to) === part(from) ||
        from === "store/index.ts",
    ),
  ).toEqual([]);
});

test("an export imports its port and the core", () => {
  expect(
    breaches(
      (file) => file.startsWith("exports/"),
      (to, from) =>
        !isOurs(to) ||
        to.startsWith("core/") ||
        to === "exports/export.ts" ||
        // How a sheet looks on paper is one thing for all that print one.
        to.startsWith("exports/sheet/") ||
        part(to) === part(from) ||
        from === "exports/index.ts",
    ),
  ).toEqual([]);
});

test("an import imports its port and the core", () => {
  expect(
    breaches(
      (file) => file.startsWith("imports/"),
      (to, from) =>
        !isOurs(to) ||
        to.startsWith("core/") ||
        to === "imports/import.ts" ||
        part(to) === part(from) ||
        from === "imports/index.ts",
    ),
  ).toEqual([]);
});

test("the core reads no clock and no chance", () => {
  const found = files
    .filter((file) => file.startsWith("core/"))
    .filter((file) =>
      /\bDate\.now\(|\bnew Date\(|Math\.random\(|Temporal\.Now|setTimeout\(/.test(
        readFileSync(resolve(src, file), "utf8"),
      ),
    );
  expect(found).toEqual([]);
});

test("nothing in src knows the campaign: no product, department or weekday of it", () => {
  const campaign = /口罩|呼吸机|防护服|市场监管|meltblown|epidemic|fuzhou|thursday/i;
  const found = files.filter((file) =>
    campaign.test(
      readFileSync(resolve(src, file), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*|\.describe\([\s\S]*?\)/g, ""),
    ),
  );
  expect(found).toEqual([]);
});

test("no file is called by a name that says nothing", () => {
  expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|misc|shared)(\.ts|\/)/.test(file))).toEqual([]);
});
