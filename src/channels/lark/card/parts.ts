/** A part of a card; what it holds differs by its tag. */
export type Part = { readonly tag: string } & Readonly<Record<string, unknown>>;

/** A card of schema 2.0. */
export type Card = {
  readonly schema: "2.0";
  readonly config: { readonly update_multi: true; readonly summary: { readonly content: string } };
  readonly header?: { readonly title: Part; readonly template: string };
  readonly body: { readonly elements: readonly Part[] };
};

/** Words as they are: nothing in them is markup. */
export function words(content: string): Part {
  return { tag: "plain_text", content };
}

/** How a line of text looks. */
export type Look = "plain" | "heading" | "faint" | "wrong";

/** A line or paragraph. */
export function paragraph(content: string, look: Look = "plain"): Part {
  return { tag: "div", text: { ...words(content), ...looks[look] } };
}

const looks: Readonly<Record<Look, Readonly<Record<string, string>>>> = {
  plain: { text_size: "normal" },
  heading: { text_size: "heading" },
  faint: { text_size: "notation", text_color: "grey" },
  wrong: { text_size: "notation", text_color: "red" },
};

export const rule: Part = { tag: "hr" };
