import type { Choice, Outbound } from "../../src/core/message.ts";
import type { Chart, Picture, PictureOf, Return } from "../../src/exports/export.ts";
import { shown } from "../interview/talk.ts";
import { type World, world } from "../world.ts";

/** What is drawn is looked at elsewhere; here it counts what of. */
const drawing = {
  picture: async (_of: Return, { block, figures, scope, corrected = [] }: PictureOf) =>
    sketch(
      [block, figures, scope ?? [], corrected.length > 0 ? `corrected ${corrected.join(", ")}` : []].flat().join(" "),
    ),
  chart: async (chart: Chart) => sketch(`${chart.kind}: ${chart.title}`),
};

function sketch(of: string): Picture {
  return { name: `picture of ${of.trim()}`, type: "image/png", bytes: new Uint8Array(), width: 1, height: 1, alt: of };
}

export type Played = { readonly text: string; readonly longestAction: number };

/**
 * Plays a script against the whole bot and writes the talk down. Lines of a script:
 *
 *     # a remark; `# language: en` lets the house speak English
 *     @ 2020-05-21T17:00+08:00          the clock moves on
 *     + fuzhou-market 12 2 1 | 8 10 1   a unit reports for masks: screening, sampling, then perhaps a class and its six
 *     > leader-1: 汇总                   somebody says something; [按地市] presses a button of the chat's last message
 *     > leader-1 in leadership: …       in a group; `on it` replies to the chat's last message, `@bot` mentions the bot
 *     < fj-coordinator                  what that chat heard last, once more
 *
 * Everything else is what the bot answers, to other chats under their names.
 */
export async function play(script: string): Promise<Played> {
  const lines = script.split("\n").filter((line) => /^[#@+><] /.test(line));
  const english = lines.includes("# language: en");
  const it = await world({ language: english ? "en" : "zh-CN", drawing });
  try {
    const parts: string[] = [];
    let remark = false;
    for (const line of lines) {
      if (line.startsWith("# ")) {
        parts.push(remark ? line : `${parts.length > 0 ? "\n" : ""}${line}`);
        remark = true;
        continue;
      }
      remark = false;
      const before = it.sent.length;
      const chat = await act(it, line, english);
      const said = it.sent
        .slice(before)
        // Reports and the clock set the scene: what they lead to is told elsewhere.
        .filter(() => line.startsWith("> "))
        .map((message) => written(message, chat));
      if (line.startsWith("< ")) said.push(it.heard(line.slice(2)).at(-1) ?? "");
      const quiet = line.startsWith("> ") && said.length === 0 ? ["(silence)"] : said;
      parts.push(["", line, ...quiet].join("\n"));
    }
    const actions = it.sent.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === "choices" ? block.choices.map(({ action }) => action) : [])),
    );
    const longestAction = Math.max(0, ...actions.map((action) => new TextEncoder().encode(action).length));
    return { text: `${parts.join("\n").trimStart()}\n`, longestAction };
  } finally {
    await it.end();
  }
}

function written({ to, blocks, answers }: Outbound, chat: string | undefined): string {
  const where = to.id === chat ? "" : `[to ${to.id}]\n`;
  const quoted = answers !== undefined && to.id !== chat ? "(as a reply)\n" : "";
  return `${where}${quoted}${shown(blocks)}`;
}

async function act(it: World, line: string, english: boolean): Promise<string | undefined> {
  if (line.startsWith("< ")) return undefined;
  if (line.startsWith("@ ")) {
    await it.at(line.slice(2));
    return undefined;
  }
  if (line.startsWith("+ ")) {
    await report(it, line.slice(2), english);
    return undefined;
  }
  const [, person = "", group, onIt, words = ""] = /^> (\S+?)(?: in (\S+?))?( on it)?: (.*)$/.exec(line) ?? [];
  const chat = group ?? person;
  const last = it.sent.filter(({ to }) => to.id === chat).at(-1);
  const button = /^\[(.+)\]$/.exec(words)?.[1];
  if (button !== undefined) {
    await it.act(person, { kind: "pressed", action: actionOf(last, button) }, { chat });
    return chat;
  }
  const form = /^\{(.+)\}$/.exec(words)?.[1];
  const inputs = last?.blocks.find((block) => block.kind === "inputs");
  if (form !== undefined && inputs?.kind === "inputs") {
    const fields = { [inputs.inputs[0]?.name ?? ""]: form };
    await it.act(person, { kind: "pressed", action: inputs.action, fields }, { chat });
    return chat;
  }
  const mentioned = words.startsWith("@bot ");
  const text = mentioned ? words.slice(5) : words;
  const quoted = onIt && last ? { answers: it.idOf(last) } : {};
  await it.act(person, { kind: "said", text, ...quoted, ...(mentioned ? { mentioned } : {}) }, { chat });
  return chat;
}

function actionOf(message: Outbound | undefined, label: string): string {
  const choices: readonly Choice<string>[] = (message?.blocks ?? []).flatMap((block) =>
    block.kind === "choices" ? block.choices : [],
  );
  const choice = choices.find((each) => each.label.startsWith(label));
  if (!choice) throw new Error(`no button ${label} among ${choices.map((each) => each.label)}`);
  return choice.action;
}

/** Reports masks alone: screening, sampling, and perhaps a class with its six figures. */
async function report(it: World, line: string, english: boolean): Promise<void> {
  const [unit = "", ...rest] = line.split(" ");
  const [screening = "", sampling = "", named = ""] = rest.join(" ").split(" | ");
  const liaison = `${unit}-liaison`;
  await it.say(liaison, "/report");
  await it.say(liaison, "mask");
  await it.say(liaison, screening);
  await it.say(liaison, sampling);
  if (named === "") await it.say(liaison, english ? "none" : "都没有");
  else {
    const [, word = "", figures = ""] = /^(\D+) (.+)$/.exec(named) ?? [];
    await it.say(liaison, word);
    await it.say(liaison, figures);
  }
  await it.say(liaison, "已检查。");
  for (let turn = 0; turn < 4; turn += 1) {
    const last = it.heard(liaison).at(-1) ?? "";
    if (/已报送|^Sent/m.test(last)) return;
    // A report that comes late says why.
    const why = /原因|reason/.test(last) ? (english ? "checked the figures" : "核对数据") : undefined;
    const skip = english ? "skip" : "跳过";
    await it.say(liaison, why ?? (/\[报送|\[Send/.test(last) ? "/submit" : skip));
    if (/确认|是否/.test(it.heard(liaison).at(-1) ?? "")) await it.say(liaison, "是");
  }
  throw new Error(`${unit} could not report: ${it.heard(liaison).at(-1)}`);
}
