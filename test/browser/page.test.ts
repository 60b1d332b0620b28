import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type FakeDesk, fakeDesk } from "../channels/fakes.ts";
import { type Simulated, simulated } from "../channels/simulator/world.ts";
import { launch, watch, withoutBrowser } from "./browser.ts";
import { posting, scene } from "./scene.ts";

const wide: BrowserContextOptions = { viewport: { width: 1280, height: 820 }, locale: "zh-CN" };
const narrow: BrowserContextOptions = { viewport: { width: 390, height: 844 }, locale: "zh-CN", hasTouch: true };

describe.skipIf(withoutBrowser())("the page in a browser", () => {
  let browser: Browser;
  let pictures: string;
  let world: Simulated;
  let desk: FakeDesk;
  let page: Page;
  let faults: readonly string[];

  beforeAll(async () => {
    browser = await launch();
    pictures = await mkdtemp(join(tmpdir(), "baosong-pictures-"));
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    desk = fakeDesk();
    const play = scene((person) => desk.spoken.get(person));
    world = await simulated({ desk, answer: play.answer });
    for (const id of ["ana", "ben", "cai"]) await send(id, `open/${id}`, play.opening(id));
    desk.onMove(() => send("leadership", "posting", posting));
  });
  afterEach(async (context) => {
    const name = context.task.name.replace(/\W+/g, "-");
    await page.screenshot({ path: join(pictures, `${name}.png`) });
    await page.context().close();
    await world.wipe();
    expect(faults).toEqual([]);
  });

  async function send(id: string, key: string, blocks: typeof posting): Promise<void> {
    const to = { channel: "simulator", id };
    await world.channel.send(to, { key, to, blocks });
  }

  async function open(options: BrowserContextOptions, person = ""): Promise<void> {
    const context = await browser.newContext(options);
    page = await context.newPage();
    faults = watch(page);
    await page.goto(`${world.url}/#${person}`);
    page.setDefaultTimeout(10_000);
    await page.locator(".phone .log > li").first().waitFor();
  }

  const last = () => page.locator(".phone .message").last();
  const write = async (words: string) => {
    await page.locator(".phone .words").fill(words);
    await page.keyboard.press("Enter");
  };
  const sideways = () => page.evaluate("document.documentElement.scrollWidth - innerWidth");

  test("opens on a liaison's phone that the bot has written to, and says what time it is", async () => {
    await open(wide);
    expect(await page.locator(".phone .who").innerText()).toContain("联络员");
    expect(await page.locator(".phone .message").first().innerText()).toContain("第1期填报开始");
    expect(await page.locator("#face").innerText()).toMatch(/5月19日 周二\s+09:00/);
    expect(await page.locator(".list .count").allInnerTexts()).toEqual(["1", "1"]);
  });

  test("what is typed is said, as written, and answered below", async () => {
    await open(wide, "ana");
    await write("<b>12</b> & 2");
    await expect.poll(() => last().innerText()).toContain("没看懂“<b>12</b> & 2”");
    expect(await page.locator(".mine .text").innerText()).toBe("<b>12</b> & 2");
    expect(await page.locator(".phone .words").inputValue()).toBe("");
  });

  test("the desk shows a round beside the phone; a figure opens where it came from, and Escape goes back to it", async () => {
    await open(wide, "chief");
    await page.getByRole("button", { name: "情况" }).click();
    expect(await page.locator(".desk h2").innerText()).toBe("第1期汇总");
    expect(await page.locator(".group").isVisible()).toBe(false);
    const figure = page.getByRole("button", { name: "312" });
    await figure.focus();
    await page.keyboard.press("Enter");
    await page.locator(".desk-why").waitFor();
    expect(await page.locator(".why-lines").innerText()).toContain("f.pump.check.done = 312");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator(".desk-why").isVisible()).toBe(false);
    await expect.poll(() => page.evaluate("document.activeElement.dataset.key")).toBe("f.pump.check.done");
    await page.locator(".tree summary").click();
    await page.getByRole("button", { name: "北港" }).click();
    await expect.poll(() => page.locator(".desk select").nth(1).inputValue()).toBe("north");
  });

  test("on a narrow window the desk is one of the tabs, in either language, and nothing is cut off", async () => {
    await open({ ...narrow, colorScheme: "dark" }, "chief");
    await page.getByRole("button", { name: "English" }).click();
    await page.locator(".tabs button").nth(2).click();
    await page.locator(".desk h2").waitFor();
    expect(await page.locator(".desk").innerText()).toContain("Checked 312 pumps");
    expect(await sideways()).toBe(0);
    expect(await page.evaluate(faintest)).toBeGreaterThanOrEqual(4.5);
  });

  test("a tick is shown pressed in place and keeps the focus, the list stays one message", async () => {
    await open(wide, "ana");
    await page.getByRole("button", { name: "开始填报" }).click();
    const mask = page.getByRole("button", { name: "口罩", exact: true });
    await mask.focus();
    await page.keyboard.press("Space");
    await expect.poll(() => mask.getAttribute("aria-pressed")).toBe("true");
    await expect.poll(() => page.evaluate("document.activeElement.dataset.action")).toBe("t:mask");
    expect(await page.locator(".phone .message.bot").count()).toBe(2);
    await page.keyboard.press("Space");
    await expect.poll(() => mask.getAttribute("aria-pressed")).toBe("false");
  });

  test("a form is filled by keyboard alone: what is refused stays typed, what is taken leads to the next", async () => {
    await open(wide, "ana");
    await page.getByRole("button", { name: "开始填报" }).press("Enter");
    await page.getByRole("button", { name: "选好了 0" }).press("Enter");
    const inputs = page.locator(".current input");
    await expect.poll(() => inputs.count()).toBe(3);
    await expect.poll(() => page.evaluate("document.activeElement.name")).toBe("a");
    expect(await inputs.first().getAttribute("inputmode")).toBe("decimal");
    for (const figure of ["12", "约2", "1"]) {
      await page.keyboard.type(figure);
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    await expect.poll(() => last().innerText()).toContain("没看懂“约2”");
    expect(await inputs.nth(1).inputValue()).toBe("约2");
    await inputs.nth(1).fill("2");
    await page.keyboard.press("Enter");
    await expect.poll(() => last().innerText()).toContain("✓ 口罩 排查12 不合格2 整改1");
    await expect.poll(() => inputs.first().inputValue()).toBe("");
    await expect
      .poll(() => page.evaluate("document.activeElement.closest('.message').classList.contains('current')"))
      .toBe(true);
  });

  test("the phone changes hands by searching, with the keyboard", async () => {
    await open(wide, "ana");
    const search = page.getByRole("combobox", { name: "拿谁的手机" });
    await search.fill("南山");
    await search.press("ArrowDown");
    await search.press("Enter");
    await expect.poll(() => page.locator(".phone .who").innerText()).toContain("南山区水务局");
    expect(page.url()).toContain("#cai");
    await expect.poll(() => page.evaluate("document.activeElement.className")).toBe("words");
    await search.fill("不存在");
    expect(await page.locator(".list").innerText()).toContain("没有找到");
    await search.press("Escape");
    expect(await page.locator(".list [role=option]").count()).toBe(6);
  });

  test("a stranger's phone can be held, and is answered", async () => {
    await open(wide, "ana");
    await page.getByRole("option", { name: "陌生人" }).click();
    await expect.poll(() => page.locator(".phone .log").innerText()).toContain("还没有消息");
    await write("你好");
    await expect.poll(() => last().innerText()).toContain("你好");
  });

  test("moving the clock to the deadline brings the table and its file to the group", async () => {
    await open(wide, "chief");
    await page.getByRole("button", { name: /^截止 / }).click();
    await page.locator(".group table").waitFor();
    await expect.poll(() => page.locator("#face").innerText()).toMatch(/5月21日 周四\s+17:00/);
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator(".group .file").click()]);
    expect(download.suggestedFilename()).toBe("第1期情况表（领导小组）.xlsx");
    await page.locator(".group .words").fill("汇总");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator(".group .quoted").innerText()).toContain("汇总");
  });

  test("a time of one's own can be chosen, and a step back is refused in words", async () => {
    await open(wide, "ana");
    await page.getByText("另选时间").click();
    const when = page.locator(".other input");
    await when.fill("2020-05-18T09:00");
    await page.getByRole("button", { name: "拨到这个时间" }).click();
    await expect.poll(() => page.locator(".jumps .error").innerText()).toBe("时间只能往前走");
    await when.fill("2020-05-20T11:30");
    await page.getByRole("button", { name: "拨到这个时间" }).click();
    await expect.poll(() => page.locator("#face").innerText()).toMatch(/5月20日 周三\s+11:30/);
  });

  test("a file is sent and offered for download", async () => {
    await open(wide, "ana");
    await page
      .locator(".phone input[type=file]")
      .setInputFiles({ name: "表.xlsx", mimeType: "", buffer: Buffer.from("PK") });
    await expect.poll(() => last().innerText()).toContain("✓ 表.xlsx");
    expect(await page.locator(".mine .file-name").innerText()).toBe("表.xlsx");
  });

  test("one's own words are amended in place", async () => {
    await open(wide, "ana");
    await write("12 2");
    await page.getByRole("button", { name: "修改" }).click();
    await page.locator(".phone .words").fill("12 2 1");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator(".mine").allInnerTexts()).toEqual([expect.stringMatching(/12 2 1\s+已修改/)]);
  });

  test("a message is replied to: its line stands above the field until it is sent or dropped, and above the reply", async () => {
    await open(wide, "ana");
    const upon = page.locator(".phone .upon");
    const reply = page.locator(".phone .message").first().getByRole("button", { name: "回复" });
    await reply.click();
    expect(await upon.innerText()).toContain("第1期填报开始");
    await upon.getByRole("button", { name: "取消" }).click();
    expect(await upon.isVisible()).toBe(false);
    await reply.press("Enter");
    await expect.poll(() => page.evaluate("document.activeElement.className")).toBe("words");
    await page.keyboard.press("Escape");
    expect(await upon.isVisible()).toBe(false);
    await reply.click();
    await write("为什么是周四？");
    await expect.poll(() => page.locator(".mine .quoted").innerText()).toContain("第1期填报开始");
    expect(await upon.isVisible()).toBe(false);
    const opening = world.bot.received.at(-1);
    expect(opening).toMatchObject({ kind: "said", text: "为什么是周四？", answers: expect.any(String) });
    await write("没有引用");
    await expect.poll(() => last().innerText()).toContain("没有引用");
    expect(world.bot.received.at(-1)).not.toHaveProperty("answers");
  });

  test("on a phone the reply is a thumb away on every message, also in the group, where the bot can be mentioned", async () => {
    await open(narrow, "chief");
    await send("leadership", "posting", posting);
    await page.locator("#tabs button").nth(1).click();
    const reply = page.locator(".group .message").last().getByRole("button", { name: "回复" });
    const { width, height } = (await reply.boundingBox()) ?? { width: 0, height: 0 };
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(32);
    await reply.tap();
    expect(await page.locator(".group .upon").innerText()).toContain("第1期情况表 · 第1版");
    await page.locator(".group .words").fill("@报送 福州的口罩罚没为什么这么高？");
    await page.keyboard.press("Enter");
    await expect
      .poll(() => world.bot.received.at(-1))
      .toMatchObject({ text: "福州的口罩罚没为什么这么高？", mentioned: true, answers: expect.any(String) });
    await expect.poll(() => page.locator(".group .mine .quoted").innerText()).toContain("第1期情况表");
    expect(await sideways()).toBe(0);
  });

  test("what happens elsewhere is heard: a nag on another phone counts as unread", async () => {
    await open(wide, "ana");
    await send("ben", "nag/1", [{ kind: "text", text: "还差 3 屏" }]);
    await expect.poll(() => page.locator('[data-person="ben"] .count').innerText()).toBe("2");
    await send("ana", "nag/2", [{ kind: "text", text: "还差 2 屏" }]);
    await expect.poll(() => last().innerText()).toContain("还差 2 屏");
  });

  test("in English everything of the page is English, and the bot is told", async () => {
    await open(wide, "ana");
    await page.getByRole("button", { name: "English" }).click();
    await expect.poll(() => page.locator(".phone .who").innerText()).toMatch(/Liaison\s+North Harbour Water Board/);
    await expect.poll(() => desk.spoken.get("ana")).toBe("en");
    await page.getByRole("button", { name: "/report" }).click();
    await expect.poll(() => last().innerText()).toContain("Which supplies saw");
    const outside = page.locator("header, .jumps, .people, .foot, .watching, .title");
    expect((await outside.allInnerTexts()).join(" ")).not.toMatch(/\p{Script=Han}/u);
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
  });

  test.each([
    ["light", "zh-CN"],
    ["dark", "zh-CN"],
    ["light", "en"],
    ["dark", "en"],
  ] as const)(
    "on a phone's width, %s, %s: one thing at a time, nothing scrolls sideways",
    async (colorScheme, locale) => {
      await open({ ...narrow, colorScheme, locale }, "ana");
      const tab = (index: number) => page.locator("#tabs button").nth(index);
      await page.locator(".phone .choice").first().click();
      await page.locator(".phone .tick").first().waitFor();
      expect(await sideways()).toBe(0);
      await page.screenshot({ path: join(pictures, `narrow-${colorScheme}-${locale}-phone.png`) });
      await tab(3).click();
      await page.locator(".jumps button").nth(2).click();
      await expect.poll(() => page.locator("#face").innerText()).toContain("17:00");
      expect(await sideways()).toBe(0);
      await expect.poll(() => tab(1).locator(".count").count()).toBe(1);
      await tab(1).click();
      await page.locator(".group table").waitFor();
      expect(await sideways()).toBe(0);
      expect(await tab(1).locator(".count").count()).toBe(0);
      await page.screenshot({ path: join(pictures, `narrow-${colorScheme}-${locale}-group.png`) });
      await tab(0).click();
      await page.locator(".phone .who").click();
      await page.locator(".people .find").fill("chief");
      expect(await sideways()).toBe(0);
      await page.keyboard.press("Enter");
      await expect.poll(() => page.url()).toContain("#chief");
      const paper = await page.evaluate("getComputedStyle(document.documentElement).backgroundColor");
      expect(paper).toBe(colorScheme === "dark" ? "rgb(20, 19, 17)" : "rgb(241, 237, 228)");
    },
  );

  test.each(["light", "dark"] as const)(
    "in a wide window, %s, every word is readable against its ground",
    async (colorScheme) => {
      await open({ ...wide, colorScheme }, "chief");
      await page.getByRole("button", { name: /^截止 / }).click();
      await page.locator(".group table").waitFor();
      expect(await page.evaluate(faintest)).toBeGreaterThanOrEqual(4.5);
      expect(await sideways()).toBe(0);
    },
  );
});

/** The lowest contrast (WCAG 2.2, 1.4.3) of any text on the page against the first opaque ground behind it. */
const faintest = `(() => {
  const parse = (colour) => {
    const [r, g, b, a = 1] = colour.match(/[\\d.]+/g).map(Number);
    return colour.startsWith("color(") ? [r * 255, g * 255, b * 255, a] : [r, g, b, a];
  };
  const light = ([r, g, b]) => [r, g, b]
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  let least = 21;
  for (const element of document.querySelectorAll("body *")) {
    const words = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    if (!words || !element.checkVisibility({ opacityProperty: true }) || element.closest(".skip, .unseen, noscript")) continue;
    const [a, b] = [light(parse(getComputedStyle(element).color)), light(ground(element))].sort((x, y) => y - x);
    least = Math.min(least, (a + 0.05) / (b + 0.05));
  }
  return least;
})()`;
