import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Block, Inbound } from "../../../src/core/message.ts";
import { tuesday } from "../fakes.ts";
import { type Simulated, simulated } from "./world.ts";

const message = z.looseObject({
  id: z.string(),
  at: z.string(),
  from: z.string(),
  text: z.string(),
  blocks: z.array(z.unknown()),
  buttons: z.array(z.looseObject({ label: z.string(), action: z.string() })),
  inputs: z.array(z.looseObject({ name: z.string(), label: z.string() })),
  files: z.array(z.object({ name: z.string(), url: z.string() })),
  pictures: z.array(z.looseObject({ url: z.string() })),
  replaces: z.string().exactOptional(),
  answers: z.string().exactOptional(),
});
const answered = z.object({ id: z.string(), messages: z.array(message) });
const listed = z.array(message);

let ticked: readonly string[] = [];
const options = ["口罩", "防护服"];

/** A small bot: a tick list that is advanced in place, a form, and an echo. */
function answer(inbound: Inbound): readonly Block<string>[] | { inPlace: readonly Block<string>[] } {
  switch (inbound.kind) {
    case "said":
      if (inbound.text === "填报") return tickList();
      if (inbound.text === "表") return everything;
      return [{ kind: "text", text: `✓ ${inbound.text}` }];
    case "pressed":
      if (inbound.fields) return [{ kind: "text", text: JSON.stringify(inbound.fields) }];
      ticked = ticked.includes(inbound.action)
        ? ticked.filter((each) => each !== inbound.action)
        : [...ticked, inbound.action];
      return { inPlace: tickList() };
    case "amended":
      return [{ kind: "text", text: `amended ${inbound.text}` }];
    case "sent-file":
      return [{ kind: "text", text: `${inbound.name} ${inbound.size}` }];
    default:
      return [];
  }
}

const tickList = (): readonly Block<string>[] => [
  { kind: "heading", text: "本期哪些物资？" },
  { kind: "choices", choices: options.map((label) => ({ label, action: label, ticked: ticked.includes(label) })) },
];

const everything: readonly Block<string>[] = [
  { kind: "heading", text: "口罩 · 抽查" },
  { kind: "progress", done: 3, of: 10 },
  { kind: "fields", fields: [{ label: "报送", value: "5月21日" }] },
  {
    kind: "table",
    head: ["物资", "排查"],
    rows: [
      ["口罩", "1,204"],
      ["合计", "9"],
    ],
  },
  {
    kind: "inputs",
    action: "f:1",
    submit: "提交",
    inputs: [{ name: "screened", label: "排查", unit: "家", placeholder: "30" }],
  },
  { kind: "choices", choices: [{ label: "都是 0", action: "z:1" }] },
  { kind: "picture", name: "表.png", bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47]), alt: "情况表" },
];

let world: Simulated;
beforeEach(async () => {
  ticked = [];
  world = await simulated({ answer });
});
afterEach(() => world.wipe());

const say = async (person: string, text: string, more: object = {}) =>
  answered.parse((await world.post(`/api/people/${person}/say`, { text, ...more })).json);
const list = async (chat: string, after = "") =>
  listed.parse((await world.get(`/api/chats/${chat}/messages${after && `?after=${after}`}`)).json);

describe("who there is", () => {
  test("people are given with their role and unit, in the language asked for", async () => {
    const { json } = await world.get("/api/people");
    expect(json).toContainEqual({
      id: "ana",
      name: "北港区水务局联络员",
      role: "liaison",
      unit: { id: "north", name: "北港区水务局", department: "水务" },
      language: "zh-CN",
      called: [],
    });
    const english = await world.get("/api/people?language=en");
    expect(JSON.stringify(english.json)).toContain("North Harbour Water Board, liaison");
  });

  test("chats are one for each person and each group", async () => {
    const { json } = await world.get("/api/chats");
    expect(json).toHaveLength(6);
    expect(json).toContainEqual(
      expect.objectContaining({ id: "ana", kind: "person", people: ["ana"], leadership: false }),
    );
    expect(json).toContainEqual(
      expect.objectContaining({ id: "leadership", kind: "group", people: ["chief", "keeper"], leadership: true }),
    );
  });

  test("a person's language is set through the desk", async () => {
    expect((await world.post("/api/people/ana/language", { language: "en" })).status).toBe(200);
    expect(world.desk.spoken.get("ana")).toBe("en");
    expect((await world.post("/api/people/ana/language", { language: "fr" })).status).toBe(400);
    expect((await world.post("/api/people/nobody/language", { language: "en" })).status).toBe(404);
  });
});

