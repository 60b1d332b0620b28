import { afterEach, expect, test } from "vitest";
import { flowFrom } from "../interview/talk.ts";
import { exampleRoster, type World, world } from "../world.ts";

const shipped = flowFrom("flows/epidemic-supplies-weekly.yaml");
const second = { id: "second", name: "第二协调员", role: "coordinator", unit: "fj-market" } as const;
const roster = exampleRoster();
const two = { ...roster, people: [...roster.people, { ...second, addresses: { simulator: second.id } }] };

let it: World;
afterEach(() => it.end());

/** The first message to the second coordinator whose key begins so is put off by the platform. */
function putOffOnce(key: string): void {
  let lost = 0;
  it.answerWith((message) => {
    if (message.to.id === second.id && message.key.startsWith(key) && lost === 0) {
      lost += 1;
      return { kind: "retry", after: 1_000 };
    }
    return { kind: "sent", id: `${message.to.id}-${message.key}` };
  });
}

test("a preview that the second coordinator did not get is tried again, and the first gets it once", async () => {
  const calendar = { ...shipped.calendar, collect_by: { days_before: 0, time: "11:00" } };
  it = await world({ flows: [{ ...shipped, calendar }], roster: two });
  putOffOnce("preview/");
  await it.at("2020-05-21T11:10+08:00");
  const previews = (chat: string) => it.heard(chat).filter((text) => text.includes("第1期预览"));
  expect(previews(second.id)).toHaveLength(1);
  expect(previews("fj-coordinator")).toHaveLength(1);
});

test("the question about a day off that the second coordinator did not get is tried again", async () => {
  it = await world({ start: "2020-06-15T09:00+08:00", roster: two });
  putOffOnce("day-off/");
  await it.at("2020-06-18T09:10+08:00");
  const asked = (chat: string) => it.heard(chat).filter((text) => text.includes("逢休息日"));
  expect(asked(second.id)).toHaveLength(1);
  expect(asked("fj-coordinator")).toHaveLength(1);
});

test("a posting in doubt to somebody who left meanwhile holds nothing up", async () => {
  it = await world({ roster: two });
  it.answerWith(({ to, key }) => (to.id === second.id ? { kind: "unknown" } : { kind: "sent", id: `${to.id}-${key}` }));
  await it.at("2020-05-21T17:00+08:00");
  it = await it.restart({ roster });
  await it.at("2020-05-21T18:00+08:00");
  expect(it.log.filter((line) => line.includes("tick-stuck"))).toEqual([]);
  expect(it.heard("fj-coordinator")).toEqual([]);
});
