export type Upload = { readonly name: string; readonly bytes: Uint8Array };
export type Form = { readonly fields: Readonly<Record<string, string>>; readonly files: ReadonlyMap<string, Upload> };

/** Reads a multipart body as the Bot API server does: an unquoted file name ends at `;`, and `%XX` is decoded. */
export function readMultipart(body: Buffer, contentType: string): Form {
  const boundary = /boundary=([^;]+)/.exec(contentType)?.[1] ?? "";
  const fields: Record<string, string> = {};
  const files = new Map<string, Upload>();
  const mark = Buffer.from(`--${boundary}`);
  let at = body.indexOf(mark);
  for (;;) {
    const next = body.indexOf(mark, at + mark.length);
    if (at < 0 || next < 0) return { fields, files };
    const part = body.subarray(at + mark.length + 2, next - 2);
    const split = part.indexOf("\r\n\r\n");
    const head = part.subarray(0, split).toString();
    const content = part.subarray(split + 4);
    const name = /name="([^"]*)"/.exec(head)?.[1] ?? "";
    const file = /filename=("?)([^;\r\n]*)\1/.exec(head)?.[2];
    if (file === undefined) fields[name] = content.toString();
    else files.set(name, { name: fileName(decodeURIComponent(file)), bytes: Uint8Array.from(content) });
    at = next;
  }
}

/** What the server leaves of a file's name: no path, no reserved characters, no symbols, 64 + 16 characters. */
function fileName(given: string): string {
  const bare = (given.split(/[/\\]/).at(-1) ?? "").replace(/[<>:"|?*&\p{S}\p{Cc}]/gu, " ").trim();
  const dot = bare.lastIndexOf(".");
  const [stem, extension] = dot > 0 ? [bare.slice(0, dot), bare.slice(dot + 1)] : [bare, ""];
  return `${[...stem].slice(0, 64).join("")}${extension === "" ? "" : `.${[...extension].slice(0, 16).join("")}`}`;
}
