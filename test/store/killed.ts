import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** When a writer is killed: after so many acknowledgements, and so many milliseconds more. */
export type Death = { readonly acknowledgements: number; readonly after?: number };

/** A writer that says nothing for so long hangs, in milliseconds. */
const HUNG = 60_000;

/**
 * Lets a writer run for a while and kills it as a power cut would; gives the last figure acknowledged by unit, and its
 * exit code where it ended before it was killed, or `hung`.
 */
export async function killWriter(
  folder: string,
  segmentSize: number,
  { acknowledgements, after = 0 }: Death,
): Promise<{ readonly last: ReadonlyMap<string, number>; readonly ended?: number | "hung" | null }> {
  const writer = fileURLToPath(new URL("./writer.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", writer, folder, String(segmentSize)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const last = new Map<string, number>();
  let seen = 0;
  let rest = "";
  let dying = false;
  const ended = await new Promise<number | "hung" | null | undefined>((resolve) => {
    const late = setTimeout(() => {
      child.kill("SIGKILL");
      resolve("hung");
    }, HUNG);
    child.stdout.on("data", (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        const [unit = "", figure = ""] = line.split(" ");
        if (unit !== "ready") last.set(unit, Number(figure));
        seen += 1;
      }
      if (dying || seen < acknowledgements) return;
      dying = true;
      setTimeout(() => child.kill("SIGKILL"), after);
    });
    child.on("close", (code) => {
      clearTimeout(late);
      resolve(dying ? undefined : code);
    });
  });
  return { last, ...(ended === undefined ? {} : { ended }) };
}
