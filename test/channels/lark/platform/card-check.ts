/** A card as the platform refuses it: its code, the sub-code within 230099, and where. */
export type Refusal = { readonly code: number; readonly msg: string };

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && !Array.isArray(value);
const nodes = (value: unknown): readonly Node[] => (Array.isArray(value) ? value.filter(isNode) : []);

/** The properties of each part; what is not among them is noted, since the documents say refused and practice tolerates. */
const known: Readonly<Record<string, readonly string[]>> = {
  div: ["tag", "element_id", "text", "icon", "margin", "width"],
  markdown: ["tag", "element_id", "content", "text_size", "text_align", "margin"],
  hr: ["tag", "element_id", "margin"],
  img: [
    "tag",
    "element_id",
    "img_key",
    "alt",
    "title",
    "mode",
    "preview",
    "scale_type",
    "size",
    "margin",
    "corner_radius",
  ],
  button: [
    "tag",
    "element_id",
    "name",
    "text",
    "type",
    "size",
    "width",
    "behaviors",
    "form_action_type",
    "confirm",
    "disabled",
    "margin",
  ],
  input: [
    "tag",
    "element_id",
    "name",
    "label",
    "label_position",
    "placeholder",
    "default_value",
    "required",
    "max_length",
    "input_type",
    "rows",
    "auto_resize",
    "width",
    "margin",
  ],
  multi_select_static: [
    "tag",
    "element_id",
    "name",
    "placeholder",
    "options",
    "selected_values",
    "required",
    "width",
    "type",
    "margin",
  ],
  form: ["tag", "element_id", "name", "elements", "direction", "margin", "padding", "vertical_spacing"],
  table: [
    "tag",
    "element_id",
    "page_size",
    "row_height",
    "row_max_height",
    "header_style",
    "columns",
    "rows",
    "margin",
  ],
  column_set: ["tag", "element_id", "flex_mode", "horizontal_spacing", "horizontal_align", "columns", "margin"],
  column: ["tag", "element_id", "width", "weight", "vertical_align", "elements", "vertical_spacing"],
  collapsible_panel: ["tag", "element_id", "expanded", "header", "elements", "border", "margin", "padding"],
  plain_text: ["tag", "content", "text_size", "text_color", "text_align", "lines"],
};
const interactive = ["button", "input", "multi_select_static", "select_static"];

