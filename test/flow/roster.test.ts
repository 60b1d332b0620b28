import { expect, test } from "vitest";
import { changed, mealsRosterText, placeOf, rosterProblems, rosterText } from "./files.ts";

const mistakes = [
  {
    of: "a unit named twice",
    from: "- id: xiamen-police\n",
    to: "- id: fuzhou-police\n",
    at: "- id: |fuzhou-police\n            name: { zh-CN: 厦门",
    message: /unit fuzhou-police is there already, on line \d+/,
    fix: /write another/,
  },
  {
    of: "a person with two duties under one id",
    from: "- id: xiamen-police-liaison",
    to: "- id: fuzhou-police-liaison",
    at: "- id: |fuzhou-police-liaison\n                name: { zh-CN: 厦门",
    message: /person fuzhou-police-liaison is there already/,
    fix: /write another/,
  },
  {
    of: "an unknown department",
    from: "department: commerce",
    to: "department: comerce",
    at: "department: |comerce",
    message: /comerce is not among the departments/,
    fix: /write commerce \(/,
  },
  {
    of: "an unknown role",
    from: "role: city-coordinator",
    to: "role: city_coordinator",
    at: "role: |city_coordinator",
    message: /city_coordinator is not allowed here/,
    fix: /write city-coordinator \(/,
  },
  {
    of: "a reporting unit without a liaison",
    from: 'Fuzhou Customs, liaison" }\n            role: liaison',
    to: 'Fuzhou Customs, liaison" }\n            role: deputy',
    at: "|id: fuzhou-customs\n",
    message: /fuzhou-customs reports and has no liaison/,
    fix: /role: liaison, or write reports: false/,
  },
  {
    of: "a liaison of a branch",
    from: "role: city-coordinator",
    to: "role: liaison",
    at: "role: |liaison\n        units",
    message: /fuzhou-coordinator is liaison of fuzhou, which is a branch/,
    fix: /another role/,
  },
  {
    of: "a group of unknown people",
    from: "people: [leader-1, leader-2,",
    to: "people: [leader-1, leadr-2,",
    at: "people: [leader-1, |leadr-2",
    message: /leadr-2 is not among the people/,
    fix: /write leader-2 \(/,
  },
  {
    of: "a roster whose table goes nowhere",
    from: "    leadership: true # the consolidated table is posted here\n",
    to: "",
    at: "groups:\n  |- id: leadership",
    message: /no group is the leadership's/,
    fix: /leadership: true/,
  },
  {
    of: "a key in the wrong spelling, deep in the tree",
    from: "        department: customs",
    to: "        departement: customs",
    at: "|departement: customs",
    message: /unknown key departement/,
    fix: /write department \(keys: id, name, short, department/,
  },
  {
    of: "a missing name",
    from: "        name: { zh-CN: 厦门市, en: Xiamen }\n",
    to: "",
    at: "|id: xiamen\n",
    message: /missing key name/,
    fix: /add name: .*the full official name/,
  },
];

test.each(mistakes)("$of is told with its place and a way out", ({ from, to, at, message, fix }) => {
  const text = changed(rosterText, from, to);
  const problems = rosterProblems(text);
  const found = problems.find((problem) => message.test(problem.message));
  expect(found, JSON.stringify(problems, null, 1)).toBeDefined();
  expect(found?.fix).toMatch(fix);
  expect({ line: found?.line, column: found?.column }).toEqual(placeOf(text, at.replace("|", ""), at.indexOf("|")));
});

test("two people behind one address are told apart by nobody, so the roster is refused", () => {
  const text = changed(
    mealsRosterText,
    "{ id: hill-cook, name: Cook of Hill, role: liaison }",
    '{ id: hill-cook, name: Cook of Hill, role: liaison, addresses: { telegram: "1001" } }',
  );
  expect(rosterProblems(text)).toMatchObject([
    {
      line: placeOf(text, "id: hill-cook").line,
      message: "telegram 1001 is harbour-cook already, on line 20",
      fix: expect.stringContaining("own address"),
    },
  ]);
});

test("a unit that is excused needs no liaison", () => {
  expect(rosterProblems(mealsRosterText)).toEqual([]);
  expect(rosterProblems(changed(mealsRosterText, "        reports: false\n", ""))).toMatchObject([
    { message: "night-school reports and has no liaison" },
  ]);
});
