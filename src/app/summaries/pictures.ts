import { kindOf } from "../../core/failure-kind.ts";
import type { Block, Text } from "../../core/message.ts";
import type { Chart, Picture, PictureOf, Return } from "../../exports/export.ts";
import { type Language, spoken, wordingOf } from "../../wording/wording.ts";
import type { House } from "../house.ts";

/** The table of a return as a picture; a message goes without it where it cannot be drawn. */
export async function pictureBlocks(house: House, of: Return, what: PictureOf): Promise<readonly Block<Text>[]> {
  const { word } = wordingOf(spoken(of.language) ?? house.language);
  return drawn(house, () => house.picture(of, what, word));
}

/** A chart as a picture; likewise. */
export async function chartBlocks(house: House, chart: Chart, language: Language): Promise<readonly Block<Text>[]> {
  return drawn(house, () => house.chart(chart, wordingOf(language).word));
}

async function drawn(house: House, draw: () => Promise<Picture>): Promise<readonly Block<Text>[]> {
  try {
    const { name, bytes, alt } = await draw();
    return [{ kind: "picture", name, bytes, alt }];
  } catch (cause) {
    house.log.error({ code: "picture-failed", cause: kindOf(cause) }, "a picture was not drawn");
    return [{ kind: "text", text: { key: "posting-no-picture" } }];
  }
}
