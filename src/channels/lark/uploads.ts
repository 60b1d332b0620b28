import { createHash } from "node:crypto";
import type { Calls, Outcome } from "./calls.ts";
import type { Client } from "./client.ts";
import type { Rank } from "./pace.ts";

/** As many keys are remembered; a picture or workbook goes to many at once. */
const REMEMBERED = 500;

/** Brings pictures and files to the platform, each content once. */
export type Uploads = {
  picture(bytes: Uint8Array, rank: Rank): Promise<Outcome<string>>;
  file(name: string, bytes: Uint8Array, rank: Rank): Promise<Outcome<string>>;
};

/** Uploads through the client; keys are remembered as long as the process lives. */
export function uploadsOf(client: Client, calls: Calls): Uploads {
  const known = new Map<string, Promise<Outcome<string>>>();
  const once = (mark: string, bytes: Uint8Array, upload: () => Promise<Outcome<string>>): Promise<Outcome<string>> => {
    const hash = `${mark}/${createHash("sha256").update(bytes).digest("hex")}`;
    const before = known.get(hash);
    if (before) return before;
    const made = upload();
    known.set(hash, made);
    // What did not arrive is tried anew by whoever wants it next.
    void made.then(({ kind }) => kind === "done" || known.delete(hash));
    for (const oldest of known.keys()) {
      if (known.size <= REMEMBERED) break;
      known.delete(oldest);
    }
    return made;
  };
  return {
    picture: (bytes, rank) =>
      once("picture", bytes, async () => {
        const image = Buffer.from(bytes);
        const run = () => client.api.im.v1.image.create({ data: { image_type: "message", image } });
        return keyed(await calls({ api: "image", about: "image", rank, run }), (answer) => answer?.image_key);
      }),
    file: (name, bytes, rank) =>
      once(name, bytes, async () => {
        const data = { file_type: fileType(name), file_name: name, file: Buffer.from(bytes) };
        const run = () => client.api.im.v1.file.create({ data });
        return keyed(await calls({ api: "file", about: "file", rank, run }), (answer) => answer?.file_key);
      }),
  };
}

function keyed<T>(outcome: Outcome<T>, keyOf: (answer: T) => string | undefined): Outcome<string> {
  if (outcome.kind !== "done") return outcome;
  const key = keyOf(outcome.answer);
  return key === undefined ? { kind: "refused", code: 0, why: "upload-refused" } : { kind: "done", answer: key };
}

type FileType = "opus" | "mp4" | "pdf" | "doc" | "xls" | "ppt" | "stream";

/** The platform opens what it knows by its kind; anything else is a stream. */
function fileType(name: string): FileType {
  switch (/\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase()) {
    case "pdf":
      return "pdf";
    case "doc":
    case "docx":
      return "doc";
    case "xls":
    case "xlsx":
      return "xls";
    case "ppt":
    case "pptx":
      return "ppt";
    case "mp4":
      return "mp4";
    case "opus":
      return "opus";
    default:
      return "stream";
  }
}
