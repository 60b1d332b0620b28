import { execFile } from "node:child_process";
import { chmod, mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { examinePremises } from "../../src/premises.ts";
import { openLowdb } from "../../src/store/lowdb/index.ts";
import { wordingOf } from "../../src/wording/wording.ts";
import { ran } from "./baosong.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "baosong-doctor-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const words = wordingOf("en");
const { text } = words;
/** What was found of each part, in words. */
const found = async (at = folder) =>
  Object.fromEntries(
    (await examinePremises({ BAOSONG_DATA: at })).map(([part, finding]) => [
      part,
      {
        level: finding.level,
        what: text(finding.what),
        ...(finding.level === "ok" ? {} : { todo: text(finding.todo) }),
      },
    ]),
  );

async function kept(): Promise<string> {
  const store = await openLowdb({ folder });
  await store.change(["clock/c"], () => [
    { key: "clock/c", entry: { kind: "clock-moved", to: 1, id: "c", at: 1, by: "bot" } },
  ]);
  await store.close();
  return join(folder, "journal", "00000001.log");
}

test("store, folder, disk and clock are examined, and nothing is left behind", async () => {
  await kept();
  const before = await readdir(folder);
  const { store, folder: place, disk, clock } = await found();
  expect(store).toEqual({ level: "ok", what: "can be opened and read: 1 documents" });
  expect(place).toMatchObject({ level: "ok" });
  expect(disk?.what).toMatch(/^\d+ MB are free$/);
  expect(clock?.level).not.toBe("error");
  expect(await readdir(folder)).toEqual(before);
});

test("a folder that is not there yet is in order, and is not made", async () => {
  const none = join(folder, "none", "yet");
  const { store, folder: place } = await found(none);
  expect([store?.level, place?.level]).toEqual(["ok", "ok"]);
  expect(await readdir(folder)).toEqual([]);
});

test("beside a running bot the store is in use and left alone", async () => {
  const store = await openLowdb({ folder });
  expect((await found()).store).toEqual({ level: "ok", what: "a bot has it open" });
  await store.close();
});

test("a damaged journal is named with its place, and what to do", async () => {
  const path = await kept();
  const text = await readFile(path, "utf8");
  await writeFile(path, `${text.replace("clock-moved", "clock-mooed")}${text}`);
  expect((await found()).store).toMatchObject({
    level: "error",
    what: expect.stringMatching(/journal.*line 1 \(byte 0\) is damaged/),
    todo: expect.stringContaining("restore"),
  });
});

test("a clock that is behind what was kept is an error", async () => {
  const path = await kept();
  const later = new Date(Date.now() + 3_600_000);
  await utimes(path, later, later);
  expect((await found()).clock).toMatchObject({
    level: "error",
    todo: expect.stringContaining("set the machine's clock"),
  });
});

test("a folder that others may look into is a warning", async () => {
  await kept();
  await chmod(folder, 0o755);
  expect((await found()).folder).toMatchObject({ level: "warning", todo: `chmod 700 ${folder}` });
});

test("the command prints what it found, a line each", async () => {
  const { code, out } = await ran(["doctor"], { BAOSONG_DATA: folder });
  expect(code, out).toBe(0);
  for (const part of ["settings", "campaign", "store", "folder", "disk", "clock", "simulator"])
    expect(out).toMatch(new RegExp(`^(ok|warning) +${part}: `, "m"));
});

test("doctor, check, verify and invite speak the operator's language; codes stay as they are", async () => {
  const env = { BAOSONG_DATA: join(folder, "run"), LANG: "zh_CN.UTF-8" };
  const doctor = await ran(["doctor"], env);
  expect(doctor.out).toContain("正常 campaign: 任务和名册无误");
  expect(doctor.out).not.toMatch(/in order|can be used/);
  expect((await ran(["check"], env)).out).toMatch(/^无误：.*56 个单位填报\n$/);
  expect((await ran(["check"], { ...env, BAOSONG_LANGUAGE: "en" })).out).toMatch(
    /^In order: .*56 units that report\n$/,
  );
  expect((await ran(["invite", "福州市监"], env)).out).toContain("7 天内有效");
  expect((await ran(["verify"], env)).out).toMatch(/^完好：/);
  const nobody = await ran(["invite", "atlantis"], env);
  expect(nobody.err).toBe(
    "[nobody-to-invite] 名册里没有单位 atlantis，或者那里没有人\n    -> 请按名册写它的 id 或名称\n",
  );
});

test("whoever reads no more than the first lines ends it quietly", async () => {
  const program = fileURLToPath(new URL("../../src/baosong.js", import.meta.url));
  const env = { ...process.env, BAOSONG_DATA: join(folder, "run") };
  const { stdout, stderr } = await promisify(execFile)(
    "sh",
    ["-c", `"${process.execPath}" "${program}" doctor | true`],
    { env },
  );
  expect([stdout, stderr]).toEqual(["", ""]);
}, 60_000);
