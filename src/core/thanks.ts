const word =
  "收到|已?收悉|好|好滴|嗯|谢谢(?:您|你|大家)?|多谢|感谢|知道|明白|了解|清楚|知悉|已?阅|辛苦(?:您|你|大家|各位)?|ok|okay|thanks?|thankyou|gotit|noted|received|👍|👌|🙏|💪|❤";
const whole = new RegExp(`^(?:(?:${word})(?:了|啦|啊|哦|的)*)+$`, "iu");

/** Whether words do no more than acknowledge: 收到, 好的谢谢. They ask nothing, and are nobody's instruction. */
export function acknowledges(text: string): boolean {
  return whole.test(text.normalize("NFKC").replace(/[\s\p{P}]|\p{Emoji_Modifier}|\uFE0F/gu, ""));
}
