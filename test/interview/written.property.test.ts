import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { byId, cellAt } from "../../src/core/cells.ts";
import { askedOf, type Place } from "../../src/core/flow/flow.ts";
import { fold, namesOf } from "../../src/core/interview/reading/names.ts";
import { realFlow, talk } from "./talk.ts";

const flow = realFlow();
const departments = ["market-regulation", "drug-administration", "customs", "public-security"] as const;

/** A figure that its column can hold and that no check of the campaign stops. */
const figureFor = (place: Place) =>
  place.column.kind === "count"
    ? fc.integer({ min: 0, max: 120_000 })
    : fc.integer({ min: 0, max: 9_000_000 }).map((yuan) => yuan / 10_000);

const digits = "零一二三四五六七八九";

/** A whole number in Chinese words, as it is read aloud. */
function inWords(figure: number): string {
  const below10000 = (rest: number): string => {
    let words = "";
    let gap = false;
    for (const [index, unit] of ["千", "百", "十", ""].entries()) {
      const digit = Math.floor(rest / 10 ** (3 - index)) % 10;
      if (digit === 0) gap = words !== "";
      else {
        words += `${gap ? "零" : ""}${digits[digit]}${unit}`;
        gap = false;
      }
    }
    return words;
  };
  if (figure === 0) return "零";
  const [high, low] = [Math.floor(figure / 10_000), figure % 10_000];
  const link = high > 0 && low > 0 && low < 1_000 ? "零" : "";
  return `${high > 0 ? `${below10000(high)}万` : ""}${link}${below10000(low)}`;
}

const fullWidth = (text: string) =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const withCommas = (figure: number) => figure.toLocaleString("en-US", { maximumFractionDigits: 4 });

/** Ways of writing one figure of a column; each stands for just this figure. */
function stylesOf(place: Place, figure: number, inOrder: boolean): readonly string[] {
  const unit = place.column.unit?.["zh-CN"] ?? "";
  if (place.column.kind === "amount") {
    const yuan = Math.round(figure * 10_000);
    return [
      String(figure),
      fullWidth(String(figure)),
      `${figure}万元`,
      `${figure}万`,
      `${yuan}元`,
      `${inWords(yuan)}元`,
    ];
  }
  const plain = [
    String(figure),
    fullWidth(String(figure)),
    `${figure}${unit}`,
    inWords(figure),
    `${inWords(figure)}${unit}`,
  ];
  // In a row of figures a comma between thousands may be one between figures: then the bot asks.
  return inOrder ? plain : [...plain, withCommas(figure), `${withCommas(figure)}${unit}`];
}

/** The same in English; each stands for just this figure. */
function englishStylesOf(place: Place, figure: number): readonly string[] {
  const unit = place.column.unit?.en ?? "";
  if (place.column.kind === "amount") return [String(figure), `${Math.round(figure * 10_000)} yuan`];
  return [String(figure), `${figure} ${unit}`, ...(figure > 0 && figure < 10 ? [small[figure - 1] ?? ""] : [])];
}

const small = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

type Written = { readonly places: readonly Place[]; readonly figures: readonly number[]; readonly text: string };

/** One screen's figures, written in order or by name, in any style. */
const line = (places: readonly Place[]): fc.Arbitrary<Written> => {
  const [first] = places;
  if (!first) throw new Error("a screen has places");
  return fc
    .tuple(
      fc.tuple(...places.map(figureFor)),
      fc.boolean(),
      fc.constantFrom(" ", "，", "、", "；", " / ", "\t", "　"),
      fc.array(fc.nat(), { minLength: places.length, maxLength: places.length }),
      fc.shuffledSubarray([...places.keys()], { minLength: places.length }),
      fc.constantFrom("", "：", "=", " ", "是"),
    )
    .map(([figures, inOrder, separator, picks, order, link]) => {
      const tokens = places.map((place, index) => {
        const styles = stylesOf(place, figures[index] ?? 0, inOrder);
        const figure = styles[(picks[index] ?? 0) % styles.length] ?? "";
        return inOrder ? figure : `${place.column.short["zh-CN"]}${link}${figure}`;
      });
      const written = inOrder ? tokens : order.map((index) => tokens[index] ?? "");
      // A tab makes a message a paste, which has heads or a layout: lines of names are written with other separators.
      const between = separator === "\t" ? " " : separator;
      const { row, group } = first;
      return { places, figures, text: `${row.short["zh-CN"]} ${group.short["zh-CN"]} ${written.join(between)}` };
    });
};

const screensOf = (department: string) => {
  const places = askedOf(flow, department);
  const ids = [...new Set(places.map(({ row, group }) => `${row.id}.${group.id}`))];
  return ids.map((id) => places.filter((place) => place.id.startsWith(`${id}.`)));
};

const passages = fc.constantFrom(...departments).chain((department) =>
  fc
    .shuffledSubarray([...screensOf(department)], { minLength: 1 })
    .map((screens) => screens.slice(0, 6))
    .chain((screens) => fc.tuple(...screens.map(line)))
    .map((lines) => ({ department, lines })),
);

