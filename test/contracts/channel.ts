import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Channel, Host } from "../../src/channels/channel.ts";
import type { Block, Inbound, Outbound } from "../../src/core/message.ts";

/** A message as a person sees it on the platform. */
export type Seen = {
  readonly id: string;
  readonly text: string;
  readonly buttons: readonly { readonly label: string; readonly action: string }[];
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly answers?: string;
  /** What in its words the platform made something of by itself, to be tapped: a mention, a command, a link. */
  readonly live?: readonly string[];
};

type What<T> = T extends Inbound ? Omit<T, "id" | "from" | "chat" | "sentAt" | "at"> : never;

/** A channel beside the far end of its platform, where a test plays the people. */
export type ChannelUnderTest = {
  readonly channel: Channel;
  /** A person of the platform, whose private chat has the same id. */
  readonly person: string;
  readonly group: string;
  /** What the person does on the platform; resolves to the platform's id once the channel has handed it on. */
  does(what: What<Inbound>, chat?: string): Promise<string>;
  /** What a chat shows, oldest first. */
  sees(chat: string): Promise<readonly Seen[]>;
  /** What the platform itself makes of a text, where it takes out characters that nobody sees; else it keeps all. */
  cleans?(words: string): string;
  /** What people do there that the platform tells nobody. */
  readonly untold?: readonly Inbound["kind"][];
  close(): Promise<void>;
};

