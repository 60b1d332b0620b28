import type { Desk, DeskMoment } from "../../channels/desk.ts";
import { nextPlanned, plannedRound } from "../../core/calendar/rounds.ts";
import { isoWithOffset } from "../../core/calendar/words.ts";
import { byId } from "../../core/cells.ts";
import { personKey } from "../../core/entry.ts";
import { moment } from "../../core/interview/when.ts";
import { nameIn, type Words } from "../../core/roster.ts";
import { HOUR, type Instant } from "../../core/time.ts";
import { spoken, wordingOf } from "../../wording/wording.ts";
import { readReport } from "../documents.ts";
import type { House } from "../house.ts";
import { asks } from "../place.ts";
import { overviewFor, whyFor } from "./desk-view.ts";

/** What the simulator's page may ask: who there is, how a report stands, the rehearsal clock. */
export function deskOf(
  house: House,
  moveTo: (to: Instant) => Promise<void>,
  nextDuty: () => Instant | undefined,
): Desk {
  const { people, clock } = house;
  const speaking = (language?: string) => spoken(language) ?? house.language;
  return {
    people: (language) =>
      people.roster.people.map((member) => {
        const unit = people.unit(member.unit);
        const inWords = speaking(language);
        return {
          id: member.id,
          name: nameIn(member.name, inWords),
          role: member.role,
          unit: {
            id: unit.id,
            name: nameIn(unit.name, inWords),
            department: nameIn(people.roster.departments[unit.department ?? ""] ?? "", inWords),
          },
          language: spoken(member.language) ?? house.language,
          called: [unit.name, unit.short, people.roster.departments[unit.department ?? ""] ?? ""].flatMap(everyName),
        };
      }),
    groups: (language) =>
      people.roster.groups.map(({ id, name, people: members, leadership }) => ({
        id,
        name: nameIn(name, speaking(language)),
        people: members,
        leadership,
      })),
    report: async (round, unitId) => {
      const unit = people.roster.units.find((each) => each.id === unitId);
      const running = unit && house.flows.find(({ flow }) => asks(flow, unit) && plannedRound(flow.calendar, round));
      if (!running) return undefined;
      const { status, cells, told, revision } = await readReport(house.store, running.flow.id, round, unitId);
      const narrative = Object.entries(told).flatMap(([id, answer]) =>
        answer.kind === "text" ? [[id, answer.text]] : [],
      );
      return { status, cells: byId(cells), narrative: Object.fromEntries(narrative), revision };
    },
    overview: (language, round, node) => overviewFor(house, speaking(language), round, node),
    why: (words, language) => whyFor(house, speaking(language), words),
    now: () => isoWithOffset(clock.now(), zoneOf(house)),
    moveTo,
    moments: (language) => momentsOf(house, speaking(language), nextDuty()),
    speak: async (person, language) => {
      const tag = spoken(language);
      if (!people.member(person) || !tag) return;
      const key = personKey(person);
      const at = clock.now();
      const entry = { kind: "chose-language", language: tag, id: `desk/${person}/${at}`, at, by: person } as const;
      await house.store.change([key], () => [{ key, entry }]);
    },
  };
}

function zoneOf(house: House): string {
  return house.flows[0]?.flow.calendar.zone ?? "UTC";
}

/** What a rehearsal jumps to: the next thing due, the last hour, the deadline; between rounds the next opening. */
function momentsOf(house: House, language: ReturnType<typeof wordingOf>["language"], next: Instant | undefined) {
  const [running] = house.flows;
  if (!running) return [];
  const { flow } = running;
  const now = house.clock.now();
  const round = house.rounds.newest(flow.id);
  const opening = nextPlanned(flow.calendar, now)?.opens;
  const wanted: { key: string; at: Instant | undefined }[] = [
    { key: "desk-hour-before", at: round && round.due - HOUR },
    { key: "desk-deadline", at: round?.due },
    { key: "desk-opening", at: opening },
    { key: "desk-reminder", at: next },
  ];
  const seen = new Set<Instant>();
  const moments: DeskMoment[] = [];
  for (const { key, at } of wanted) {
    if (at === undefined || at <= now || seen.has(at)) continue;
    seen.add(at);
    moments.push({ label: wordingOf(language).word(key, { at: moment(at, flow) }), at });
  }
  return moments.sort((a, b) => a.at - b.at);
}

function everyName(name: Words): readonly string[] {
  return typeof name === "string" ? [name] : Object.values(name);
}
