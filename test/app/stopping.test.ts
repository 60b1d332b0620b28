import { afterEach, expect, test } from "vitest";
import { type World, world } from "../world.ts";

let it: World;
afterEach(() => it.end());

const liaison = "fuzhou-commerce-liaison";

test("what a platform gives until its channel takes nothing more is kept and answered, and what comes later is refused", async () => {
  const answers: string[] = [];
  it = await world({
    channel: {
      stopTaking: async () => {
        answers.push(await it.say(liaison, "填报"));
      },
    },
  });
  await it.bot.stop();
  expect(answers).toEqual([expect.stringContaining("第1期")]);
  await expect(it.say(liaison, "填报")).rejects.toThrow("the bot is stopping");
});

test("reminders that are still going out hold up nobody: the channel takes nothing more from the beginning", async () => {
  let taking = true;
  const stopTaking = async () => {
    taking = false;
  };
  let release = () => {};
  const sending = new Promise<void>((resolve) => {
    release = resolve;
  });
  it = await world({ channel: { stopTaking } });
  it.answerWith(async () => {
    await sending;
    return { kind: "sent", id: "late" };
  });
  const ticking = it.bot.tick();
  const stopping = it.bot.stop();
  while (taking) await new Promise((resolve) => setTimeout(resolve, 5));
  release();
  await Promise.all([ticking, stopping]);
  expect(it.sent.length).toBeGreaterThan(0);
});
