import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCampaign } from "../../src/campaign.ts";
import { watchCampaign } from "../../src/campaign-watch.ts";
import { readSettings } from "../../src/settings.ts";
import { type World, world } from "../world.ts";

/** A bot that watches copies of the shipped flows and roster, to be edited while it runs. */
export type EditedCampaign = {
  readonly it: World;
  readonly folder: string;
  readonly flows: string;
  readonly roster: string;
  end(): Promise<void>;
};

/** Copies the files, starts the bot on them and has them watched; `end` stops both and removes the copies. */
export async function editedCampaign(): Promise<EditedCampaign> {
  const folder = await mkdtemp(join(tmpdir(), "baosong-campaign-"));
  const flows = join(folder, "flows");
  const roster = join(folder, "roster.yaml");
  await cp(new URL("../../flows", import.meta.url), flows, { recursive: true });
  await cp(new URL("../../data/example/roster.yaml", import.meta.url), roster);
  const settings = readSettings({ BAOSONG_FLOWS: flows, BAOSONG_ROSTER: roster });
  const it = await world(readCampaign(settings));
  const stop = watchCampaign(settings, it.bot.house);
  const end = async () => {
    await stop();
    await it.end();
    await rm(folder, { recursive: true, force: true });
  };
  return { it, folder, flows, roster, end };
}
