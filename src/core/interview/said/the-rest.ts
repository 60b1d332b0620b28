/** What all that is not named is called; 其他 may as well be a class of the form. */
const rest = "其余|其它|其他|剩下|剩余|余下|别的|the rest|others|rest";
const all = "(?:都|全|均|全部|一律|各项| all| is| are)*";

/** A line that says that the rest is 0: the word for the rest, and the noun behind it, if there is one. */
export const restIsZero = new RegExp(
  `^(${rest})(?:的)?(物资|产品|品种|品类|类别|项目|指标|栏目)?${all}(?:是|为|记|填)? *(?:0|零|无|没有|zero|none)(?:了|的)?$`,
);

/** The same behind other words, without a figure: 其他没有; the word for the rest. */
export const restIsNoneAtEnd = new RegExp(`(${rest})(?:的)?${all}(?:没有?|无|none)(?:了|的)?$`);

/** 立案3，其他没有: a figure and the word for the rest, which may be the class that is called so. */
export const othersBehindFigure = new RegExp(
  `\\d\\P{L}{0,6}\\p{L}{0,2}[\\s,;、。]+(其他|其它|others?)(?:的)?${all}(?:没有?|无|none|0)(?:了|的)?$`,
  "u",
);

/** The same behind the figures of a screen: 其余0, with what the rest is; 其他 alone would be a class. */
export const restOfScreen = new RegExp(
  `(?:其余|其它|其他的|剩下的?|剩余的?|余下的?|别的|余|others|the rest|rest)${all}(?:是|为|填|记)?\\s*[:=]?\\s*(0|零|无|zero|nil|none)$`,
);

/** 其他都是0, where 其他 may be the class that is called so; the word itself. */
export const othersAreZero = new RegExp(
  `^(其他|其它|others?)(?:的)?${all}(?:是|为|记|填)? *(?:0|零|无|没有|zero|none)(?:了|的)?$`,
);
