/** What tells one text from another in few letters: FNV-1a, 32 bits, in hex. Kept in ids and in buttons, so it never changes. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, "0");
}
