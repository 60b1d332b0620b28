/** The fields of a comma-separated file by RFC 4180, line by line. */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const lines: string[][] = [[]];
  const fields = text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g);
  for (const [whole, quoted, bare = "", end] of fields) {
    if (whole === "" && end === "") break;
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end === "\r\n") lines.push([]);
  }
  return lines.filter((line) => line.length > 0);
}
