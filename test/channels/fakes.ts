import type { Channel, Host, Received } from "../../src/channels/channel.ts";
import type { Desk, DeskOverview, DeskPerson } from "../../src/channels/desk.ts";
import { isoWithOffset } from "../../src/core/calendar/words.ts";
import type { Block, Inbound } from "../../src/core/message.ts";
import type { Instant } from "../../src/core/time.ts";

export const tuesday: Instant = Date.UTC(2020, 4, 19, 1, 0);

type Named = { readonly zh: string; readonly en: string };
const units: Readonly<Record<string, Named & { readonly department: Named }>> = {
  north: { zh: "北港区水务局", en: "North Harbour Water Board", department: { zh: "水务", en: "Water" } },
  south: { zh: "南山区水务局", en: "South Hill Water Board", department: { zh: "水务", en: "Water" } },
  head: { zh: "省水务厅", en: "Provincial Water Office", department: { zh: "水务", en: "Water" } },
};
type Cast = { readonly id: string; readonly role: DeskPerson["role"]; readonly unit: string } & Named;
const cast: readonly Cast[] = [
  { id: "chief", role: "leader", unit: "head", zh: "省水务厅厅长", en: "Head of the Provincial Water Office" },
  { id: "keeper", role: "coordinator", unit: "head", zh: "省水务厅协调员", en: "Provincial Water Office, coordinator" },
  { id: "ana", role: "liaison", unit: "north", zh: "北港区水务局联络员", en: "North Harbour Water Board, liaison" },
  {
    id: "ben",
    role: "deputy",
    unit: "north",
    zh: "北港区水务局B岗联络员",
    en: "North Harbour Water Board, deputy liaison",
  },
  { id: "cai", role: "liaison", unit: "south", zh: "南山区水务局联络员", en: "South Hill Water Board, liaison" },
];

export type FakeDesk = Desk & {
  readonly instant: () => Instant;
  readonly spoken: ReadonlyMap<string, string>;
  /** What happens while the clock passes an instant. */
  onMove(act: (to: Instant) => Promise<void>): void;
};

/** A desk of a small made-up office whose clock stands still until it is moved. */
export function fakeDesk(): FakeDesk {
  let now = tuesday;
  let moving: (to: Instant) => Promise<void> = async () => {};
  const spoken = new Map<string, string>();
  const inWords = (named: Named, language?: string) => (language === "en" ? named.en : named.zh);
  return {
    instant: () => now,
    spoken,
    onMove: (act) => {
      moving = act;
    },
    people: (language) =>
      cast.map(({ id, role, unit, ...named }) => {
        const { department, ...name } = units[unit] ?? { zh: unit, en: unit, department: { zh: "", en: "" } };
        return {
          id,
          role,
          name: inWords(named, language),
          unit: { id: unit, name: inWords(name, language), department: inWords(department, language) },
          language: "zh-CN",
          called: [],
        };
      }),
    groups: (language) => [
      {
        id: "leadership",
        name: inWords({ zh: "领导小组", en: "Leadership group" }, language),
        people: ["chief", "keeper"],
        leadership: true,
      },
    ],
    report: async (round, unit) =>
      round === "2020-05-21" && unit === "north"
        ? { status: "draft", cells: { "pump.check.done": 12, "pump.check.failed": "n/a" }, narrative: {}, revision: 2 }
        : undefined,
    overview: async (language, _round, node) => overviewIn(language, node),
    why: async (words) => [
      { kind: "heading", text: `${words} = 312` },
      { kind: "text", text: "北港区水务局 98" },
    ],
    now: () => isoWithOffset(now, "Asia/Shanghai"),
    moveTo: async (to) => {
      if (to < now) throw new RangeError("the clock moves forward only");
      await moving(to);
      now = to;
    },
    moments: (language) =>
      [
        {
          label: inWords({ zh: "下一次提醒 5月20日 10:00", en: "Next reminder, Wed 20/5 10:00" }, language),
          at: tuesday + 25 * 3_600_000,
        },
        {
          label: inWords(
            { zh: "截止前一小时 5月21日 16:00", en: "One hour before the deadline, Thu 21/5 16:00" },
            language,
          ),
          at: tuesday + 55 * 3_600_000,
        },
        {
          label: inWords({ zh: "截止 5月21日 17:00", en: "Deadline, Thu 21/5 17:00" }, language),
          at: tuesday + 56 * 3_600_000,
        },
      ].filter(({ at }) => at > now),
    speak: async (person, language) => {
      spoken.set(person, language);
    },
  };
}

export type FakeHost = Host & { readonly received: readonly Inbound[]; readonly atOnce: () => number };

/** A bot in place of the app: keeps what it is told, and answers with what `answer` gives, one message for each. */
export function fakeHost(
  channel: () => Channel,
  now: () => Instant,
  answer: (inbound: Inbound) => readonly Block<string>[] | { readonly inPlace: readonly Block<string>[] } | undefined,
): FakeHost {
  const received: Inbound[] = [];
  let busy = 0;
  let most = 0;
  return {
    received,
    atOnce: () => most,
    now,
    receive: async (inbound): Promise<Received> => {
      busy += 1;
      most = Math.max(most, busy);
      received.push(inbound);
      await new Promise((resolve) => setImmediate(resolve));
      busy -= 1;
      const said = answer(inbound);
      const replied = (async () => {
        if (!said) return;
        const blocks = "inPlace" in said ? said.inPlace : said;
        const on = inbound.kind === "pressed" ? inbound.on : undefined;
        await channel().send(inbound.chat, {
          key: `${inbound.chat.id}/${inbound.id}/reply/0`,
          to: inbound.chat,
          blocks,
          ...("inPlace" in said && on !== undefined ? { replaces: on } : {}),
          ...(inbound.chat.id === inbound.from.id ? {} : { answers: inbound.id }),
        });
      })();
      return { replied };
    },
  };
}

/** A round of two units, with a figure that leads somewhere. */
function overviewIn(language: string | undefined, node = ""): DeskOverview {
  const english = language === "en";
  return {
    rounds: [{ id: "2020-05-21", label: english ? "Round 1" : "第1期" }],
    round: "2020-05-21",
    node,
    heading: english ? "Round 1" : "第1期汇总",
    sentences: [english ? "Checked 312 pumps" : "检查水泵 312 台"],
    counts: { of: 2, onTime: 1, late: 0, draft: 1 },
    tree: [
      { id: "coast", name: english ? "Coast" : "沿海", depth: 0, of: 2, reported: 1, late: 0, draft: 1 },
      {
        id: "north",
        name: english ? "North Harbour" : "北港",
        depth: 1,
        of: 1,
        reported: 1,
        late: 0,
        draft: 0,
        standing: "on-time",
      },
      {
        id: "south",
        name: english ? "South Hill" : "南山",
        depth: 1,
        of: 1,
        reported: 0,
        late: 0,
        draft: 1,
        standing: "draft",
      },
    ],
    tables: [
      {
        caption: english ? "Checks" : "检查",
        head: english ? ["Item", "Done"] : ["项目", "已查"],
        rows: [{ name: english ? "Pumps" : "水泵", cells: [{ text: "312", why: "f.pump.check.done" }] }],
      },
    ],
    courses: [
      {
        name: english ? "Done" : "已查",
        unit: english ? "pumps" : "台",
        points: [
          { round: "1", open: false, value: 200, text: "200" },
          { round: "2", open: true, value: 312, text: "312" },
        ],
      },
    ],
    deliveries: [{ at: "2020-05-19T09:00:00+08:00", what: english ? "Opening" : "开始通知", count: 2 }],
    undelivered: 0,
  };
}
