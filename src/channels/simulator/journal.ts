import { type FileHandle, mkdir, open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Line, lineSchema } from "./lines.ts";

/** The platform's memory on disk. */
export type Journal = {
  /** Resolves once the line is in the file; lines that arrive meanwhile are written together, in order. */
  append(line: Line): Promise<void>;
  close(): Promise<void>;
};

const NAME = "messages.jsonl";

/** The platform's own folder within the data folder. */
export function folderIn(data: string): string {
  return join(data, "simulator");
}

/** Where everything stands that was ever said to the page, in the data folder of a bot. */
export function journalPath(data: string): string {
  return join(folderIn(data), NAME);
}

/**
 * Opens the append-only file, giving what it holds. A torn last line, as a crash leaves it, is passed over; any other
 * line that cannot be read is passed over and told to `damaged` by its number.
 */
export async function openJournal(
  folder: string,
  damaged: (line: number) => void,
): Promise<{ readonly journal: Journal; readonly lines: readonly Line[] }> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, NAME);
  const bytes = await readFile(path).catch((cause: unknown) => {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return Buffer.alloc(0);
    throw cause;
  });
  const text = bytes.toString("utf8");
  const parts = text.split("\n");
  const lines: Line[] = [];
  for (const [index, part] of parts.entries()) {
    if (part === "") continue;
    const line = readLine(part);
    if (line) lines.push(line);
    else if (index < parts.length - 1) damaged(index + 1);
  }
  return { journal: writer(await open(path, "a"), bytes.length, parts.at(-1) !== ""), lines };
}

function readLine(text: string): Line | undefined {
  try {
    const read = lineSchema.safeParse(JSON.parse(text));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

/** `size` is how long the file is, in bytes. */
function writer(file: FileHandle, size: number, startsTorn: boolean): Journal {
  let whole = size;
  let waiting: string[] = [];
  let torn = startsTorn;
  let writing: Promise<void> | undefined;
  const write = async (): Promise<void> => {
    const lines = waiting;
    waiting = [];
    writing = undefined;
    // What a crash or a failed write left behind must not swallow the line after it.
    const text = (torn ? "\n" : "") + lines.join("");
    const wasTorn = torn;
    torn = true;
    try {
      await file.appendFile(text);
    } catch (cause) {
      // What got through of it is written once more when the bot tries again, and would stand there twice.
      await file.truncate(whole).then(
        () => {
          torn = wasTorn;
        },
        async () => {
          // It stays, and what is written after it must not be cut off with it.
          whole = (await file.stat()).size;
        },
      );
      throw cause;
    }
    torn = false;
    whole += Buffer.byteLength(text);
  };
  let last: Promise<void> = Promise.resolve();
  return {
    append: (line) => {
      waiting.push(`${JSON.stringify(line)}\n`);
      writing ??= last = last.then(write, write);
      return writing;
    },
    close: async () => {
      await last.catch(() => {});
      await file.close();
    },
  };
}
