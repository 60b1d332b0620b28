import type { Api } from "grammy";
import type { Address } from "../../core/message.ts";
import type { Finding } from "../channel.ts";
import { channelName } from "./decode.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";

/** Whether the token works, what the bot may do, who else gets its messages, and how it stands in its groups. */
export async function examine(
  api: Api,
  webhook: string | undefined,
  groups: readonly Address[],
): Promise<readonly Finding[]> {
  const me = await outcomeOf(() => api.getMe());
  if (me.kind !== "done") return [unreachable(me)];
  const { id, username, can_join_groups: joins, can_read_all_group_messages: readsAll } = me.value;
  const findings: Finding[] = [
    { level: "ok", what: `the token is that of @${username}; people find it at t.me/${username}` },
  ];
  findings.push(
    joins
      ? { level: "ok", what: "it may be added to groups" }
      : { level: "error", what: "it may not be added to groups", todo: "@BotFather, /setjoingroups, Enable" },
    {
      level: "ok",
      what: readsAll
        ? "privacy mode is off: it is given all that is said in its groups; commands and replies are enough (@BotFather, /setprivacy, Enable)"
        : "privacy mode is on: in groups it is given commands and replies alone, which is enough",
    },
  );
  findings.push(...(await wayIn(api, webhook)));
  for (const group of groups.filter(({ channel }) => channel === channelName))
    findings.push(await standing(api, group.id, id));
  return findings;
}

function unreachable(outcome: Exclude<Outcome<unknown>, { kind: "done" }>): Finding {
  if (outcome.kind === "retry" && outcome.after >= 60_000)
    return {
      level: "error",
      what: "Telegram does not know the token",
      todo: "copy TELEGRAM_BOT_TOKEN anew from @BotFather (/mybots, API Token); with TELEGRAM_API_ROOT, check that address",
    };
  return {
    level: "error",
    what: "Telegram cannot be reached",
    todo: "check the network, the proxy and TELEGRAM_API_ROOT",
  };
}

/** How messages come in: asked for, or by a webhook, and whether what Telegram has noted down agrees. */
async function wayIn(api: Api, webhook: string | undefined): Promise<readonly Finding[]> {
  const info = await outcomeOf(() => api.getWebhookInfo());
  if (info.kind !== "done")
    return [
      { level: "warning", what: "Telegram does not say whether a webhook is set", todo: "ask again in a minute" },
    ];
  const { url = "", last_error_message: failed, pending_update_count: pending } = info.value;
  const waits = pending > 0 ? `, ${pending} wait` : "";
  if (webhook === undefined)
    return url === ""
      ? [{ level: "ok", what: `the bot asks for its messages${waits}` }]
      : [
          {
            level: "warning",
            what: `messages go to a webhook (${new URL(url).host})${waits}`,
            todo: "another program uses this token: stop it, or make a bot of its own for it; when this bot starts, it takes the webhook off",
          },
        ];
  if (url !== webhook)
    return [
      {
        level: "warning",
        what: url === "" ? "no webhook is set yet" : `the webhook is set to ${new URL(url).host}, not to PUBLIC_URL`,
        todo: "start the bot: it sets the webhook; if it runs already, another program uses this token",
      },
    ];
  if (failed !== undefined)
    return [
      {
        level: "warning",
        what: `Telegram's last call to the webhook failed: ${failed}${waits}`,
        todo: "check that PUBLIC_URL leads to this bot from outside, with a certificate that is valid",
      },
    ];
  return [{ level: "ok", what: `Telegram calls the webhook${waits}` }];
}

async function standing(api: Api, group: string, bot: number): Promise<Finding> {
  const member = await outcomeOf(() => api.getChatMember(group, bot));
  const named = `group ${group}`;
  if (member.kind === "moved")
    return { level: "warning", what: `${named} is now ${member.to}`, todo: `write ${member.to} for it in the roster` };
  if (member.kind !== "done")
    return {
      level: "error",
      what: `${named} is not to be found`,
      todo: "add the bot to the group, and write the group's id in the roster",
    };
  const { value } = member;
  switch (value.status) {
    case "left":
    case "kicked":
      return { level: "error", what: `the bot is not in ${named}`, todo: "add it to the group again" };
    case "restricted":
      return value.can_send_messages && value.can_send_documents
        ? { level: "ok", what: `it may post and send files in ${named}` }
        : {
            level: "error",
            what: `the bot may not post or send files in ${named}`,
            todo: "let an administrator of the group allow it",
          };
    default:
      return { level: "ok", what: `it is in ${named}` };
  }
}
