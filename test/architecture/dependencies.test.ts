import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const names = z.object({ dependencies: z.record(z.string(), z.string()) });
const installed = z.object({ version: z.string(), license: z.string() });

/** The rows of the table: package, what for, why this one, licence, release. */
const rows = read("deploy/DEPENDENCIES.md")
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| package"))
  .map((line) => line.slice(2, -2).split(" | "));

test("every package that runs with the bot has its line in the table, and no other", () => {
  const wanted = Object.keys(names.parse(JSON.parse(read("package.json"))).dependencies).sort();
  expect(rows.map(([name]) => name)).toEqual(wanted);
});

test.each(rows)("%s: its line says what for and why, its licence and its release as they are installed", (...row) => {
  const [name = "", use = "", why = "", licence, release = ""] = row;
  const own = installed.parse(JSON.parse(read(`node_modules/${name}/package.json`)));
  expect(use.length).toBeGreaterThan(10);
  expect(why.length).toBeGreaterThan(10);
  expect(licence).toBe(own.license);
  expect(release).toMatch(new RegExp(`^${own.version.replaceAll(".", "\\.")}, 20\\d\\d-\\d\\d-\\d\\d$`));
});

test("every package that runs with the bot, and what it brings along, is pinned with its checksum", () => {
  const pinned = z.object({
    version: z.string(),
    integrity: z.string().optional(),
    dev: z.boolean().optional(),
  });
  const lock = z
    .object({ packages: z.record(z.string(), pinned.partial({ version: true })) })
    .parse(JSON.parse(read("package-lock.json")));
  const ours = Object.entries(lock.packages).filter(([path, { dev }]) => path !== "" && dev !== true);
  expect(ours.filter(([, { integrity }]) => integrity === undefined).map(([path]) => path)).toEqual([]);
  expect(ours.length).toBeGreaterThan(50);
});
