/** Nobody sees it, no line breaks at it, and Telegram neither takes it out nor lets a name or an address go on over it. */
const JOINER = "\u2060";

/** Telegram takes these out: what stands before and after them is together when it looks for something to tap. */
const dropped = /[\r\u2028-\u202E]|\u030A|\u0333|\u033F/g;

/**
 * Where Telegram would see the beginning of something to tap: a mention, a tag, a command, a scheme, the end of a host.
 * Figures are left alone: a host ends with letters or is four numbers, and `15/20` and `2020/5/20` are no commands.
 */
const beginnings =
  /@(?=\w)|(?<![\p{L}\p{Nd}_])#(?=\S)|\$(?=[A-Z1])|(?<![\p{L}\p{Nd}_])\/(?=\d*[A-Za-z_])|:(?=\/\/)|\.(?=\p{L})|(?<=\d\.\d{1,3}\.\d{1,3})\.(?=\d)/gu;

/** The words with a joiner in everything that Telegram would make tappable by itself. */
export function inert(words: string): string {
  return words.replace(dropped, "").replace(beginnings, `$&${JOINER}`);
}

/** The words as they were before: people copy what they were shown, and send it back. */
export function asWritten(words: string): string {
  return words.replaceAll(JOINER, "");
}
