import { z } from "zod";
import { sha256 } from "../chain.ts";
import { type FileHash, StoreFailure } from "../store.ts";
import type { Query } from "./database.ts";

const rows = z.array(z.object({ bytes: z.instanceof(Uint8Array) }));

/** Keeps a file under the hash of what it holds; one that is there already is left as it is. */
export async function keepFile(query: Query, bytes: Uint8Array): Promise<FileHash> {
  const hash = sha256(bytes);
  await query("insert into files values ($1, $2) on conflict do nothing", [hash, Buffer.from(bytes)]);
  return hash;
}

/** A file's bytes; undefined where there is none, `damaged` where they are not what was kept. */
export async function readFile(query: Query, hash: FileHash): Promise<Uint8Array | undefined> {
  const [row] = rows.parse(await query("select bytes from files where hash = $1", [hash]));
  if (!row) return undefined;
  if (sha256(row.bytes) !== hash)
    throw new StoreFailure("damaged", { key: "store-file-damaged", args: { file: hash } });
  return new Uint8Array(row.bytes);
}
