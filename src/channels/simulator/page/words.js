const zh = {
  title: "报送",
  subtitle: "演练",
  skip: "跳到对话",
  language: "语言",
  people: "拿谁的手机",
  phone: "手机",
  group: "群",
  desk: "情况",
  sides: "群和情况",
  members: "{count} 人",
  round: "期次",
  whole: "全部",
  reported: "已报 {reported}/{of}",
  onTime: "按时 {count}",
  late: "迟报 {count}",
  draft: "在填 {count}",
  missing: "未动 {count}",
  tree: "单位",
  figures: "汇总表，按一个数看来源",
  trend: "各期走势",
  deliveries: "发出的消息",
  times: "{count} 处",
  undelivered: "{count} 处没送到",
  why: "来源",
  noDeliveries: "还没有发出什么",
  notOpen: "还没有期次开始",
  "is-on-time": "已报",
  "is-late": "迟报",
  "is-draft": "在填",
  "is-missing": "未动",
  clock: "时钟",
  tabs: "切换",
  find: "找单位或人",
  nobody: "没有找到“{query}”",
  change: "换一部手机",
  stranger: "陌生人",
  strangers: "不在名册上",
  write: "发消息",
  writeAs: "以“{name}”发到群里",
  send: "发送",
  attach: "发文件",
  commands: "常用命令",
  watching: "这部手机不在群里，只能看",
  empty: "还没有消息",
  emptyGroup: "截止后，汇总表发到这里",
  amend: "修改",
  amended: "已修改",
  amending: "修改这条消息",
  reply: "回复",
  cancel: "取消",
  again: "展开表单",
  latest: "看最新消息",
  unread: "{count} 条未读",
  table: "表格，可左右滚动",
  download: "下载 {name}",
  progress: "第 {done} 屏，共 {of} 屏",
  bot: "报送",
  hint: "把时钟往前拨，到点的提醒和报表会依次发出",
  pick: "另选时间",
  jump: "拨到这个时间",
  moving: "时间正在走，到点的提醒和报表会依次发出",
  arrived: "现在是{now}",
  backwards: "时间只能往前走",
  offline: "连不上服务，正在重试…",
  failed: "没有成功：{why}",
  lost: "连不上服务，请看看它是否还在运行",
  "role-liaison": "联络员",
  "role-deputy": "B岗联络员",
  "role-head": "单位负责人",
  "role-leader": "领导",
  "role-city-coordinator": "市级协调员",
  "role-coordinator": "协调员",
};

/** @type {Record<string, string>} */
const en = {
  title: "Baosong",
  subtitle: "rehearsal",
  skip: "Skip to the conversation",
  language: "Language",
  people: "Whose phone you hold",
  phone: "Phone",
  group: "Group",
  desk: "Desk",
  sides: "Group or desk",
  members: "{count} people",
  round: "Round",
  whole: "All",
  reported: "Reported {reported}/{of}",
  onTime: "On time {count}",
  late: "Late {count}",
  draft: "In progress {count}",
  missing: "Not begun {count}",
  tree: "Units",
  figures: "The table; press a figure for where it came from",
  trend: "Over the rounds",
  deliveries: "What was sent",
  times: "to {count}",
  undelivered: "{count} did not arrive",
  why: "Where from",
  noDeliveries: "Nothing was sent yet",
  notOpen: "No round has opened yet",
  "is-on-time": "Reported",
  "is-late": "Late",
  "is-draft": "In progress",
  "is-missing": "Not begun",
  clock: "Clock",
  tabs: "Views",
  find: "Find a unit or a person",
  nobody: "Nothing found for “{query}”",
  change: "Take another phone",
  stranger: "A stranger",
  strangers: "Not on the roster",
  write: "Write a message",
  writeAs: "Write to the group as {name}",
  send: "Send",
  attach: "Send a file",
  commands: "Common commands",
  watching: "This phone is not in the group: you can only read",
  empty: "No messages yet",
  emptyGroup: "The table is posted here at the deadline",
  amend: "Edit",
  amended: "edited",
  amending: "Edit this message",
  reply: "Reply",
  cancel: "Cancel",
  again: "Show the form",
  latest: "Newest message",
  unread: "{count} unread",
  table: "Table, scrolls sideways",
  download: "Download {name}",
  progress: "Screen {done} of {of}",
  bot: "Baosong",
  hint: "Move the clock forward: whatever falls due on the way is sent in turn",
  pick: "Another time",
  jump: "Move the clock there",
  moving: "Time is passing; whatever falls due on the way is sent in turn",
  arrived: "It is {now}",
  backwards: "Time moves forward only",
  offline: "The server cannot be reached; trying again…",
  failed: "That did not work: {why}",
  lost: "the server cannot be reached; see whether it is still running",
  "role-liaison": "Liaison",
  "role-deputy": "Deputy",
  "role-head": "Head of unit",
  "role-leader": "Leader",
  "role-city-coordinator": "City coordinator",
  "role-coordinator": "Coordinator",
};

/** The commands that a role has at hand, as they are sent. */
const commands = {
  "zh-CN": {
    report: "填报",
    review: "核对",
    zero: "零报告",
    status: "进度",
    summary: "汇总",
    trend: "趋势",
    help: "帮助",
  },
  en: {
    report: "/report",
    review: "/review",
    zero: "/zero",
    status: "/status",
    summary: "/summary",
    trend: "/trend",
    help: "/help",
  },
};
const reporting = ["report", "review", "zero", "status", "help"];
const overseeing = ["status", "summary", "trend", "help"];

/** @param {string} language @param {string | undefined} role @returns {string[]} */
export function commandsFor(language, role) {
  const names = role === "liaison" || role === "deputy" ? reporting : role === undefined ? ["help"] : overseeing;
  const said = commands[language === "en" ? "en" : "zh-CN"];
  return names.map((name) => said[/** @type {keyof typeof said} */ (name)]);
}

/** A sentence of the page. @param {string} language @param {string} key @param {Record<string, unknown>} [given] */
export function word(language, key, given = {}) {
  const all = language === "en" ? en : zh;
  const said = all[/** @type {keyof typeof zh} */ (key)] ?? key;
  return said.replace(/\{(\w+)\}/g, (_, name) => String(given[name] ?? ""));
}

/** The keys of both languages, for the test that holds them against each other. */
export const keys = { zh: Object.keys(zh), en: Object.keys(en) };

const days = {
  zh: ["周日", "周一", "周二", "周三", "周四", "周五", "周六"],
  en: "Sun Mon Tue Wed Thu Fri Sat".split(" "),
};
const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** The day and time of an ISO 8601 moment as its own zone reads it. @param {string} language @param {string} iso */
export function moment(language, iso) {
  const [year = 0, month = 1, day = 1] = iso.slice(0, 10).split("-").map(Number);
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  const time = iso.slice(11, 16);
  if (language === "en") return { day: `${days.en[weekday]} ${day} ${months[month - 1]}`, time, year: String(year) };
  return { day: `${month}月${day}日 ${days.zh[weekday]}`, time, year: `${year}年` };
}
