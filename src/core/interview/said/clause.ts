/** What people put behind a word without meaning anything by it. */
const particles = "[了啦啊呀呢吧哈嘛哦喔的~～]*";

/** A clause that is these words and nothing else. */
export function whole(words: string): RegExp {
  return new RegExp(`^(?:${words})${particles}$`, "u");
}

/** Doing what is asked for, and for whom: 报数据给你, 整理好. */
export const doing =
  "(?:报|填|写|弄|发|补|交|办|做|整理|统计|汇总|核实|核对|上报|报送|填报|提交)(?:数据|材料|情况|报表|表|数)?(?:给)?(?:你|您|你们|过来|过去|上来|上去|好|完|一下|完成)?";
