import { expect, test } from "vitest";
import { exampleRoster, world } from "../world.ts";

test("a version quotes the one before it in its own chat alone, also where the roster's groups changed places", async () => {
  const roster = exampleRoster();
  const other = { id: "other", name: "另一领导群", leadership: true, people: [], addresses: { simulator: "other" } };
  let it = await world({ roster: { ...roster, groups: [...roster.groups, other] } });
  it.answerWith(({ to }) => ({ kind: "sent", id: `in-${to.id}` }));
  await it.at("2020-05-21T17:00+08:00");
  it = await it.restart({ roster: { ...roster, groups: [other, ...roster.groups] } });
  it.answerWith(({ to }) => ({ kind: "sent", id: `in-${to.id}` }));
  await it.say("fuzhou-commerce-liaison", "零报告");
  await it.say("fuzhou-commerce-liaison", "是");
  await it.say("fuzhou-commerce-liaison", "刚核对完");
  await it.at("2020-05-21T19:00+08:00");
  const second = it.sent.filter(({ key }) => key.includes("/2020-05-21/2"));
  expect(second.map(({ to }) => to.id).sort()).toEqual(["leadership", "other"]);
  for (const { to, answers } of second) expect([undefined, `in-${to.id}`]).toContain(answers);
  await it.end();
});
