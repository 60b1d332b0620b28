/** A yes in so many words. */
export const agreeing = "是|是的|对|对的|没错|确认|yes|yep|y";
/** Polite words, which may as well answer a message as a whole. */
export const politely = "好|好的|好吧|好嘞|行|行吧|可以|嗯+|哦+|噢+|ok|okay|fine|sure|hm+";
/** Words that take a message in, and answer nothing that it asks. */
export const heard = "收到|知道|明白|了解|没问题|谢谢您?|辛苦|thanks|got it";

const yes = new RegExp(`^(?:${agreeing}|好|好的|可以|无误|核对无误|没问题了?|没有问题了?|ok)$`);
const polite = new RegExp(`^(?:${politely})$`);
const right = new RegExp(
  `^(?:${agreeing}|(?:都|全部|均)?(?:情况)?属实(?:,?保留)?|都?保留|确认无误|无误|核实过了?|已核实|correct|right|it is right|all are right)$`,
);

/** Whether folded words are a yes to what was put as a question, and nothing else. */
export function agrees(words: string): boolean {
  return yes.test(words);
}

/** Whether folded words are polite, and nothing else. */
export function isPolite(words: string): boolean {
  return polite.test(words);
}

/** Whether folded words say of a figure in doubt that it is right. */
export function saysRight(words: string): boolean {
  return right.test(words);
}
