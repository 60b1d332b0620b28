import type { Export } from "../export.ts";
import { returnFile } from "../return/file-name.ts";
import { makePicture } from "./make.ts";

/** The picture of the table as a file: the first printed block whole, in the order in which its sheet shows figures. */
export const picture: Export = {
  format: "png",
  make: async (of, audience, word) => {
    const [layout] = of.flow.layouts;
    const block = layout?.block ?? of.flow.blocks.find(({ printed }) => printed)?.id ?? of.flow.blocks[0]?.id ?? "";
    const figures = layout?.first ?? "cumulative";
    const { type, bytes } = await makePicture(of, { block, figures, theme: "light" }, word);
    return { name: returnFile(of, audience, "png", word), type, bytes };
  },
};
