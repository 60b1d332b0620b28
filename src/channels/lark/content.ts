import { z } from "zod";

/** What a message of a person holds: words, or something to be fetched from it, with the words that came with it. */
export type Content =
  | { readonly kind: "words"; readonly text: string }
  | {
      readonly kind: "resource";
      readonly key: string;
      readonly type: "file" | "image";
      readonly name: string;
      readonly caption?: string;
    };

const text = z.object({ text: z.string() });
const image = z.object({ image_key: z.string() });
const file = z.object({ file_key: z.string(), file_name: z.string().optional() });
const span = z.looseObject({
  tag: z.string(),
  text: z.string().optional(),
  user_id: z.string().optional(),
  image_key: z.string().optional(),
});
const post = z.object({ title: z.string().optional(), content: z.array(z.array(span)) });

/** Stickers, places and the like say nothing that a report could hold: a sign without letters, which no question takes. */
const WORDLESS: Content = { kind: "words", text: "□" };

/** Reads the content of a message by its type: a rich text gives its pictures, the first of them with its words. */
export function contentOf(type: string, json: string): readonly Content[] {
  const content = parsed(json);
  switch (type) {
    case "text": {
      const read = text.safeParse(content);
      return [read.success ? { kind: "words", text: read.data.text } : WORDLESS];
    }
    case "post": {
      const read = post.safeParse(content);
      return read.success ? ofPost(read.data) : [WORDLESS];
    }
    case "image": {
      const read = image.safeParse(content);
      return [read.success ? picture(read.data.image_key) : WORDLESS];
    }
    case "file":
    case "media":
    case "audio": {
      const read = file.safeParse(content);
      if (!read.success) return [WORDLESS];
      const { file_key: key, file_name: name = type } = read.data;
      return [{ kind: "resource", key, type: "file", name }];
    }
    default:
      return [WORDLESS];
  }
}

function ofPost({ title, content }: z.infer<typeof post>): readonly Content[] {
  const lines = content.map((line) =>
    line.map((each) => (each.tag === "at" ? (each.user_id ?? "") : (each.text ?? ""))).join(""),
  );
  const words = [...(title ? [title] : []), ...lines].join("\n").trim();
  const pictures = content.flat().flatMap(({ image_key: key }) => (key === undefined ? [] : [picture(key)]));
  const [first, ...more] = pictures;
  if (!first) return words === "" ? [] : [{ kind: "words", text: words }];
  return [words === "" ? first : { ...first, caption: words }, ...more];
}

function picture(key: string) {
  return { kind: "resource" as const, key, type: "image" as const, name: "image.jpg" };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
