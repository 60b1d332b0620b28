import { expect, test } from "vitest";
import type { DeliveryEntry } from "../../src/core/delivery.ts";
import { emptyDoc, evolve } from "../../src/core/document.ts";
import { type DocKey, doorKey, type Entry } from "../../src/core/entry.ts";
import { alarmOf, evolveGuard, openGuard } from "../../src/core/join-guard.ts";
import { evolveNews, type Hearer, isFresh, type NewsEntry, newsDuties, noNews } from "../../src/core/news.ts";
import { HOUR, MINUTE } from "../../src/core/time.ts";

const share: DocKey = "directory/7";
const ann: Hearer = { kind: "person", person: "ann" };
const bob: Hearer = { kind: "person", person: "bob" };
const post = { person: "liaison", unit: "a", role: "liaison" } as const;
type Recorded = NewsEntry & { readonly at: number };
const concerned = (at: number, ...hearers: Hearer[]): Recorded => ({
  ...{ kind: "concerned-others", at, hearers },
  about: { what: "put-out", ...post },
});
const delivery = (at: number, entry: DeliveryEntry) => ({ ...entry, at });
const sent = (at: number, key: string) =>
  delivery(at, { kind: "sent", delivery: key, message: "m", to: "simulator/ann" });
const after = (...entries: readonly Recorded[]) =>
  entries.reduce((news, entry) => evolveNews(share, news, { id: "x", by: "bot", ...entry }), noNews);
const keys = (...entries: readonly Recorded[]) =>
  newsDuties(share, after(...entries)).map(({ key, from }) => `${key} from ${from}`);

test("each who is to hear of something is owed it from when it happened, under a key that names nobody", () => {
  expect(keys(concerned(5, ann, bob), concerned(9, { kind: "account", address: { channel: "t", id: "77" } }))).toEqual([
    "news/directory/7/1/0 from 5",
    "news/directory/7/1/1 from 5",
    "news/directory/7/2/0 from 9",
  ]);
});

test("what is being sent or was put off is owed later, what was sent no more", () => {
  const [first, second] = ["news/directory/7/1/0", "news/directory/7/1/1"];
  const begun = [concerned(5, ann, bob), delivery(6, { kind: "sending", delivery: first, until: 126 })] as const;
  expect(keys(...begun)).toEqual([`${first} from 126`, `${second} from 5`]);
  const held = delivery(7, { kind: "held-back", delivery: first, until: 600 });
  expect(keys(...begun, held)).toEqual([`${first} from 600`, `${second} from 5`]);
  expect(keys(...begun, sent(8, first))).toEqual([`${second} from 5`]);
});

test("what is settled with everybody is forgotten, what comes of it later changes nothing, and numbers go on", () => {
  const [first, second] = ["news/directory/7/1/0", "news/directory/7/1/1"];
  const over = [
    concerned(5, ann, bob),
    sent(6, first),
    delivery(7, { kind: "undeliverable", delivery: second, why: "blocked" }),
  ] as const;
  expect(after(...over)).toEqual({ count: 1, open: [], deliveries: {} });
  const late = delivery(8, { kind: "held-back", delivery: first, until: 600 });
  const again = delivery(9, { kind: "sending", delivery: second, until: 600 });
  expect(after(...over, late, again)).toEqual(after(...over));
  expect(keys(...over, concerned(10, bob))).toEqual(["news/directory/7/2/0 from 10"]);
  const dropped = delivery(7, { kind: "dropped", delivery: second, why: "not-owed" });
  expect(after(concerned(5, ann, bob), sent(6, first), dropped)).toEqual(after(...over));
});

test("it is news for a day", () => {
  const [item] = after(concerned(5, ann)).open;
  if (!item) throw new Error("nothing is open");
  expect([isFresh(item, 5 + 24 * HOUR - 1), isFresh(item, 5 + 24 * HOUR)]).toEqual([true, false]);
});

test("what earlier releases recorded of accounts and of codes makes nothing owed", () => {
  const old = { id: "m", at: 1, sentAt: 1, by: "bot", channel: "simulator" };
  const address = { channel: "simulator", id: "u1" };
  const fold = (key: DocKey, entries: readonly Entry[]) => entries.reduce(evolve, emptyDoc(key));
  const directory = fold(share, [
    { ...old, kind: "bound", person: "liaison", address },
    { ...old, kind: "unreachable", person: "liaison", address },
    { ...old, kind: "unbound", person: "liaison", address, why: "handed-over" },
  ]);
  expect(directory).toMatchObject({ kind: "directory", doc: { news: noNews } });
  const door = fold(
    doorKey,
    [1, 2, 3, 4, 5, 6].map((at) => ({ ...old, at, kind: "code-refused", account: "hash" })),
  );
  expect(door).toMatchObject({ kind: "door", doc: { news: noNews } });
});

test("the fifth wrong code of an account is one to hear of, the hundredth of all is too, and no others are", () => {
  let guard = openGuard;
  const refuse = (account: string, at: number) => {
    guard = evolveGuard(guard, { id: `m${at}`, at, by: "bot", kind: "code-refused", account });
    return alarmOf(guard, account);
  };
  expect([1, 2, 3, 4, 5, 6].map((at) => refuse("mallory", at * MINUTE))).toEqual([
    ...[undefined, undefined, undefined, undefined],
    ...["account-locked", undefined],
  ]);
  const others = Array.from({ length: 95 }, (_, index) => refuse(`other-${index}`, 7 * MINUTE + index));
  expect(others.flatMap((alarm, index) => (alarm ? [`${index} ${alarm}`] : []))).toEqual(["93 all-locked"]);
});
