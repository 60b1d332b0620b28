import ExcelJS from "exceljs";
import fc from "fast-check";
import JSZip from "jszip";
import { door } from "../door.ts";
import { liaison, talking } from "../talking.ts";
import { words } from "../words.ts";

const names = fc.constantFrom("表.xlsx", "../../x.xlsx", "a\u202exslx.exe", "=1+1.xlsx", "x.pdf", "", "口".repeat(300));
/** What is done to a genuine form. */
const kinds = [
  "bytes",
  "truncated",
  "bomb",
  "many-parts",
  "formulas",
  "external",
  "macros",
  "wide",
  "rubbish",
  "xml",
] as const;
const sent = fc.record({
  kind: fc.constantFrom(...kinds),
  name: names,
  seed: fc.nat(),
  changes: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 20 }),
  said: words.map((each) => each.slice(0, 200)),
});
type Sent = typeof sent extends fc.Arbitrary<infer T> ? T : never;

/** Files: a form that is broken, swollen, hostile or none at all. Its reader has 20 s and 384 MB in a thread of its own. */
export const file = door("file", { ms: 22_000, mb: 900 }, sent, async () => {
  const { put, close, world } = await talking();
  await world.say(liaison, "下载表样");
  const form = world.sent.flatMap(({ blocks }) =>
    blocks.flatMap((each) => (each.kind === "file" ? [each.bytes] : [])),
  )[0];
  if (!form) throw new Error("no form was given");
  return {
    close,
    put: async (given) => {
      const bytes = await made(form, given);
      await put(
        { person: liaison },
        { kind: "sent-file", name: given.name, size: bytes.length, bytes: async () => bytes },
      );
    },
  };
});

async function made(form: Uint8Array, { kind, seed, changes, said }: Sent): Promise<Uint8Array> {
  switch (kind) {
    case "bytes": {
      const copy = new Uint8Array(form);
      for (const [at, byte] of changes) copy[at % copy.length] = byte;
      return copy;
    }
    case "truncated":
      return form.slice(0, seed % form.length);
    case "bomb":
      return zipped(form, { "xl/worksheets/sheet1.xml": Buffer.alloc((1 + (seed % 60)) * 1024 * 1024, "<c/>") });
    case "many-parts":
      return zipped(
        form,
        Object.fromEntries(Array.from({ length: seed % 3_000 }, (_, part) => [`xl/x${part}.xml`, "<x/>"])),
      );
    case "formulas":
      return filled(form, (cell, index) => {
        cell.value = {
          formula: index % 2 === 0 ? `HYPERLINK("http://evil.example","${said.slice(0, 9)}")` : "A1+1",
          result: seed,
        };
      });
    case "external":
      return zipped(form, {
        "xl/externalLinks/externalLink1.xml": '<externalLink xmlns:r="r"><externalBook r:id="rId1"/></externalLink>',
        "xl/worksheets/_rels/sheet1.xml.rels":
          '<Relationships><Relationship Target="file:///etc/passwd" TargetMode="External"/></Relationships>',
      });
    case "macros":
      return zipped(form, { "xl/vbaProject.bin": Buffer.from(said) });
    case "wide":
      return filled(form, (cell, index, sheet) => {
        cell.value = said;
        sheet.getCell(1 + ((seed * index) % 5_000), 1 + (index % 400)).value = index % 3 === 0 ? said : seed;
      });
    case "rubbish":
      return Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.from(said), Buffer.from(changes.flat())]);
    case "xml":
      return zipped(form, {
        "xl/workbook.xml": `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><workbook>&b;${said}`,
      });
  }
}

async function zipped(form: Uint8Array, parts: Readonly<Record<string, string | Buffer>>): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(form);
  for (const [name, content] of Object.entries(parts)) zip.file(name, content);
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

async function filled(
  form: Uint8Array,
  fill: (cell: ExcelJS.Cell, index: number, sheet: ExcelJS.Worksheet) => void,
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(form).buffer);
  const [sheet] = book.worksheets;
  for (let index = 0; sheet && index < 40; index += 1)
    fill(sheet.getCell(8 + (index % 8), 3 + (index % 30)), index, sheet);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