describe("figures that are written down", () => {
  test("in any style read back to the same cells, and change no others", () => {
    fc.assert(
      fc.property(passages, ({ department, lines }) => {
        // The checks speak of what contradicts; here it is about reading alone.
        const person = talk({ ...flow, check: () => [] }, department);
        person.command("report");
        const said = lines.map(({ text }) => text).join("\n");
        person.say(said);
        const meant = lines.flatMap(({ places, figures }) => places.map((place, index) => [place.id, figures[index]]));
        expect(byId(person.report().cells), said).toEqual(Object.fromEntries(meant));
      }),
      { numRuns: 300, seed: 20200519 },
    );
  });

  test("screen by screen, in order or by name, in Chinese or English, read back to the same cells", () => {
    const ofScreen = (screen: readonly Place[]) =>
      fc.tuple(fc.tuple(...screen.map(figureFor)), fc.constantFrom("zh-CN", "en"), fc.boolean(), fc.nat());
    const screens = screensOf("market-regulation").filter(([first]) => first?.row.id === "mask");
    fc.assert(
      fc.property(fc.tuple(...screens.map(ofScreen)), (answers) => {
        const person = talk({ ...flow, check: () => [] }, "market-regulation");
        person.command("report");
        person.say("口罩");
        for (const [index, [figures, language, inOrder, pick]] of answers.entries()) {
          const places = screens[index] ?? [];
          // The classes are ticked once the screens before them are done.
          if (index === 2) person.say("全部");
          const written = places.map((place, column) => {
            const figure = figures[column] ?? 0;
            const styles = language === "en" ? englishStylesOf(place, figure) : stylesOf(place, figure, inOrder);
            const style = styles[pick % styles.length] ?? "";
            const named =
              language === "en" ? `${place.column.short.en} ${style}` : `${place.column.short["zh-CN"]}${style}`;
            return inOrder ? style : named;
          });
          const said = written.join(language === "en" ? ", " : " ");
          person.say(said);
          for (const [column, { id }] of places.entries())
            expect(cellAt(person.report().cells, id), said).toBe(figures[column]);
        }
      }),
      { numRuns: 40, seed: 20200519 },
    );
  });

  test("sent as a workbook in either layout, as numbers or as text, read back to the same cells", () => {
    const places = askedOf(flow, "market-regulation");
    const rows = [...new Set(places.map(({ row }) => row))];
    const sheets = fc.record({
      layout: fc.constantFrom(...flow.layouts),
      figures: fc.array(fc.integer({ min: 1, max: 9_999 }), { minLength: places.length, maxLength: places.length }),
      units: fc.boolean(),
    });
    fc.assert(
      fc.property(sheets, ({ layout, figures, units }) => {
        const shown = layout.groups.flatMap(({ group, columns }) => columns.map((column) => ({ group, column })));
        const placeAt = (row: string, { group, column }: (typeof shown)[number]) =>
          places.find(({ id }) => id === `${row}.${group}.${column}`);
        const block = places[0]?.block;
        const label = ({ group, column }: (typeof shown)[number]) =>
          block?.groups
            .find(({ id }) => id === (group === "total" ? "quality" : group))
            ?.columns.find(({ id }) => id === column)?.label["zh-CN"] ?? "";
        const groupLabel = (id: string) => block?.groups.find((each) => each.id === id)?.label["zh-CN"] ?? "";
        const heads = [
          ["", ...shown.map(({ group }, index) => (shown[index - 1]?.group === group ? "" : groupLabel(group)))],
          ["类别", ...shown.map(label)],
        ];
        const figureOf = (place: Place) => figures[places.indexOf(place)] ?? 0;
        const data = rows.map((row) => [
          row.label["zh-CN"] ?? "",
          ...shown.map((each) => {
            const place = placeAt(row.id, each);
            return place ? `${figureOf(place)}${units ? (place.column.unit?.["zh-CN"] ?? "") : ""}` : "";
          }),
        ]);
        const person = talk({ ...flow, check: () => [] }, "market-regulation");
        person.upload("表.xlsx", [...heads, ...data].map((cells) => cells.join("\t")).join("\n"));
        const meant = rows.flatMap((row) => shown.flatMap((each) => placeAt(row.id, each) ?? []));
        expect(byId(person.report().cells)).toEqual(
          Object.fromEntries(meant.map((place) => [place.id, figureOf(place)])),
        );
      }),
      { numRuns: 30, seed: 20200519 },
    );
  });

  test("pasted in any order of columns and rows, with their heads, read back to the same cells", () => {
    const places = askedOf(flow, "market-regulation");
    const rows = [...new Set(places.map(({ row }) => row))];
    const columns = places.filter(({ row }) => row === rows[0]);
    const sheets = fc.record({
      rows: fc.shuffledSubarray(rows, { minLength: 1 }),
      groups: fc.shuffledSubarray([...new Set(columns.map(({ group }) => group))], { minLength: 1 }),
      figures: fc.array(fc.integer({ min: 0, max: 9_999 }), { minLength: places.length, maxLength: places.length }),
      numbered: fc.boolean(),
      merged: fc.boolean(),
    });
    fc.assert(
      fc.property(sheets, ({ rows: some, groups, figures, numbered, merged }) => {
        const shown = groups.flatMap((group) => columns.filter((place) => place.group === group));
        const over = shown.map(({ group }, index) =>
          merged && shown[index - 1]?.group === group ? "" : group.label["zh-CN"],
        );
        const heads = shown.map(({ column }) => column.label["zh-CN"]);
        const pick = (id: string) => figures[places.findIndex((place) => place.id === id)] ?? 0;
        const data = some.map((row, index) => [
          `${numbered ? `${index + 1}.` : ""}${row.label["zh-CN"]}`,
          ...shown.map(({ group, column }) => String(pick(`${row.id}.${group.id}.${column.id}`))),
        ]);
        const person = talk({ ...flow, check: () => [] }, "market-regulation");
        const said = [["", ...over], ["类别", ...heads], ...data].map((cells) => cells.join("\t")).join("\n");
        person.say(said);
        const meant = some.flatMap((row) =>
          shown.map(({ group, column }) => `${row.id}.${group.id}.${column.id}`).map((id) => [id, pick(id)]),
        );
        expect(byId(person.report().cells), said).toEqual(Object.fromEntries(meant));
      }),
      { numRuns: 150, seed: 20200519 },
    );
  });
});

