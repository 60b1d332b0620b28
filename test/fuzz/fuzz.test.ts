import { expect, test } from "vitest";
import { doors } from "./doors/index.ts";

/** Files are unpacked and read in a thread of their own, so each of them takes a while. */
const few = new Map([["file", 8]]);

test.each(doors)(
  "the door $name takes whatever is put in: in words, nothing else changed, and goes on",
  async (door) => {
    const { failure, inputs } = await door.fuzz(few.get(door.name) ?? 60, 11);
    expect(failure).toBeUndefined();
    expect(inputs).toBeGreaterThan(0);
  },
  180_000,
);
