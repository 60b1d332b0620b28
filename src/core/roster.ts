import { z } from "zod";

const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "format-kebab");
const label = z.record(z.string(), z.string().min(1)).or(z.string().min(1));

/** What people are there for. */
export const roles = ["liaison", "deputy", "head", "leader", "city-coordinator", "coordinator"] as const;

const personSchema = z.strictObject({
  id,
  name: label.describe("a name, or the post where nobody is named yet"),
  role: z.enum(roles).describe("what the person is for; rights follow from it"),
  language: z.string().optional(),
  phone: z.string().optional().describe("printed as 电话 at the head of the form"),
  addresses: z
    .record(z.string(), z.string())
    .optional()
    .describe("the person's id on a platform, for example {telegram: '12345'}; else they join with a code"),
});

type UnitShape = {
  id: string;
  name: string | Record<string, string>;
  short?: string | Record<string, string> | undefined;
  department?: string | undefined;
  reports?: boolean | undefined;
  people?: z.infer<typeof personSchema>[] | undefined;
  units?: UnitShape[] | undefined;
};

const unitSchema: z.ZodType<UnitShape> = z.lazy(() =>
  z.strictObject({
    id,
    name: label.describe("the full official name"),
    short: label.optional(),
    department: z
      .string()
      .optional()
      .describe("a department that flows name under `asks`; absent for a branch such as a city"),
    reports: z.boolean().optional().describe("false: owes nothing although its department does"),
    people: z.array(personSchema).optional(),
    units: z.array(unitSchema).optional(),
  }),
);

export const rosterSchema = z.strictObject({
  $schema: z.string().optional(),
  departments: z.record(z.string(), label).describe("department id: its name"),
  groups: z
    .array(
      z.strictObject({
        id,
        name: label,
        leadership: z.boolean().default(false).describe("the consolidated table is posted here"),
        addresses: z.record(z.string(), z.string()).optional(),
        people: z.array(id).default([]).describe("who sits in it on the simulator"),
      }),
    )
    .default([]),
  units: z.array(unitSchema).min(1),
});

export type RosterFile = z.infer<typeof rosterSchema>;
export type Role = (typeof roles)[number];

/** A name: plain, or by language. */
export type Words = string | Readonly<Record<string, string>>;

export type Unit = {
  readonly id: string;
  readonly name: Words;
  readonly short: Words;
  readonly department?: string;
  readonly parent?: string;
  /** False for branches and for units that the roster excuses; whether a flow asks its department is the flow's. */
  readonly reports: boolean;
};

export type Member = {
  readonly id: string;
  readonly name: Words;
  readonly role: Role;
  readonly unit: string;
  readonly language?: string;
  readonly phone?: string;
  readonly addresses: Readonly<Record<string, string>>;
};

export type Group = {
  readonly id: string;
  readonly name: Words;
  readonly leadership: boolean;
  readonly addresses: Readonly<Record<string, string>>;
  readonly people: readonly string[];
};

/** The roster, flat: units in tree order (a parent before its children), people in file order. */
export type Roster = {
  readonly departments: Readonly<Record<string, Words>>;
  readonly units: readonly Unit[];
  readonly people: readonly Member[];
  readonly groups: readonly Group[];
};

/** Flattens a roster file that has passed the schema. */
export function flattenRoster(file: RosterFile): Roster {
  const units: Unit[] = [];
  const people: Member[] = [];
  const walk = (shape: UnitShape, parent?: string): void => {
    const { id, name, department } = shape;
    units.push({
      id,
      name,
      short: shape.short ?? name,
      reports: department !== undefined && shape.reports !== false,
      ...(department === undefined ? {} : { department }),
      ...(parent === undefined ? {} : { parent }),
    });
    for (const { id: person, name: called, role, language, phone, addresses } of shape.people ?? [])
      people.push({
        id: person,
        name: called,
        role,
        unit: id,
        addresses: addresses ?? {},
        ...(language === undefined ? {} : { language }),
        ...(phone === undefined ? {} : { phone }),
      });
    for (const child of shape.units ?? []) walk(child, id);
  };
  for (const unit of file.units) walk(unit);
  const groups = file.groups.map((group) => ({ ...group, addresses: group.addresses ?? {} }));
  return { departments: file.departments, units, people, groups };
}

/** A name in a language: as given where it is a plain string, else the language's, else the first there is. */
export function nameIn(words: Words, language: string): string {
  if (typeof words === "string") return words;
  return words[language] ?? Object.values(words)[0] ?? "";
}