describe("anything that a person may send", () => {
  const names = askedOf(flow, "market-regulation").flatMap(({ row, group, column }) => [
    row.short["zh-CN"] ?? "",
    group.short["zh-CN"] ?? "",
    column.short["zh-CN"] ?? "",
  ]);
  const word = fc.oneof(
    fc.constantFrom(...new Set(names)),
    fc.constantFrom(
      "12",
      "3",
      "1.5",
      "三",
      "约30",
      "无",
      "0",
      "其余0",
      "都是0",
      "累计",
      "核减2",
      "不适用",
      "同上",
      "是",
      "否",
      "改",
      "工作情况：",
      "都没有",
      "7=35",
      "采用",
      "-",
      "，",
      "\t",
      "\n",
      "　",
      '"',
      "NaN",
      "1e9",
      "__proto__",
    ),
    fc.string({ unit: "grapheme", maxLength: 6 }),
  );
  const texts = fc
    .array(word, { maxLength: 14 })
    .chain((words) => fc.constantFrom("", " ", "\t", "\n").map((by) => words.join(by)));
  const commands = ["report", "review", "zero", "back", "withdraw", "submit"] as const;
  const steps = fc.array(
    fc.oneof(
      { weight: 8, arbitrary: texts.map((text) => ({ kind: "say" as const, text })) },
      { weight: 1, arbitrary: fc.constantFrom(...commands).map((name) => ({ kind: "command" as const, name })) },
      { weight: 1, arbitrary: texts.map((text) => ({ kind: "fix" as const, text })) },
      { weight: 3, arbitrary: fc.nat(8).map((at) => ({ kind: "press" as const, at })) },
    ),
    { minLength: 1, maxLength: 14 },
  );

  test("throws nothing and changes only what it named, what was asked, or what it said of all", () => {
    fc.assert(
      fc.property(fc.constantFrom(...departments), steps, (department, all) => {
        const person = talk(flow, department);
        for (const step of all) {
          const before = person.report();
          const prompt = person.person().prompt?.screen ?? "";
          switch (step.kind) {
            case "command":
              person.command(step.name);
              break;
            case "press": {
              const button = person.buttons()[step.at];
              if (button && !button.action.startsWith("cmd:")) person.forge(button.action);
              break;
            }
            case "fix":
              person.command("fix", step.text);
              break;
            case "say":
              person.say(step.text);
          }
          if (step.kind !== "say") continue;
          const after = person.report();
          const text = fold(step.text);
          const changed = askedOf(flow, department).filter(
            ({ id }) => cellAt(before.cells, id) !== cellAt(after.cells, id),
          );
          for (const place of changed) {
            const named = namesOf(place.row).some((name) => text.includes(name));
            const asked = prompt.startsWith(place.row.id) || prompt.includes(`/${place.row.id}`) || isTicked(prompt);
            const ofAll =
              /其余|都|采用|\t/.test(step.text) ||
              (/是/.test(step.text) && prompt === "zero") ||
              (/^\s*\d+\s*=/.test(text) && prompt === "review") ||
              new Set(askedOf(flow, department).map(({ row }) => row)).size === 1;
            expect(named || asked || ofAll, `${JSON.stringify(step.text)} at ${prompt} changed ${place.id}`).toBe(true);
          }
        }
      }),
      { numRuns: 400, seed: 20200519 },
    );
  });

  /** A ticking screen sets whole rows and classes to 0. */
  function isTicked(prompt: string): boolean {
    return /(^|\.)supplies(_drug)?$/.test(prompt);
  }
});
