import { halfWidth } from "./interview/reading/quantity.ts";

/** Letters and digits that nobody takes for another: no 0 and O, no 1 and I. */
const LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
/** Five bits each, 60 in all. */
const LENGTH = 12;

/** How many random bytes a code is made of. */
export const CODE_BYTES = LENGTH;

/** A code as it is forwarded: `7KQM-2XHD-9RTA`. Each letter takes five bits of its byte. */
export function writeCode(random: Uint8Array): string {
  const letters = [...random.slice(0, LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]).join("");
  return letters.replace(/(.{4})(?=.)/g, "$1-");
}

/**
 * Finds a code at the head of what somebody wrote, however they broke or shaped its letters, and what follows it.
 * Undefined where there is none.
 */
export function readCode(text: string): { readonly code: string; readonly rest: string } | undefined {
  const written = halfWidth(text).trim();
  const found = /^(?:[0-9A-Za-z][\s\-–—_.]*){12}(?![0-9A-Za-z])/.exec(written)?.[0];
  if (found === undefined) return undefined;
  const letters = found.replace(/[^0-9A-Za-z]/g, "").toUpperCase();
  return { code: letters, rest: written.slice(found.length).replace(/^[,，;；、\s]+/, "") };
}

/** A name and a telephone as people write them, `张三 0591-8712345`; undefined where it is not both. */
export function readIntroduction(text: string): { readonly name: string; readonly phone: string } | undefined {
  const written = halfWidth(text).replace(/\s+/g, " ").trim();
  const read =
    /^(?:姓名[:： ]*)?(\p{L}[\p{L}\p{M}·.' -]{0,39}?)[\s,，;；、]*(?:(?:电话|手机|联系电话|tel|phone)[:：. ]*)?(\+?\(?\d[\d() -]{5,22}\d(?:[转x]\d{1,6})?)$/iu.exec(
      written,
    );
  const [, name = "", phone = ""] = read ?? [];
  return name === "" ? undefined : { name: name.trim(), phone: phone.trim() };
}
