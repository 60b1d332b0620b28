import { expect, test } from "vitest";
import { flowFrom, type Talk, talk } from "./talk.ts";

const meals = flowFrom("test/flows/school-meals.yaml");

function begun(): Talk {
  const person = talk(meals, "primary", "en");
  person.command("report");
  return person;
}

const kitchen = (person: Talk) => person.report().told.kitchen;

test.each(["Closed", "Kitchen: closed", "Kitchen closed", "kitchen： As usual"])(
  "a choice that is asked is answered by %s",
  (text) => {
    const person = begun();
    expect(person.say(text)).toContain("✓ Kitchen");
    expect(kitchen(person)).toMatchObject({ kind: "option" });
  },
);

test("a choice is answered by its own line among others, wherever the interview stands", () => {
  const person = begun();
  person.say("As usual");
  expect(person.say("Lunch served 210 12\nKitchen: Short-staffed\nRemarks: one cook ill")).toContain(
    "✓ Kitchen Short-staffed",
  );
  expect(kitchen(person)).toEqual({ kind: "option", option: "short_staffed" });
  expect(person.report().told.remarks).toEqual({ kind: "text", text: "one cook ill" });
});

test("a line for a choice that names none of its options is told which there are", () => {
  const person = begun();
  person.say("As usual");
  expect(person.say("Lunch served 210 12\nKitchen: so so")).toContain("As usual, Short-staffed, Closed");
  expect(kitchen(person)).toEqual({ kind: "option", option: "usual" });
});

test("a narrative keeps a line that only begins like a choice, and gives up one that answers it", () => {
  const person = begun();
  person.say("As usual");
  person.say("Breakfast served 10 1\nBreakfast food 3 0\nLunch served 210 12\nLunch food 30 1");
  person.press("Add Remarks");
  person.say("Two ovens\nKitchen: to be repainted");
  expect(person.report().told.remarks).toEqual({ kind: "text", text: "Two ovens\nKitchen: to be repainted" });
  person.command("fix", "Remarks");
  person.say("Two ovens\nKitchen: closed");
  expect(person.report().told.remarks).toEqual({ kind: "text", text: "Two ovens" });
  expect(kitchen(person)).toEqual({ kind: "option", option: "closed" });
});
