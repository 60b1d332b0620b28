import { readFileSync } from "node:fs";

/** What a Containerfile says, as far as a folder can play it. */
export type Image = {
  /** What is copied in, from the repository's root: paths, and the folder in the image that they go to. */
  readonly copies: readonly { readonly from: readonly string[]; readonly to: string }[];
  readonly env: Readonly<Record<string, string>>;
  readonly exposed: string;
  /** The words of the command that it runs, and of the one that asks after its health. */
  readonly command: readonly string[];
  readonly health: readonly string[];
};

/** Reads a Containerfile. Throws where it says something that is not known here. */
export function readContainerfile(path: URL): Image {
  const lines = readFileSync(path, "utf8")
    .replaceAll(/\\\n\s*/g, "")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => ({ word: line.slice(0, line.indexOf(" ")), rest: line.slice(line.indexOf(" ") + 1).trim() }));
  const known = ["FROM", "WORKDIR", "COPY", "RUN", "VOLUME", "USER", "ENV", "EXPOSE", "HEALTHCHECK", "CMD"];
  const strange = lines.find(({ word }) => !known.includes(word));
  if (strange) throw new Error(`${strange.word} is not played here`);
  const of = (word: string) => lines.filter((line) => line.word === word).map(({ rest }) => rest);
  const words = (text = "[]"): readonly string[] => JSON.parse(text.slice(text.indexOf("[")));
  return {
    copies: of("COPY").map((rest) => {
      const paths = rest.split(" ");
      return { from: paths.slice(0, -1), to: paths.at(-1) ?? "" };
    }),
    env: Object.fromEntries(of("ENV").flatMap((rest) => rest.split(" ").map((each) => each.split("=")))),
    exposed: of("EXPOSE").join(),
    command: words(of("CMD")[0]),
    health: words(of("HEALTHCHECK")[0]),
  };
}
