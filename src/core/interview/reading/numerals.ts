import recognizers from "@microsoft/recognizers-text-number";

/**
 * Figures written as words: 三万五千, 一百二, 壹佰, 3万5千, 1.5万, twenty-four. The grammars below accept or refuse the
 * whole text; the library only works out what they accepted. (Left to itself it reads 3万5 as 30005 and 十几 as 10.)
 */

const digit = "[一二两三四五六七八九]";
const tens = `${digit}?十${digit}?`;
// 一百二 is 120 and 三千五 is 3500: the last unit may be left out where nothing stands between.
const hundreds = `${digit}百(?:零${digit}|${tens}|${digit})?`;
const thousands = `${digit}千(?:零(?:${tens}|${digit})|${hundreds}|${digit})?`;
const section = `(?:${thousands}|${hundreds}|${tens}|${digit})`;
const myriads = `${section}万(?:零(?:${hundreds}|${tens}|${digit})|${thousands}|${digit})?`;
const hundredMillions = `${section}亿(?:${myriads}|零${section}|${digit})?`;
const chinese = new RegExp(`^(?:${hundredMillions}|${myriads}|${section})$`);
/** 1.5万, 3千, 2亿: one figure and what it counts. */
const scaled = /^(\d+(?:\.\d+)?)(百|千|万|十万|百万|千万|亿)$/;
/** 3万5千, 1亿2000万, 3万5, 1万5000: whole figures, each with its own unit, in falling order, and what stands behind the last. */
const stepped = /^((?:\d{1,4}亿)?(?:\d{1,4}万)?(?:\d千)?(?:\d百)?)(\d*)$/;
/** 一点五, and with what it counts 一点五万: 1.5 written out. */
const pointed = new RegExp(`^(${section}|零)点((?:零|${digit})+)(百|千|万|亿)?$`);

const small = "one|two|three|four|five|six|seven|eight|nine";
const teens = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen";
const decades = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";
const below100 = `(?:(?:${decades})(?:[- ](?:${small}))?|${teens}|${small})`;
const below1000 = `(?:(?:${small}) hundred(?: (?:and )?${below100})?|${below100})`;
const english = new RegExp(`^(?:${below1000} thousand(?: (?:and )?${below1000})?|${below1000})$`);
const scaledEnglish = /^(\d+(?:\.\d+)?) ?(hundred|thousand|million)$/;

const worth: Readonly<Record<string, number>> = {
  百: 1e2,
  千: 1e3,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
};

/** The forms for cheques and the older ones, as the plain ones. */
const plainForms: Readonly<Record<string, string>> = {
  壹: "一",
  贰: "二",
  叁: "三",
  肆: "四",
  伍: "五",
  陆: "六",
  柒: "七",
  捌: "八",
  玖: "九",
  拾: "十",
  佰: "百",
  仟: "千",
  萬: "万",
  億: "亿",
  〇: "零",
  兩: "两",
};

/** What a text of words comes to; undefined where it is not wholly a figure in words. */
export function readNumeral(text: string): number | undefined {
  const plain = [...text].map((letter) => plainForms[letter] ?? letter).join("");
  const one = scaled.exec(plain) ?? scaledEnglish.exec(plain);
  if (one) return times(Number(one[1]), worth[one[2] ?? ""] ?? 1);
  const point = pointed.exec(plain);
  if (point) {
    const whole = point[1] === "零" ? 0 : evaluated("zh", point[1] ?? "");
    const decimals = [...(point[2] ?? "")].map((letter) => (letter === "零" ? 0 : evaluated("zh", letter))).join("");
    return times(Number(`${whole}.${decimals}`), worth[point[3] ?? ""] ?? 1);
  }
  // 一百十二 is said as well, and only 一百一十二 is in the library's grammar.
  if (chinese.test(plain)) return evaluated("zh", plain.replace(/(?<=[百千零])十/g, "一十"));
  const steps = stepped.exec(plain);
  if (steps?.[1]) return stepsOf(steps[1], steps[2] ?? "");
  return english.test(plain) ? evaluated("en", plain) : undefined;
}

/** Powers of ten by their digits: 1.1 × 10,000 must not become 11,000.000000000002. */
function times(figure: number, power: number): number {
  return Number(`${figure}e${Math.log10(power)}`);
}

/** Whether a text is cut short so that it may be two figures: 1万50 is 10,050 to some and 15,000 to others. */
export function isCutShort(text: string): boolean {
  const [, steps = "", behind = ""] = stepped.exec(text) ?? [];
  return steps !== "" && stepsOf(steps, behind) === undefined;
}

function stepsOf(steps: string, behind: string): number | undefined {
  const parts = [...steps.matchAll(/(\d+)([亿万千百])/g)].map(
    ([, figure, unit]) => [Number(figure), worth[unit ?? ""] ?? 1] as const,
  );
  const [, last = 1] = parts.at(-1) ?? [];
  const rest = belowStep(behind, last);
  return rest === undefined ? undefined : parts.reduce((sum, [figure, unit]) => sum + figure * unit, rest);
}

/** The 5 of 3万5 stands for thousands; as many digits as the step holds (1万5000), or three of its four, are the digits themselves. */
function belowStep(digits: string, step: number): number | undefined {
  if (digits === "") return 0;
  if (/^[1-9]$/.test(digits)) return (Number(digits) * step) / 10;
  const whole = digits.length === Math.log10(step) || (step === worth.万 && digits.length === 3);
  return whole ? Number(digits) : undefined;
}

type Model = { parse(text: string): readonly { readonly resolution: Readonly<Record<string, unknown>> }[] };
const { NumberRecognizer, Culture } = recognizers;
const cultures = { zh: Culture.Chinese, en: Culture.English } as const;
const models = new Map<keyof typeof cultures, Model>();

function evaluated(culture: keyof typeof cultures, text: string): number | undefined {
  // Built when first wanted: most figures are digits, and a model takes a while to make.
  const model: Model = models.get(culture) ?? new NumberRecognizer(cultures[culture]).getNumberModel();
  models.set(culture, model);
  const [found, another] = model.parse(text);
  const value = Number(found?.resolution.value);
  return another || Number.isNaN(value) ? undefined : value;
}
