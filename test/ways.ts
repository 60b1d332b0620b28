import ExcelJS from "exceljs";
import type { Cells } from "../src/core/cells.ts";
import { askedOf, type Place } from "../src/core/flow/flow.ts";
import { realFlow } from "./interview/talk.ts";
import type { World } from "./world.ts";

/** One busy report - three products, five class screens in all, the narrative - and the ways in which it is given. */
export const liaison = "fuzhou-market-liaison";
export const work = "开展联合检查12次，约谈企业3家，印发合规提示200份。";

const lines: Readonly<Record<string, string>> = {
  "口罩 生产企业排查": "12 2 1",
  "口罩 监督抽查": "8 10 1",
  "口罩 质量违法": "3 1 1.5 0 1 24",
  "口罩 价格违法": "12 12 31.2 1 12 66",
  "防护服 生产企业排查": "26 0 0",
  "防护服 监督抽查": "6 6 0",
  "防护服 质量违法": "1 1 0.5 0 1 4",
  "熔喷布 生产企业排查": "3 0 0",
  "熔喷布 监督抽查": "2 3 0",
  "熔喷布 质量违法": "1 1 2 0 1 8",
  "熔喷布 价格违法": "2 2 0.6 0 2 10",
};

const places = askedOf(realFlow(), "market-regulation");
const short = (place: Place) => `${place.row.short["zh-CN"]} ${place.group.short["zh-CN"]}`;

/** What must stand in the store afterwards, whichever way was taken. */
export const cells: Cells = Object.fromEntries(
  places.map((place) => {
    const ofScreen = places.filter((each) => each.row === place.row && each.group === place.group);
    const figures = lines[short(place)]?.split(" ") ?? [];
    return [place.id, Number(figures[ofScreen.indexOf(place)] ?? 0)];
  }),
);

/** What a person does, and what it costs: messages and characters typed. */
export type Hand = {
  say(text: string): Promise<string>;
  press(label: string): Promise<string>;
  send(name: string, bytes: Uint8Array): Promise<string>;
  readonly messages: number;
  readonly typed: number;
};

export function handIn(world: World): Hand {
  let [messages, typed] = [0, 0];
  return {
    say: (text) => {
      messages += 1;
      typed += text.length;
      return world.say(liaison, text);
    },
    press: (label) => {
      messages += 1;
      return world.press(liaison, label);
    },
    send: (name, bytes) => {
      messages += 1;
      return world.act(liaison, { kind: "sent-file", name, size: bytes.length, bytes: async () => bytes });
    },
    get messages() {
      return messages;
    },
    get typed() {
      return typed;
    },
  };
}

export type Way = { readonly name: string; readonly most: number; go(hand: Hand, world: World): Promise<void> };

export const ways: readonly Way[] = [
  {
    name: "by screens",
    most: 22,
    go: async (hand) => {
      await hand.press("开始填报");
      await hand.say("口罩 防护服 熔喷布");
      for (const [row, classes] of [
        ["口罩", "质量违法 价格违法"],
        ["防护服", "质量违法"],
        ["熔喷布", "质量违法 价格违法"],
      ] as const) {
        await hand.say(lines[`${row} 生产企业排查`] ?? "");
        await hand.say(lines[`${row} 监督抽查`] ?? "");
        await hand.say(classes);
        for (const name of classes.split(" ")) await hand.say(lines[`${row} ${name}`] ?? "");
      }
      await hand.say(work);
      await hand.press("报送");
    },
  },
  {
    name: "by labelled lines",
    most: 3,
    go: async (hand) => {
      const written = Object.entries(lines).map(([place, figures]) => {
        const columns = places.filter((each) => short(each) === place).map(({ column }) => column.short["zh-CN"]);
        const named = figures.split(" ").map((figure, index) => (figure === "0" ? "" : `${columns[index]}${figure}`));
        return `${place} ${named.filter((each) => each !== "").join(" ")}`;
      });
      await hand.say([...written, "其余都是0", `工作情况：${work}`].join("\n"));
      await hand.press("报送");
    },
  },
  {
    name: "by paste",
    most: 3,
    go: async (hand) => {
      const [first] = places;
      const columns = places.filter((place) => place.row === first?.row);
      const rows = [...new Set(places.map(({ row }) => row))];
      const heads = [
        ["", ...columns.map(({ group }, index) => (columns[index - 1]?.group === group ? "" : group.label["zh-CN"]))],
        ["", ...columns.map(({ column }) => column.label["zh-CN"])],
      ];
      const data = rows.map((row) => [
        row.label["zh-CN"],
        ...places.filter((place) => place.row === row).map(({ id }) => String(cells[id])),
      ]);
      const sheet = [...heads, ...data, ["工作开展情况", work]].map((line) => line.join("\t")).join("\n");
      await hand.say(sheet);
      await hand.press("报送");
    },
  },
  {
    name: "by upload",
    most: 3,
    go: async (hand, world) => {
      await hand.press("下载表样");
      const file = world.sent.at(-1)?.blocks.find((block) => block.kind === "file");
      if (file?.kind !== "file") throw new Error("no form was handed out");
      await hand.send("填好的表.xlsx", await filledIn(file.bytes));
      await hand.press("报送");
    },
  },
];

/** The form filled in as a person does it: what is not 0, and the narrative. */
export async function filledIn(bytes: Uint8Array): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  const [sheet, words] = [book.worksheets[0], book.worksheets.at(-1)];
  if (!sheet || !words) throw new Error("the form has no sheets");
  const [first] = places;
  const columns = places.filter((place) => place.row === first?.row);
  for (let line = 1; line <= sheet.rowCount; line += 1) {
    const row = places.find((place) => place.row.label["zh-CN"] === sheet.getCell(line, 1).value)?.row;
    for (const [index, { group, column }] of columns.entries()) {
      const value = row && cells[`${row.id}.${group.id}.${column.id}`];
      if (value !== undefined && value !== 0) sheet.getCell(line, index + 2).value = Number(value);
    }
  }
  for (let line = 1; line <= words.rowCount; line += 1)
    if (words.getCell(line, 1).value === "工作开展情况") words.getCell(line, 2).value = work;
  return new Uint8Array(await book.xlsx.writeBuffer());
}
