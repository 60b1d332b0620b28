import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** When a writer is killed: after so many acknowledgements, and so many milliseconds more. */
export type Death = { readonly acknowledgements: number; readonly after?: number };

/** Lets a writer run for a while and kills it as a power cut would; gives the last figure acknowledged by unit. */
export async function killWriter(
  folder: string,
  segmentSize: number,
  { acknowledgements, after = 0 }: Death,
): Promise<ReadonlyMap<string, number>> {
  const writer = fileURLToPath(new URL("./writer.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", writer, folder, String(segmentSize)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const last = new Map<string, number>();
  let seen = 0;
  let rest = "";
  let dying = false;
  await new Promise<void>((resolve) => {
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
    child.on("close", () => resolve());
  });
  return last;
}