/** What every channel must pass. `open` starts the channel with the host and gives it with its platform's far end. */
export function channelContract(name: string, open: (host: Host) => Promise<ChannelUnderTest>): void {
  describe(`the channel contract: ${name}`, () => {
    let under: ChannelUnderTest;
    let received: Inbound[] = [];
    let whileReceiving: (inbound: Inbound) => Promise<void> = async () => {};
    beforeEach(async () => {
      received = [];
      whileReceiving = async () => {};
      under = await open({
        now: () => 1_589_850_000_000,
        receive: async (inbound) => {
          received.push(inbound);
          await whileReceiving(inbound);
          return { replied: Promise.resolve() };
        },
      });
    });
    afterEach(() => under.close());

    let keys = 0;
    const say = (blocks: readonly Block<string>[], more: Partial<Outbound> = {}) => {
      keys += 1;
      const to = more.to ?? { channel: under.channel.name, id: under.person };
      return under.channel.send(to, { key: `contract/${keys}`, to, blocks, ...more });
    };
    const sent = async (blocks: readonly Block<string>[], more: Partial<Outbound> = {}): Promise<string> => {
      const became = await say(blocks, more);
      if (became.kind !== "sent") throw new Error(`not sent: ${JSON.stringify(became)}`);
      return became.id;
    };
    const text = (words: string): readonly Block<string>[] => [{ kind: "text", text: words }];

    test("a message that was sent has an id and is seen under it", async () => {
      const id = await sent(text("第1期填报开始"));
      expect((await under.sees(under.person)).map((seen) => [seen.id, seen.text])).toEqual([[id, "第1期填报开始"]]);
    });

    test("a repeat under the same key is not shown twice and has the same id", async () => {
      const [first, second] = [await sent(text("once"), { key: "same" }), await sent(text("once"), { key: "same" })];
      expect(second).toBe(first);
      expect(await under.sees(under.person)).toHaveLength(1);
    });

    test("two repeats at the same moment are not shown twice either", async () => {
      const both = await Promise.all([sent(text("once"), { key: "race" }), sent(text("once"), { key: "race" })]);
      expect(new Set(both).size).toBe(1);
      expect(await under.sees(under.person)).toHaveLength(1);
    });

    test("the same key in another chat is another message, and arrives there", async () => {
      const to = { channel: under.channel.name, id: under.group };
      await sent(text("once"), { key: "moved-on" });
      await sent(text("once"), { key: "moved-on", to });
      expect((await under.sees(under.group)).map((seen) => seen.text)).toEqual(["once"]);
    });

    test("the same key in two chats at the same moment arrives in both", async () => {
      const to = { channel: under.channel.name, id: under.group };
      await Promise.all([sent(text("once"), { key: "both" }), sent(text("once"), { key: "both", to })]);
      for (const chat of [under.person, under.group])
        expect((await under.sees(chat)).map((seen) => seen.text)).toEqual(["once"]);
    });

    test("messages are seen in the order in which they were sent", async () => {
      for (const words of ["one", "two", "three"]) await sent(text(words));
      expect((await under.sees(under.person)).map((seen) => seen.text)).toEqual(["one", "two", "three"]);
    });

    test("new content takes the place of the old where the platform can edit", async (context) => {
      if (!under.channel.can.edits) context.skip();
      const id = await sent(text("0/3"));
      await sent(text("between"));
      await sent(text("1/3"), { replaces: id });
      expect((await under.sees(under.person)).map((seen) => seen.text)).toEqual(["1/3", "between"]);
    });

    test("a reply names the message that it answers", async () => {
      const asked = await under.does({ kind: "said", text: "/summary" }, under.group);
      const to = { channel: under.channel.name, id: under.group };
      await sent(text("answer"), { to, answers: asked });
      expect((await under.sees(under.group)).at(-1)).toMatchObject({ text: "answer", answers: asked });
    });

    test("what a person replies to arrives with their words, in their own chat and in the group", async () => {
      const own = await sent(text("question"));
      await under.does({ kind: "said", text: "12 2 1", answers: own });
      const to = { channel: under.channel.name, id: under.group };
      const posted = await sent(text("posting"), { to });
      await under.does({ kind: "said", text: "why", answers: posted }, under.group);
      expect(received).toMatchObject([
        { kind: "said", text: "12 2 1", answers: own },
        { kind: "said", text: "why", answers: posted, mentioned: true },
      ]);
      expect(received[0]).not.toHaveProperty("mentioned");
    });

    test("a file arrives byte for byte under its name", async (context) => {
      if (!under.channel.can.files) context.skip();
      const bytes = Uint8Array.from({ length: 4_096 }, (_, index) => index % 251);
      await sent([{ kind: "file", name: "情况表 第1期.xlsx", bytes }]);
      const [seen] = await under.sees(under.person);
      expect(seen?.files.map((file) => file.name)).toEqual(["情况表 第1期.xlsx"]);
      expect(Buffer.from(seen?.files[0]?.bytes ?? []).equals(Buffer.from(bytes))).toBe(true);
    });

    test.each([
      "<b>粗</b> & <script>alert(1)</script>",
      "*a* _b_ `c` [d](https://example.org) ~e~ | f",
      "{{x}} $y %s <at id=all></at> &amp; \\n",
      "＝1+1\u0000\u202Eabc",
    ])("text that looks like markup arrives literally: %j", async (words) => {
      await sent(text(words));
      expect((await under.sees(under.person))[0]?.text).toBe(under.cleans?.(words) ?? words);
    });

    test.each([
      "找@zhang_san，或 @li_si",
      "/lock /lock@some_bot （/lock）",
      "https://example.org/a?b=c t.me/joinchat 见example.com。",
      "tg://resolve?domain=x ftp://10.0.0.1 10.0.0.1 a.b@example.org",
      "#口罩 #a1 $USD",
      "@\u202Ezhang_san /\u202Elock t.\u202Eme #\u030A口罩",
    ])("of words that are made inert the platform makes nothing to be tapped: %j", async (words) => {
      await sent([...text(under.channel.inert?.(words) ?? words), { kind: "heading", text: "第1期" }]);
      expect((await under.sees(under.person))[0]?.live ?? []).toEqual([]);
    });

    test("figures and dates that are made inert stay exactly as they are", () => {
      const figures = "1.5 万元，15/20，2020/5/20，2020.5.20，5.21-5.25，1,234.50，50%，3#楼，8:30，km/h";
      expect(under.channel.inert?.(figures) ?? figures).toBe(figures);
    });

    test("words that were made inert arrive as they were when somebody copies them", async () => {
      const words = "问 @zhang_san，/lock，t.me/x，#口罩";
      await under.does({ kind: "said", text: under.channel.inert?.(words) ?? words });
      expect(received).toMatchObject([{ kind: "said", text: words }]);
    });

    test("buttons carry their actions, and a press names the action and the message", async (context) => {
      if (!under.channel.can.buttons) context.skip();
      const id = await sent([
        ...text("?"),
        { kind: "choices", choices: [{ label: "是", action: "y:FY:2020-05-21:s" }] },
      ]);
      expect((await under.sees(under.person))[0]?.buttons).toMatchObject([
        { label: "是", action: "y:FY:2020-05-21:s" },
      ]);
      await under.does({ kind: "pressed", action: "y:FY:2020-05-21:s", on: id });
      expect(received).toMatchObject([{ kind: "pressed", action: "y:FY:2020-05-21:s", on: id }]);
    });

    test("what a form was filled with arrives by field", async (context) => {
      if (!under.channel.can.inputs) context.skip();
      const inputs = [{ name: "done", label: "检查", unit: "家", placeholder: "30" }];
      const id = await sent([{ kind: "inputs", action: "f:1", submit: "提交", inputs }]);
      await under.does({ kind: "pressed", action: "f:1", on: id, fields: { done: "12" } });
      expect(received).toMatchObject([{ kind: "pressed", action: "f:1", fields: { done: "12" } }]);
    });

    test("what a person says arrives as written, with who, where and when", async () => {
      const id = await under.does({ kind: "said", text: " 12 2 1 <b>\n" });
      const address = { channel: under.channel.name, id: under.person };
      expect(received).toMatchObject([{ id, kind: "said", text: " 12 2 1 <b>\n", from: address, chat: address }]);
      expect(received[0]?.at).toBeTypeOf("number");
      expect(received[0]?.sentAt).toBeTypeOf("number");
    });

    test("what is said in a group comes from the person and names the group", async () => {
      await under.does({ kind: "said", text: "进度" }, under.group);
      expect(received).toMatchObject([{ from: { id: under.person }, chat: { id: under.group } }]);
    });

    test("an amended message names the one that it amends", async (context) => {
      if (under.untold?.includes("amended")) context.skip();
      const of = await under.does({ kind: "said", text: "12 2" });
      const id = await under.does({ kind: "amended", of, text: "12 2 1" });
      expect(id).not.toBe(of);
      expect(received.at(-1)).toMatchObject({ id, kind: "amended", of, text: "12 2 1" });
    });

    test("a file that a person sends can be read, byte for byte", async () => {
      const bytes = Uint8Array.from([0x50, 0x4b, 3, 4, 0, 255]);
      await under.does({ kind: "sent-file", name: "表.xlsx", size: bytes.length, bytes: async () => bytes });
      const [file] = received;
      if (file?.kind !== "sent-file") throw new Error("no file arrived");
      expect([file.name, file.size ?? bytes.length]).toEqual(["表.xlsx", 6]);
      expect([...(await file.bytes())]).toEqual([...bytes]);
    });

    test("what is written under a picture comes with it, as one thing", async () => {
      const bytes = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]);
      const caption = { text: "口罩 排查12 不合格2 整改1" };
      await under.does({ kind: "sent-file", name: "现场.jpg", size: bytes.length, caption, bytes: async () => bytes });
      expect(received).toHaveLength(1);
      expect(received).toMatchObject([{ kind: "sent-file", caption }]);
      const [file] = received;
      expect(file?.kind === "sent-file" && [...(await file.bytes())]).toEqual([...bytes]);
    });

    test("what one person does is handed on one after the other, in order", async () => {
      let busy = 0;
      let most = 0;
      whileReceiving = async () => {
        busy += 1;
        most = Math.max(most, busy);
        await new Promise((resolve) => setImmediate(resolve));
        busy -= 1;
      };
      const words = Array.from({ length: 12 }, (_, index) => `${index}`);
      await Promise.all(words.map((each) => under.does({ kind: "said", text: each })));
      expect(received.map((each) => each.kind === "said" && each.text)).toEqual(words);
      expect(most).toBe(1);
    });

    test("ids are never given twice", async () => {
      const ids = [
        await sent(text("a")),
        await under.does({ kind: "said", text: "b" }),
        await sent(text("c")),
        await under.does({ kind: "said", text: "b" }),
      ];
      expect(new Set(ids).size).toBe(4);
    });
  });
}
