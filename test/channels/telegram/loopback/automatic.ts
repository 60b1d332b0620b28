import type { Entity, Formatted } from "./html.ts";

/** What the server makes tappable by itself, by the entity that it becomes. */
const finds: readonly (readonly [type: string, pattern: RegExp])[] = [
  ["mention", /(?<![\p{L}\p{N}_])@\w{2,32}(?![\p{L}\p{N}_])/gu],
  ["bot_command", /(?<![\p{L}\p{N}_/<>])\/\w{1,64}(?:@\w{3,32})?(?![\p{L}\p{N}_/<>])/gu],
  ["hashtag", /(?<![\p{L}\p{Nd}_])#(?=[\p{Nd}_]*\p{L})[\p{L}\p{Nd}_]{1,256}(?![\p{L}\p{Nd}_#])/gu],
  ["cashtag", /(?<![\p{L}\p{Nd}_$])\$(?:1INCH|[A-Z]{1,8})(?![\p{L}\p{Nd}_$])/gu],
  ["email", /[\w.+-]+@(?:[a-z\d-]+\.)+[a-z]{2,8}(?![a-z\d])/giu],
  ["url", /\b(?:tg|ton|tonsite):\/\/[\w-]+/giu],
  // Behind a scheme any host will do; else one under a known domain, of which these are enough for a test, or four numbers.
  [
    "url",
    /\b(?:https?|ftp):\/\/[^\s/.<>"\u2000-\u206f]+(?:\.[^\s/.<>"\u2000-\u206f]+)+(?:\/[^\s<>"\u2000-\u206f]*)?/giu,
  ],
  ["url", /(?<![\p{L}\p{N}_/#@.])(?:[\p{L}\p{N}_~-]+\.)+(?:com|cn|org|net|me|io|gov|中国|公司)(?![\p{L}\p{N}_])/giu],
  ["url", /(?<![\p{L}\p{N}_/#@.])\d{1,3}(?:\.\d{1,3}){3}(?![\p{L}\p{N}_.])/gu],
];

/** Mentions, commands, tags and addresses in a text, found as the server finds them: none within `code` and `pre`. */
export function automatic({ text, entities }: Formatted): readonly Entity[] {
  const apart = entities.filter(({ type }) => type === "pre" || type === "code");
  return finds
    .flatMap(([type, pattern]) =>
      [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ type, offset: index, length: found.length })),
    )
    .filter(({ offset }) => !apart.some((each) => offset >= each.offset && offset < each.offset + each.length));
}
