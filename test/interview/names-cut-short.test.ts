import { describe, expect, test } from "vitest";
import { byId } from "../../src/core/cells.ts";
import { realFlow, type Talk, talk } from "./talk.ts";

const flow = realFlow();

/** Somebody who is asked for 口罩 监督抽查, 排查 having been answered. */
function atSampling(...said: readonly string[]): Talk {
  const person = talk(flow, "market-regulation");
  person.command("report");
  for (const each of ["口罩", "12 0 0", ...said]) person.say(each);
  return person;
}

const cells = (person: Talk) => byId(person.report().cells);

describe("a word that begins the name of one column of the open screen", () => {
  test("is that column where it is all that is missing", () => {
    const person = atSampling("抽查企业8 批次10");
    expect(person.say("不合格1")).toContain("✓ 口罩 不合格批次1");
    expect(cells(person)).toMatchObject({ "mask.screening.failed": 0, "mask.sampling.failed_batches": 1 });
  });

  test.each([
    "抽查企业8 批次10 不合格1",
    "5家，10批次，不合格1",
    "抽查企业8，批次10，其中不合格1",
    "不合格 1，批次 10",
  ])("is that column where others of the screen are named with it: %s", (text) => {
    const person = atSampling();
    person.say(text);
    expect(cells(person)).toMatchObject({ "mask.screening.failed": 0, "mask.sampling.failed_batches": 1 });
  });

  test("is asked about alone where another screen has a column of that name", () => {
    const person = atSampling();
    expect(person.say("不合格1")).toContain("“不合格1”是哪一类的？监督抽查、生产企业排查");
    expect(cells(person)["mask.screening.failed"]).toBe(0);
    const answer = person.press("监督抽查");
    expect(answer).toContain("✓ 口罩 不合格批次1");
    expect(answer).not.toContain("没有存");
  });

  test("is the column of the other screen where its unit is", () => {
    const person = atSampling();
    expect(person.say("不合格1家")).toContain("✓ 口罩 不合格 0 → 1");
  });

  test("is no column where a class is called so", () => {
    const person = atSampling();
    person.say("质量3");
    expect(cells(person)).not.toHaveProperty("mask.sampling.enterprises");
  });
});

describe("a line that goes on with a name cut short", () => {
  test("means the class that it is in, where the other has its figure", () => {
    const person = talk(flow, "market-regulation");
    person.say("口罩 排查12 不合格2 整改1 抽查企业8 批次10 不合格1");
    expect(cells(person)).toMatchObject({ "mask.screening.failed": 2, "mask.sampling.failed_batches": 1 });
  });

  test.each(["口罩 抽查企业8 批次10 不合格1", "口罩 抽查企业8 批次10 不合格1 整改0"])("is asked about: %s", (text) => {
    const person = talk(flow, "market-regulation");
    expect(person.say(text)).toContain("“不合格1”是哪一类的？生产企业排查、监督抽查");
    expect(cells(person)).not.toHaveProperty("mask.screening.failed");
  });
});

describe("a column whose name begins with that of a class", () => {
  test.each(["口罩 抽查企业 9", "口罩 抽查企业9", "口罩 抽查企业8 批次10 不合格批次1", "口罩 质量抽查企业 9"])(
    "is corrected by its whole name: %s",
    (args) => {
      const person = atSampling("3 4 1");
      expect(person.command("fix", args)).toContain("✓ 口罩 抽查企业 3 → ");
    },
  );

  test("is shown again by its name alone", () => {
    const person = atSampling("3 4 1");
    expect(person.command("fix", "口罩 抽查企业")).toContain("口罩 · 监督抽查");
  });
});
