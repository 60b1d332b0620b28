import { flowFrom } from "../interview/talk.ts";

/** The campaign that comes with the bot. */
export const supplies = flowFrom("flows/epidemic-supplies-weekly.yaml");

/** Another return that the same units owe on the same days. */
export const inspections = {
  ...supplies,
  id: "inspections-weekly",
  code: "in",
  name: { "zh-CN": "市场检查周报", en: "Market inspections" },
};
