/** What the person of a number reports: figures of their own on the screens that they tick, and a line of their own. */
export const figuresOf = (person: number, count = 3): readonly number[] => Array(count).fill((person % 40) + 10);
export const wordsOf = (person: number) => `走访企业 ${person} 家`;

/** Of several instances' liaisons every third goes through the screens; the others have nothing new, and say so. */
export const reportsNothing = (person: number): boolean => person % 3 !== 0;

type Worded = { readonly text: string };

/** Whether the bot says of a message that it may stand there twice. */
export const isMarked = ({ text }: Worded): boolean => text.startsWith("（重发");
/** Whether a message is a reminder that a round opened, is nearly due or is over. */
export const isReminder = ({ text }: Worded): boolean =>
  /填报开始|截止）|您单位记为未报/.test(text.split("\n").slice(0, 2).join(""));
