/** A whole report of every row and class, screen by screen after 填报: 65 messages, nearly all of them plain digits. */
export const wholeReport: readonly string[] = [
  "全部",
  ...Array.from({ length: 8 }).flatMap(() => ["12 2 1", "8 10 1", "全部", ...Array(5).fill("3 3 1.5 0 2 24")]),
];
