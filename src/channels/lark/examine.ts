import type { Finding } from "../channel.ts";
import type { Client } from "./client.ts";
import { wanted } from "./event.ts";
import { ofAnswer, ofFailure, type Verdict } from "./verdict.ts";

/** What the bot needs of the app's permissions, in the words of the developer console. */
const needed: readonly (readonly [string, string])[] = [
  ["im:message:send_as_bot", "以应用的身份发消息 (send messages as an app)"],
  ["im:message.p2p_msg:readonly", "读取用户发给机器人的单聊消息 (read private messages to the bot)"],
  ["im:message.group_at_msg:readonly", "接收群聊中@机器人消息事件 (group messages that mention the bot)"],
  ["im:resource", "获取与上传图片或文件资源 (pictures and files)"],
];
/** What it does without, and what it cannot do then. */
const useful: readonly (readonly [string, string])[] = [
  ["im:chat.access_event.bot_p2p_chat:read", "订阅用户进入机器人单聊事件; without it nobody is welcomed"],
  ["im:message.urgent", "发送应用内加急消息; without it no reminder can be urgent"],
  ["contact:user.base:readonly", "获取用户基本信息; without it people join by invite code alone"],
  ["contact:user.employee_id:readonly", "获取用户 user ID; without it nobody is known by their staff number"],
  ["contact:user.phone:readonly", "获取用户手机号; without it nobody is known by their mobile"],
  ["contact:user.email:readonly", "获取用户邮箱信息; without it nobody is known by their e-mail address"],
];

const publish = "then 版本管理与发布 > 创建版本 (create and publish a version): nothing holds before";

/** Examines credentials, permissions, events and callbacks as far as the platform tells. */
export async function examine(client: Client, webhook: string | undefined): Promise<readonly Finding[]> {
  const info = await asked(() => client.api.request({ method: "GET", url: "/open-apis/bot/v3/info" }));
  if (info.verdict.kind !== "done") return [credentials(info.verdict, client.domain)];
  return [
    { level: "ok", what: `the app's credentials are accepted by ${client.domain} and its bot is switched on` },
    ...(await scopes(client)),
    ...(await subscriptions(client, webhook)),
  ];
}

function credentials(verdict: Verdict, domain: string): Finding {
  const code = "code" in verdict ? verdict.code : undefined;
  switch (code) {
    case 10003:
    case 10014:
    case 10015:
      return {
        level: "error",
        what: `the App ID or App Secret is not accepted by ${domain} (${code})`,
        todo: "copy both anew from 凭证与基础信息 (Credentials & Basic Info); LARK_DOMAIN must be the one that the app was made on",
      };
    case 11205:
      return {
        level: "error",
        what: "the app has no bot",
        todo: `添加应用能力 > 机器人 (Add Features > Bot), ${publish}`,
      };
    case undefined:
      return {
        level: "error",
        what: `${domain} does not answer`,
        todo: "see whether this machine reaches it; LARK_DOMAIN names it",
      };
    default:
      return {
        level: "error",
        what: `${domain} refuses the app (${code})`,
        todo: "look the code up on the open platform",
      };
  }
}

async function scopes(client: Client): Promise<readonly Finding[]> {
  const { verdict, answer } = await asked(() => client.api.application.v6.scope.list());
  if (verdict.kind !== "done" || !answer)
    return [
      {
        level: "warning",
        what: "the platform does not tell which permissions the app has",
        todo: "compare 权限管理 (Permissions & Scopes) with the list in README.zh-CN.md",
      },
    ];
  const granted = new Set(
    answer.data?.scopes?.filter((each) => each.grant_status === 1).map((each) => each.scope_name),
  );
  // im:message holds what its parts hold.
  const has = (scope: string) =>
    granted.has(scope) ||
    (scope.startsWith("im:message") && scope !== "im:message.urgent" && granted.has("im:message"));
  const missing = (level: "error" | "warning", list: typeof needed) =>
    list
      .filter(([scope]) => !has(scope))
      .map(
        ([scope, meaning]): Finding => ({
          level,
          what: `the permission ${scope} is missing`,
          todo: `权限管理 > 开通权限 (Permissions & Scopes): ${scope}, ${meaning}; ${publish}`,
        }),
      );
  const found = [...missing("error", needed), ...missing("warning", useful)];
  return found.length > 0 ? found : [{ level: "ok", what: "every permission that the bot can use is granted" }];
}

async function subscriptions(client: Client, webhook: string | undefined): Promise<readonly Finding[]> {
  const { verdict, answer } = await asked(() =>
    client.api.application.v6.application.get({ path: { app_id: client.app.id }, params: { lang: "zh_cn" } }),
  );
  const app = answer?.data?.app;
  if (verdict.kind !== "done" || !app?.event)
    return [
      {
        level: "warning",
        what: "the platform does not tell which events and callbacks are subscribed to",
        todo: `事件与回调 (Events & Callbacks): ${Object.values(wanted).join(", ")}; or grant application:application:self_manage and ask again`,
      },
    ];
  const findings: Finding[] = [];
  const by = webhook === undefined ? "使用长连接接收 (persistent connection)" : `将事件发送至开发者服务器 ${webhook}`;
  const events = new Set(app.event.subscribed_events);
  const { message, action, disbanded, ...others } = wanted;
  if (!events.has(message))
    findings.push({
      level: "error",
      what: `the event ${message} is not subscribed to: the bot hears nobody`,
      todo: `事件与回调 > 事件配置 (Event Configuration): ${by}, 添加事件 ${message}; ${publish}`,
    });
  for (const event of Object.values(others))
    if (!events.has(event))
      findings.push({
        level: "warning",
        what: `the event ${event} is not subscribed to`,
        todo: `事件与回调 > 事件配置 (Event Configuration): 添加事件 ${event}; ${publish}`,
      });
  if (!app.callback_info?.subscribed_callbacks?.includes(action))
    findings.push({
      level: "error",
      what: `the callback ${action} is not subscribed to: the buttons of cards do nothing (200340)`,
      todo: `事件与回调 > 回调配置 (Callback Configuration): ${by}, 添加回调 ${action}; ${publish}`,
    });
  return findings.length > 0 ? findings : [{ level: "ok", what: "the events and the card callback are subscribed to" }];
}

async function asked<T>(call: () => Promise<T>): Promise<{ readonly verdict: Verdict; readonly answer?: T }> {
  try {
    const answer = await call();
    return { verdict: ofAnswer(answer), answer };
  } catch (cause) {
    return { verdict: ofFailure(cause) };
  }
}