/** What is wrong with a card of schema 2.0, and properties that no document knows. `images` are the app's own keys. */
export function checkCard(
  content: string,
  images: ReadonlySet<string>,
): { readonly refusal?: Refusal; readonly unknown: readonly string[] } {
  const unknown: string[] = [];
  const refuse = (sub: number, msg: string) => ({
    refusal: { code: 230099, msg: `Failed to create card content, ext=ErrCode: ${sub}; ErrMsg: ${msg}` },
    unknown,
  });
  if (Buffer.byteLength(content) > 30_000)
    return { refusal: { code: 230025, msg: "message content too long" }, unknown };
  let card: unknown;
  try {
    card = JSON.parse(content);
  } catch {
    return refuse(200621, "parse card json err");
  }
  if (!isNode(card) || card.schema !== "2.0" || !isNode(card.body))
    return refuse(200621, "schema 2.0 with a body is needed");
  for (const key of Object.keys(card))
    if (!["schema", "config", "header", "body", "card_link"].includes(key)) unknown.push(key);
  if (isNode(card.config) && card.config.update_multi === false) return refuse(200621, "update_multi must be true");
  const root = nodes(card.body.elements);
  if (root.length === 0) return refuse(200621, "no elements");

  let problem: readonly [number, string] | undefined;
  const wrong = (sub: number, msg: string) => {
    problem ??= [sub, msg];
  };
  let tagged = 0;
  let tables = 0;
  const names = new Set<string>();
  const ids = new Set<string>();
  const visit = (node: Node, within: readonly string[]): void => {
    const tag = String(node.tag);
    tagged += 1;
    const may = known[tag];
    if (!may) {
      wrong(200861, `not support tag: ${tag}`);
      return;
    }
    for (const key of Object.keys(node)) if (!may.includes(key)) unknown.push(`${tag}.${key}`);
    if (within.filter((each) => each !== "column").length > 5) wrong(200621, "nested too deep");
    if (node.element_id !== undefined) {
      if (!/^[A-Za-z][A-Za-z0-9_]{0,19}$/.test(String(node.element_id))) wrong(200621, "element_id");
      if (ids.has(String(node.element_id))) wrong(200621, "element_id is not unique");
      ids.add(String(node.element_id));
    }
    const inForm = within.includes("form");
    if (tag === "form" || (inForm && interactive.includes(tag))) {
      if (typeof node.name !== "string" || node.name === "") wrong(200530, `${tag} in a form without a name`);
    }
    if (typeof node.name === "string") {
      if (names.has(node.name)) wrong(200621, `the name ${node.name} is not unique`);
      names.add(node.name);
    }
    const children: readonly Node[] = [
      ...nodes(node.elements),
      ...nodes(node.columns).filter(() => tag === "column_set"),
    ];
    switch (tag) {
      case "form": {
        if (within.length > 0) wrong(200621, "a form belongs to the root");
        const submits = all(node).filter((each) => each.form_action_type === "submit");
        if (submits.length === 0) wrong(200621, "a form needs a button that submits");
        break;
      }
      case "table":
        tables += 1;
        checkTable(node, within, wrong);
        break;
      case "button": {
        const text = isNode(node.text) ? String(node.text.content) : "";
        if (text === "" || [...text].length > 100) wrong(200621, "a button's text is 1 to 100 characters");
        for (const each of nodes(node.behaviors))
          if (each.type === "callback" && !isNode(each.value)) wrong(200621, "behaviors.value must be an object");
        break;
      }
      case "input": {
        const hint = isNode(node.placeholder) ? String(node.placeholder.content) : "";
        if ([...hint].length > 100) wrong(200621, "a placeholder has at most 100 characters");
        const most = node.max_length ?? 1000;
        if (typeof most !== "number" || most < 1 || most > 1000) wrong(200621, "max_length is 1 to 1000");
        if (typeof node.default_value === "string" && [...node.default_value].length > Number(most))
          wrong(200621, "default_value is longer than max_length");
        break;
      }
      case "multi_select_static": {
        const values = nodes(node.options).map((option) => String(option.value));
        if (values.length === 0 || new Set(values).size !== values.length)
          wrong(200621, "options need values of their own");
        break;
      }
      case "img":
        if (!images.has(String(node.img_key))) wrong(200570, "invalid image keys");
        break;
      case "column_set":
        if (nodes(node.columns).some((each) => each.tag !== "column")) wrong(200621, "a column_set holds columns");
        break;
    }
    for (const text of [node.text, node.label, node.placeholder, node.alt])
      if (isNode(text) && typeof text.tag === "string") visit(text, [...within, tag]);
    for (const child of children) visit(child, [...within, tag]);
  };
  for (const each of root) visit(each, []);
  if (isNode(card.header) && isNode(card.header.title)) visit(card.header.title, []);
  if (tagged > 200) wrong(200621, "more than 200 elements");
  if (tables > 5) wrong(200621, "more than 5 tables");
  return problem ? refuse(problem[0], problem[1]) : { unknown };
}

function checkTable(table: Node, within: readonly string[], wrong: (sub: number, msg: string) => void): void {
  if (within.length > 0) wrong(200621, "a table belongs to the root");
  const columns = nodes(table.columns);
  const keys = columns.map(({ name }) => String(name));
  if (columns.length === 0 || columns.length > 50) wrong(200914, "1 to 50 columns");
  if (new Set(keys).size !== keys.length) wrong(200914, "column names are not unique");
  const size = table.page_size ?? 5;
  if (typeof size !== "number" || size < 1 || size > 10) wrong(200914, "page_size is 1 to 10");
  for (const row of nodes(table.rows))
    for (const [key, value] of Object.entries(row))
      if (!keys.includes(key) || typeof value !== "string") wrong(200915, `a row's ${key}`);
}

/** Every part of a card or of one of its parts, the part itself first. */
export function all(node: unknown): readonly Node[] {
  if (Array.isArray(node)) return node.flatMap(all);
  if (!isNode(node)) return [];
  return [node, ...Object.values(node).flatMap(all)];
}
