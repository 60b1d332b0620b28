import { api, listen } from "./api.js";
import { openChat } from "./chat.js";
import { drawFace, drawJumps } from "./clock.js";
import { deskOf } from "./desk.js";
import { byId, h } from "./dom.js";
import { peopleList } from "./people.js";
import { chatOf, chooseLanguage, markSeen, personOf, STRANGER, state, t } from "./state.js";
import { drawTabs } from "./tabs.js";
import { groupTitle, phoneTitle } from "./titles.js";

const phone = byId("phone");
const group = byId("group");
const offline = byId("offline");
const desk = deskOf(byId("desk"));
/** @type {any} */
let mine;
/** @type {any} */
let ours;

const people = peopleList(byId("people"), {
  pick: (id) => {
    document.body.classList.remove("picking");
    void hold(id).then(() => mine.focus());
  },
  close: () => {
    document.body.classList.remove("picking");
    phone.querySelector(".who")?.focus();
  },
});

/** Takes somebody's phone. @param {string} id */
async function hold(id) {
  state.me = id;
  history.replaceState(null, "", `#${encodeURIComponent(id)}`);
  const person = personOf(id);
  if (person && person.language !== state.language) {
    person.language = state.language;
    await api.speak(id, state.language);
  }
  await draw();
}

async function draw() {
  const [left, right] = [
    openChat(phone, state.me, phoneTitle(toggle)),
    openChat(group, state.group, groupTitle(showGroup)),
  ];
  mine = left;
  ours = right;
  const [own, others] = await Promise.all([messagesOf(left.id), messagesOf(right.id)]);
  left.show(own);
  right.show(others);
  seen();
  people.showHeld();
}

function toggle() {
  if (document.body.classList.toggle("picking")) people.focus();
}

/** @param {string} id */
function showGroup(id) {
  state.group = id;
  return draw();
}

/** A stranger has no chat until they write. @param {string} chat */
const messagesOf = async (chat) => (chatOf(chat) ? api.messages(chat) : []);

/** What is on screen counts as read. */
function seen() {
  const tab = document.body.dataset.tab;
  const wide = matchMedia("(min-width: 720px)").matches;
  if (wide || tab === "phone") markSeen(state.me);
  if (wide ? document.body.dataset.side === "group" : tab === "group") markSeen(state.group);
  people.draw();
  drawTabs(seen);
  if (wide ? document.body.dataset.side === "desk" : tab === "desk") desk.show();
}

function drawWords() {
  document.documentElement.lang = state.language;
  desk.stale();
  document.title = `${t("title")} · ${t("subtitle")}`;
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = t(element.dataset.word);
  for (const element of document.querySelectorAll("[data-label]"))
    element.setAttribute("aria-label", t(element.dataset.label));
  offline.textContent = t("offline");
  byId("languages").replaceChildren(
    ...[
      ["zh-CN", "中文"],
      ["en", "English"],
    ].map(([language, name]) =>
      h(
        "button",
        {
          type: "button",
          lang: language,
          "aria-pressed": String(language === state.language),
          on: { click: () => speak(language) },
        },
        name,
      ),
    ),
  );
}

/** @param {string} language */
async function speak(language) {
  chooseLanguage(language);
  drawWords();
  byId("languages").querySelector("[aria-pressed=true]")?.focus();
  await refresh();
}

/** Reads everything anew, in the language chosen. */
async function refresh() {
  const [everybody, chats, { now }] = await Promise.all([
    api.people(state.language),
    api.chats(state.language),
    api.clock(),
  ]);
  Object.assign(state, { people: everybody, chats, now });
  state.group ||=
    (
      chats.find((/** @type {any} */ chat) => chat.leadership) ??
      chats.find((/** @type {any} */ chat) => chat.kind === "group")
    )?.id ?? "";
  drawFace();
  await drawJumps();
  await hold(state.me || wanted());
}

/** Whose phone is held first: the one that the address names, else a liaison whom the bot has written to. */
function wanted() {
  const named = decodeURIComponent(location.hash.slice(1));
  if (named === STRANGER || personOf(named)) return named;
  const liaisons = state.people.filter(({ role }) => role === "liaison");
  const told = liaisons.find(({ id }) => (chatOf(id)?.told ?? 0) > 0);
  return (told ?? liaisons[0] ?? state.people[0])?.id ?? STRANGER;
}

/** @param {{chat: string, message: any, edited: boolean}} event */
function heard({ chat, message, edited }) {
  const known = chatOf(chat);
  if (!known) state.chats.push({ id: chat, kind: "person", name: chat, people: [chat], leadership: false, told: 0 });
  const entry = chatOf(chat);
  if (!edited && message.from === "bot") entry.told += 1;
  if (chat === mine?.id) mine.put(message);
  if (chat === ours?.id) ours.put(message);
  desk.stale();
  seen();
}

addEventListener("side", () => seen());
addEventListener("hashchange", () => {
  const named = decodeURIComponent(location.hash.slice(1));
  if (named !== state.me && (named === STRANGER || personOf(named))) void hold(named);
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !document.body.classList.contains("picking")) return;
  document.body.classList.remove("picking");
  phone.querySelector(".who")?.focus();
});

drawWords();
listen({
  message: (event) => mine && heard(event),
  clock: ({ now, moving }) => {
    const stopped = state.moving && !moving;
    Object.assign(state, { now, moving });
    drawFace();
    if (stopped && mine) void drawJumps();
    if (stopped) desk.stale();
  },
  up: () => {
    offline.hidden = true;
    void refresh();
  },
  down: () => {
    offline.hidden = false;
  },
});
