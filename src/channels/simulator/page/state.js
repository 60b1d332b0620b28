import { word } from "./words.js";

/** The person who is held where nobody on the roster is. */
export const STRANGER = "stranger";

const stored = {
  /** @param {string} name */
  get: (name) => {
    try {
      return JSON.parse(localStorage.getItem(`baosong.${name}`) ?? "null");
    } catch {
      return null;
    }
  },
  /** @param {string} name @param {unknown} value */
  set: (name, value) => {
    try {
      localStorage.setItem(`baosong.${name}`, JSON.stringify(value));
    } catch {
      // A browser that keeps nothing still shows everything.
    }
  },
};

/** What the page knows. */
export const state = {
  /** @type {string} */
  language: stored.get("language") ?? (navigator.language.startsWith("zh") ? "zh-CN" : "en"),
  /** @type {any[]} */
  people: [],
  /** @type {any[]} */
  chats: [],
  /** The person whose phone is held. */
  me: "",
  /** The group that is shown. */
  group: "",
  now: "",
  moving: false,
  /** How much of what the bot has said in a chat was seen, by chat. @type {Record<string, number>} */
  seen: stored.get("seen") ?? {},
};

/** A word in the page's language. @param {string} key @param {Record<string, unknown>} [given] */
export const t = (key, given) => word(state.language, key, given);

/** @param {string} language */
export function chooseLanguage(language) {
  state.language = language;
  stored.set("language", language);
}

/** @param {string} id */
export const personOf = (id) => state.people.find((person) => person.id === id);

/** @param {string} id */
export const chatOf = (id) => state.chats.find((chat) => chat.id === id);

/** How anybody is called on the page. @param {string} id */
export function nameOf(id) {
  if (id === "bot") return t("bot");
  return personOf(id)?.name ?? (id === STRANGER ? t("stranger") : id);
}

/** @param {string} chat */
export function unread(chat) {
  const told = chatOf(chat)?.told ?? 0;
  // A fresh data folder begins again at nothing, whatever this browser has seen before.
  return told - Math.min(state.seen[chat] ?? 0, told);
}

/** @param {string} chat */
export function markSeen(chat) {
  const told = chatOf(chat)?.told ?? 0;
  if (state.seen[chat] === told) return;
  state.seen[chat] = told;
  stored.set("seen", state.seen);
}
