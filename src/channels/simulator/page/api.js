/** What the server refused, in its own sentence; `lost` where it could not be reached. */
export class ApiError extends Error {
  /** @param {string} message @param {boolean} lost */
  constructor(message, lost = false) {
    super(message);
    this.lost = lost;
  }
}

/** @param {string} path @param {RequestInit} [init] */
async function ask(path, init) {
  const response = await fetch(path, init).catch(() => {
    throw new ApiError("lost", true);
  });
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new ApiError(body.error ?? response.statusText);
  return body;
}

/** @param {string} path @param {unknown} body */
const post = (path, body) =>
  ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

const person = (/** @type {string} */ id) => `/api/people/${encodeURIComponent(id)}`;

export const api = {
  people: (/** @type {string} */ language) => ask(`/api/people?language=${language}`),
  chats: (/** @type {string} */ language) => ask(`/api/chats?language=${language}`),
  messages: (/** @type {string} */ chat) => ask(`/api/chats/${encodeURIComponent(chat)}/messages`),
  moments: (/** @type {string} */ language) => ask(`/api/moments?language=${language}`),
  desk: (/** @type {string} */ language, /** @type {string} */ round, /** @type {string} */ node) =>
    ask(`/api/desk?${new URLSearchParams({ language, round, node })}`),
  why: (/** @type {string} */ language, /** @type {string} */ words) =>
    ask(`/api/desk/why?${new URLSearchParams({ language, words })}`),
  clock: () => ask("/api/clock"),
  moveTo: (/** @type {string} */ now) => post("/api/clock", { now }),
  say: (
    /** @type {string} */ id,
    /** @type {string} */ text,
    /** @type {string} */ chat,
    /** @type {string | undefined} */ replyTo,
  ) => post(`${person(id)}/say`, { text, chat, replyTo }),
  amend: (/** @type {string} */ id, /** @type {string} */ message, /** @type {string} */ text) =>
    post(`${person(id)}/amend`, { message, text }),
  press: (
    /** @type {string} */ id,
    /** @type {string} */ message,
    /** @type {string} */ action,
    /** @type {Record<string, string> | undefined} */ fields,
  ) => post(`${person(id)}/press`, { message, action, fields }),
  file: (
    /** @type {string} */ id,
    /** @type {File} */ file,
    /** @type {string} */ words,
    /** @type {string} */ chat,
    /** @type {string | undefined} */ replyTo,
  ) => {
    const form = new FormData();
    form.append("file", file);
    if (words !== "") form.append("text", words);
    form.append("chat", chat);
    if (replyTo !== undefined) form.append("replyTo", replyTo);
    return ask(`${person(id)}/file`, { method: "POST", body: form });
  },
  speak: (/** @type {string} */ id, /** @type {string} */ language) => post(`${person(id)}/language`, { language }),
};

/**
 * Listens to what happens; the browser itself connects again when the line is lost.
 *
 * @param {{message(data: any): void, clock(data: any): void, up(): void, down(): void}} to
 */
export function listen(to) {
  const source = new EventSource("/api/events");
  source.addEventListener("message", (event) => to.message(JSON.parse(event.data)));
  source.addEventListener("clock", (event) => to.clock(JSON.parse(event.data)));
  source.addEventListener("open", () => to.up());
  source.addEventListener("error", () => {
    to.down();
    // A server that answers with an error ends the browser's own tries.
    if (source.readyState === EventSource.CLOSED) setTimeout(() => listen(to), 2000);
  });
  addEventListener("pagehide", () => source.close());
}
