/** A table of the report: rows of the form across, columns down under the heads of their groups. */
export type ReportTable = {
  readonly title: string;
  readonly head: readonly string[];
  readonly bands: readonly {
    readonly label: string;
    readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[];
  }[];
};

/** A part of the report; `by` is who wrote a paragraph, set off from it. */
export type ReportPart =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string; readonly by?: string }
  /** `titled`: the table bears its title itself. */
  | { readonly kind: "table"; readonly table: ReportTable; readonly titled: boolean }
  | { readonly kind: "signature"; readonly lines: readonly string[] }
  /** What follows begins a new page under this name. */
  | { readonly kind: "appendix"; readonly name: string; readonly title: string }
  | {
      readonly kind: "list";
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** In millimetres, of all columns but the last, which takes what room is left; such a list begins with names. */
      readonly widths?: readonly number[];
    };

/** What a report consists of under its title: its chapters, and what is appended to it. */
export type Contents = {
  readonly sections: readonly Titled[];
  readonly appendices: readonly Titled[];
};
type Titled = { readonly title: string; readonly parts: readonly ReportPart[] };

/** The report whole, in words; plain data, for it is written in another thread. */
export type Report = {
  /** A line for each line of it. */
  readonly title: readonly string[];
  /** Lines are drawn out to both margins: Chinese has no gaps between words that would grow. */
  readonly justified: boolean;
  readonly under: string;
  readonly parts: readonly ReportPart[];
};
