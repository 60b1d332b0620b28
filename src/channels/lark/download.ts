import { z } from "zod";
import type { Calls } from "./calls.ts";
import type { Client } from "./client.ts";

/** More is not read: whoever asked for it takes less. */
const MOST = 25 * 1024 * 1024;

const chunk = z.instanceof(Uint8Array);

/** What a person sent, fetched from their message: at most 25 MB of it. Rejects where it cannot be fetched. */
export async function download(
  client: Client,
  calls: Calls,
  message: string,
  key: string,
  type: "file" | "image",
): Promise<Uint8Array> {
  const path = { message_id: message, file_key: key };
  const run = async () => {
    const { getReadableStream } = await client.api.im.v1.messageResource.get({ path, params: { type } });
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of getReadableStream()) {
      const bytes = chunk.parse(part);
      parts.push(bytes);
      size += bytes.length;
      if (size > MOST) break;
    }
    return new Uint8Array(Buffer.concat(parts));
  };
  const outcome = await calls({ api: "resource", about: "resource", rank: "answer", run });
  if (outcome.kind !== "done") throw new Error(`a file could not be fetched: ${outcome.kind}`);
  return outcome.answer;
}