describe("what people do", () => {
  test("saying something gives its id and what the bot answered", async () => {
    const { id, messages } = await say("ana", "12 2 1");
    expect(messages.map((each) => [each.from, each.text])).toEqual([["bot", "✓ 12 2 1"]]);
    const both = await list("ana");
    expect(both.map((each) => each.from)).toEqual(["ana", "bot"]);
    expect(both[0]).toMatchObject({ id, text: "12 2 1", at: "2020-05-19T09:00:00+08:00" });
  });

  test("a tick advances the message in place, at its old place in the list", async () => {
    const [first] = (await say("ana", "填报")).messages;
    await say("ana", "something between");
    const pressed = await world.post("/api/people/ana/press", { message: first?.id, action: "防护服" });
    const [edited] = answered.parse(pressed.json).messages;
    expect(edited).toMatchObject({ id: first?.id, replaces: first?.id });
    expect(edited?.buttons).toEqual([
      { label: "口罩", action: "口罩", ticked: false },
      { label: "防护服", action: "防护服", ticked: true },
    ]);
    expect((await list("ana")).map((each) => each.text)).toEqual([
      "填报",
      "本期哪些物资？",
      "something between",
      "✓ something between",
    ]);
  });

  test("a message shows its words, buttons, inputs and pictures apart", async () => {
    const [shown] = (await say("ana", "表")).messages;
    expect(shown?.text.split("\n")).toEqual([
      "口罩 · 抽查",
      "▓▓▓░░░░░░░ 3/10",
      "报送：5月21日",
      "物资   排查",
      "口罩  1,204",
      "合计      9",
      "情况表",
    ]);
    expect(shown?.buttons).toEqual([
      { label: "提交", action: "f:1" },
      { label: "都是 0", action: "z:1" },
    ]);
    expect(shown?.inputs).toEqual([{ name: "screened", label: "排查", unit: "家", placeholder: "30" }]);
    const picture = await fetch(world.url + shown?.pictures[0]?.url);
    expect([picture.status, picture.headers.get("content-type")]).toEqual([200, "image/png"]);
  });

  test("a form's fields arrive as they were filled in, figures too", async () => {
    const [form] = (await say("ana", "表")).messages;
    const body = { message: form?.id, action: "f:1", fields: { screened: "12", failed: 0 } };
    const { messages } = answered.parse((await world.post("/api/people/ana/press", body)).json);
    expect(messages[0]?.text).toBe('{"screened":"12","failed":"0"}');
  });

  test("amending shows the new words in place and tells the bot which message it was", async () => {
    const { id } = await say("ana", "12 2");
    const body = answered.parse((await world.post("/api/people/ana/amend", { message: id, text: "12 2 1" })).json);
    expect(body.messages.map((each) => each.text)).toEqual(["amended 12 2 1"]);
    expect((await list("ana"))[0]).toMatchObject({ id, text: "12 2 1", replaces: id });
    expect((await world.post("/api/people/ben/amend", { message: id, text: "x" })).status).toBe(404);
    const bots = body.messages[0]?.id;
    expect((await world.post("/api/people/ana/amend", { message: bots, text: "x" })).status).toBe(403);
  });

  test("a file is handed to the bot and offered in the chat under a safe name", async () => {
    const bytes = new TextEncoder().encode("<script>alert(1)</script>");
    const { messages } = answered.parse((await world.upload("ana", "../a:b\u202E.html", bytes)).json);
    expect(messages[0]?.text).toBe(`a_b.html ${bytes.length}`);
    const [own] = await list("ana");
    const file = await fetch(world.url + own?.files[0]?.url);
    expect(await file.text()).toBe("<script>alert(1)</script>");
    expect(file.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''a_b.html");
    expect(file.headers.get("content-type")).toBe("application/octet-stream");
    expect(file.headers.get("x-content-type-options")).toBe("nosniff");
  });

  test("a file above 20 MB is refused with a sentence, one just below is taken", async () => {
    const large = await world.upload("ana", "large.bin", new Uint8Array(20 * 1024 * 1024 + 1));
    expect(large.status).toBe(413);
    expect(large.json).toEqual({ error: expect.stringContaining("20 MB") });
    expect((await world.upload("ana", "large.bin", new Uint8Array(20 * 1024 * 1024))).status).toBe(200);
    expect((await world.upload("ana", "a.txt", new Uint8Array(1), {}, "other")).status).toBe(400);
  });

  test("the same message delivered twice stands once in the chat, reaches the bot twice, and has the same answer", async () => {
    const first = await say("ana", "12 2 1", { id: "again-1" });
    const second = await say("ana", "12 2 1", { id: "again-1" });
    expect(second).toEqual(first);
    expect(world.bot.received.map((each) => each.id)).toEqual(["again-1", "again-1"]);
    expect(await list("ana")).toHaveLength(2);
    const other = await world.post("/api/people/ben/say", { text: "12 2 1", id: "again-1" });
    expect(other.status).toBe(409);
  });

  test("one person's requests are handled in the order in which they came, several people's side by side", async () => {
    const words = Array.from({ length: 10 }, (_, index) => `${index}`);
    await Promise.all(words.map((each) => say("ana", each)));
    expect(world.bot.received.map((each) => each.kind === "said" && each.text)).toEqual(words);
    expect(world.bot.atOnce()).toBe(1);
    await Promise.all(["ana", "ben", "cai"].map((person) => say(person, "x")));
    expect(world.bot.atOnce()).toBeGreaterThan(1);
  });

  test("in a group each gets the answer to their own message", async () => {
    const [one, two] = await Promise.all([
      say("chief", "a", { chat: "leadership" }),
      say("keeper", "b", { chat: "leadership" }),
    ]);
    expect(one.messages.map((each) => [each.text, each.answers])).toEqual([["✓ a", one.id]]);
    expect(two.messages.map((each) => [each.text, each.answers])).toEqual([["✓ b", two.id]]);
  });

  test("a reply names the message of that chat that it replies to, to the bot and to whoever reads the chat", async () => {
    const [first] = (await say("ana", "12 2 1")).messages;
    const { id } = await say("ana", "12 2 2", { replyTo: first?.id });
    expect(world.bot.received.at(-1)).toMatchObject({ kind: "said", text: "12 2 2", answers: first?.id });
    expect(world.bot.received.at(-1)).not.toHaveProperty("mentioned");
    expect((await list("ana")).find((each) => each.id === id)).toMatchObject({ answers: first?.id });
    const photo = await world.upload("ana", "a.jpg", new Uint8Array(1), { text: "凭证", replyTo: first?.id ?? "" });
    expect(photo.status).toBe(200);
    expect(world.bot.received.at(-1)).toMatchObject({ caption: { text: "凭证", answers: first?.id } });
    const elsewhere = await world.upload("ben", "a.jpg", new Uint8Array(1), { text: "凭证", replyTo: first?.id ?? "" });
    expect(elsewhere.status).toBe(404);
  });

  test("in a group a reply to the bot speaks to it as a mention does; one to a person does not", async () => {
    const at = { chat: "leadership" };
    const { id, messages } = await say("chief", "大家看一下", at);
    await say("keeper", "为什么？", { ...at, replyTo: messages[0]?.id });
    expect(world.bot.received.at(-1)).toMatchObject({ answers: messages[0]?.id, mentioned: true });
    await say("keeper", "好的", { ...at, replyTo: id });
    expect(world.bot.received.at(-1)).toMatchObject({ answers: id });
    expect(world.bot.received.at(-1)).not.toHaveProperty("mentioned");
  });

  test.each([
    ["@报送 福州的罚没为什么高？", "福州的罚没为什么高？", true],
    ["@报送福州的罚没为什么高？", "福州的罚没为什么高？", true],
    ["＠报送", "", true],
    [" @Baosong why?", "why?", true],
    ["大家问 @报送 吧", "大家问 @报送 吧", true],
    ["@Baosongs why?", "@Baosongs why?", false],
    ["报送 福州", "报送 福州", false],
  ])(
    "in a group %s is said to the bot as %s (mentioned: %s), and stands there as it was written",
    async (written, heard, mentioned) => {
      const { id } = await say("chief", written, { chat: "leadership" });
      const inbound = world.bot.received.at(-1);
      expect(inbound).toMatchObject({ kind: "said", text: heard });
      expect(inbound?.kind === "said" && inbound.mentioned === true).toBe(mentioned);
      expect((await list("leadership")).find((each) => each.id === id)?.text).toBe(written);
    },
  );

  test("the bot's name is taken off in its own chat too, where nobody need be mentioned", async () => {
    await say("ana", "@报送 填报");
    expect(world.bot.received.at(-1)).toMatchObject({ text: "填报" });
    expect(world.bot.received.at(-1)).not.toHaveProperty("mentioned");
  });

  test("a stranger may write, and is answered", async () => {
    expect((await say("somebody", "hello")).messages[0]?.text).toBe("✓ hello");
    expect(await list("somebody")).toHaveLength(2);
    expect(JSON.stringify((await world.get("/api/chats")).json)).toContain('"somebody"');
  });

  test.each([
    ["/api/people/leadership/say", { text: "x" }, 403],
    ["/api/people/bot/say", { text: "x" }, 403],
    ["/api/people/%3Cb%3E/say", { text: "x" }, 400],
    ["/api/people/ana/say", { text: "x", chat: "leadership" }, 403],
    ["/api/people/ana/say", { text: "x", chat: "elsewhere" }, 404],
    ["/api/people/ana/say", { text: "x", chat: "ben" }, 404],
    ["/api/people/ana/say", { text: "  " }, 400],
    ["/api/people/ana/say", { words: "x" }, 400],
    ["/api/people/ana/say", "{", 400],
    ["/api/people/ana/say", [], 400],
    ["/api/people/ana/say", { text: "x".repeat(1024 * 1024) }, 413],
    ["/api/people/ana/say", { text: "x", replyTo: "gone" }, 404],
    ["/api/people/ana/say", { text: "x", replyTo: 7 }, 400],
    ["/api/people/ana/press", { message: "gone", action: "a" }, 404],
    ["/api/people/ana/press", { action: "a" }, 400],
    ["/api/people/ana/dance", {}, 404],
  ])("%s is refused with a sentence where it cannot be carried out (case %#)", async (path, body, status) => {
    const response = await world.post(path, body);
    expect(response.status).toBe(status);
    expect(response.json).toEqual({ error: expect.stringMatching(/^.{10,}\.$/s) });
    expect(world.bot.received).toEqual([]);
  });

  test("a message of 10,000 characters reaches the bot whole", async () => {
    const words = "字".repeat(10_000);
    expect((await say("ana", words)).messages[0]?.text).toBe(`✓ ${words}`);
  });
});

describe("reading", () => {
  test("after an id comes what followed it, also after the id of a press", async () => {
    const first = await say("ana", "填报");
    expect((await list("ana", first.id)).map((each) => each.from)).toEqual(["bot"]);
    const body = { message: first.messages[0]?.id, action: "口罩" };
    const press = answered.parse((await world.post("/api/people/ana/press", body)).json);
    expect(await list("ana", press.id)).toEqual([]);
    await say("ana", "next");
    expect((await list("ana", press.id)).map((each) => each.text)).toEqual(["next", "✓ next"]);
    expect((await world.get("/api/chats/ana/messages?after=never")).status).toBe(404);
    expect((await world.get("/api/chats/nowhere/messages")).status).toBe(404);
  });

  test("a report is given as it stands, and an unknown one refused with a sentence", async () => {
    expect((await world.get("/api/reports/2020-05-21/north")).json).toEqual({
      status: "draft",
      cells: { "pump.check.done": 12, "pump.check.failed": "n/a" },
      narrative: {},
      revision: 2,
    });
    expect((await world.get("/api/reports/2020-05-21/west")).status).toBe(404);
  });

  test("a file that is not there, and a path that leads elsewhere, are refused", async () => {
    for (const path of [
      "/files/00/x",
      `/files/${"0".repeat(64)}/x`,
      "/files/..%2F..%2Fmessages.jsonl/x",
      "/page/..%2Findex.ts",
      "/page/none.js",
    ])
      expect((await world.get(path)).status).toBe(404);
  });
});

describe("the clock", () => {
  test("it is told with its offset and moved forward, answering once everything owed was delivered", async () => {
    expect((await world.get("/api/clock")).json).toEqual({ now: "2020-05-19T09:00:00+08:00" });
    world.desk.onMove(async () => {
      const to = { channel: "simulator", id: "ana" };
      await world.channel.send(to, { key: "nag", to, blocks: [{ kind: "text", text: "还差 3 屏" }] });
    });
    const moved = await world.post("/api/clock", { now: "2020-05-21T17:00:00+08:00" });
    expect(moved.json).toEqual({ now: "2020-05-21T17:00:00+08:00" });
    expect((await list("ana")).map((each) => each.text)).toEqual(["还差 3 屏"]);
  });

  test.each(["2020-05-19T08:59:59+08:00", "Thursday", "2020-05-21", ""])(
    "%j is refused with a sentence",
    async (now) => {
      const response = await world.post("/api/clock", { now });
      expect(response.status).toBe(400);
      expect(response.json).toEqual({ error: expect.stringMatching(/\.$/) });
      expect(world.desk.instant()).toBe(tuesday);
    },
  );

  test("the moments that the page jumps to have words and an instant", async () => {
    expect((await world.get("/api/moments?language=en")).json).toContainEqual({
      label: "Deadline, Thu 21/5 17:00",
      at: "2020-05-21T09:00:00.000Z",
    });
  });
});

describe("after a restart", () => {
  test("the conversation is there, edits in place, keys known, and ids are new", async () => {
    const first = await say("ana", "填报");
    await world.post("/api/people/ana/press", { message: first.messages[0]?.id, action: "口罩" });
    const to = { channel: "simulator", id: "ana" };
    const sent = await world.channel.send(to, { key: "once", to, blocks: [{ kind: "text", text: "once" }] });
    const before = await list("ana");
    await world.end();
    world = await simulated({ folder: world.folder, answer });
    expect(await list("ana")).toEqual(before);
    expect(await world.channel.send(to, { key: "once", to, blocks: [{ kind: "text", text: "once" }] })).toEqual(sent);
    const next = await say("ana", "x");
    expect(before.map((each) => each.id)).not.toContain(next.id);
    expect(await list("ana")).toHaveLength(before.length + 2);
  });

  test("a torn last line is passed over, and what comes after it is kept", async () => {
    await say("ana", "kept");
    await world.end();
    const file = join(world.folder, "simulator", "messages.jsonl");
    const whole = await readFile(file, "utf8");
    await writeFile(file, whole.slice(0, -25));
    world = await simulated({ folder: world.folder, answer });
    expect((await list("ana")).map((each) => each.text)).toEqual(["kept"]);
    await say("ana", "after");
    await world.end();
    world = await simulated({ folder: world.folder, answer });
    expect((await list("ana")).map((each) => each.text)).toEqual(["kept", "after", "✓ after"]);
  });
});

test("what could not be kept is in doubt, and the log says of which kind the failure was", async () => {
  await world.wipe();
  const log: Readonly<Record<string, unknown>>[] = [];
  world = await simulated({ answer, log: { error: (about) => void log.push(about) } });
  // Where the files go there is a file already.
  await writeFile(join(world.folder, "simulator", "files"), "");
  const to = { channel: "simulator", id: "ana" };
  const blocks: readonly Block<string>[] = [{ kind: "file", name: "表.xlsx", bytes: new Uint8Array([1]) }];
  expect(await world.channel.send(to, { key: "x", to, blocks })).toEqual({ kind: "unknown" });
  expect(log).toEqual([{ code: "simulator-not-sent", key: "x", cause: expect.stringMatching(/^Error E/) }]);
});

test("an act whose answer could not be kept is no success; done again under its id it is answered", async () => {
  await world.wipe();
  world = await simulated({ answer: () => [{ kind: "file", name: "表.xlsx", bytes: new Uint8Array([1]) }] });
  const files = join(world.folder, "simulator", "files");
  await writeFile(files, "");
  const act = { id: "t1", text: "表" };
  expect(await world.post("/api/people/ana/say", act)).toMatchObject({ status: 500 });
  await rm(files);
  const { status, json } = await world.post("/api/people/ana/say", act);
  expect([status, answered.parse(json).messages.map((each) => each.files[0]?.name)]).toEqual([200, ["表.xlsx"]]);
});

test("whom nobody knows cannot be written to", async () => {
  const to = { channel: "simulator", id: "nobody" };
  const blocks: readonly Block<string>[] = [{ kind: "text", text: "x" }];
  expect(await world.channel.send(to, { key: "x", to, blocks })).toMatchObject({ kind: "refused" });
});
