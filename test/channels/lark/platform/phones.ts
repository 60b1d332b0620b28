import { z } from "zod";
import { checkCard } from "./card-check.ts";
import type { Answer, Delivery } from "./delivery.ts";
import type { Message, State } from "./state.ts";
import { readCard } from "./view.ts";

/** The answer to a press as the phone takes it. */
export type Pressed = {
  readonly answered: boolean;
  readonly toast?: { readonly type: string; readonly content: string } | undefined;
  /** Whether the answer brought a new card. */
  readonly renewed: boolean;
  /** How long the bot took, in milliseconds. */
  readonly took: number;
  /** Why the phone could not take the answer. */
  readonly wrong?: string;
};

/** What a card's form was filled with, by name. */
export type Form = Readonly<Record<string, string | readonly string[]>>;
export type Act = { readonly id: string; readonly taken: Promise<boolean> };

/** What people do on their phones, and what comes of it. */
export type Phones = {
  /** How long each callback that was answered took, in milliseconds. */
  readonly callbacks: readonly number[];
  /** Events that are not acknowledged yet. */
  readonly underWay: () => number;
  /** Every event resolves to the message's or event's id and a promise of its acknowledgement. */
  says(from: string, text: string, where?: { chat?: string; mention?: boolean; parent?: string; type?: string }): Act;
  sendsFile(from: string, name: string, bytes: Uint8Array, kind?: "file" | "image"): Act;
  /** A rich text with pictures, said or in reply to a message. */
  sendsPost(from: string, words: string, pictures: readonly Uint8Array[], where?: { parent?: string }): Act;
  presses(from: string, message: string, label: string, form?: Form): Promise<Pressed>;
  /** The same, with the id that the press has for the bot before its answer is there. */
  press(from: string, message: string, label: string, form?: Form): { id: string; answer: Promise<Pressed> };
  callback(from: string, message: Message, action: object): Promise<Pressed>;
  event(type: string, event: object): Act;
};

const answerSchema = z.object({
  toast: z.object({ type: z.enum(["info", "success", "warning", "error"]), content: z.string() }).optional(),
  card: z.object({ type: z.literal("raw"), data: z.looseObject({}) }).optional(),
});

type Parts = {
  readonly state: State;
  readonly app: { readonly id: string; readonly openId: string };
  /** The verification token that every event bears. */
  readonly token: string;
  readonly events: Pick<Delivery, "event" | "callback">;
  /** Told of every message of the bot that is new or changed. */
  readonly changed: (message: Message) => void;
};

/** The phones of everybody on the platform. */
export function phonesOf({ state, app, token, events, changed }: Parts): Phones {
  const callbacks: number[] = [];
  let underWay = 0;
  const envelope = (type: string, event: object, id: string) => ({
    schema: "2.0",
    header: {
      event_id: id,
      event_type: type,
      create_time: String(Date.now()),
      token,
      app_id: app.id,
      tenant_key: "tenant",
    },
    event,
  });
  const emit = (type: string, event: object, id = state.id("ev_")): Act => {
    underWay += 1;
    const taken = events.event(envelope(type, event, id)).finally(() => {
      underWay -= 1;
    });
    return { id, taken };
  };

  const messageFrom = (
    from: string,
    type: string,
    content: string,
    where: { chat?: string; mention?: boolean; parent?: string },
  ) => {
    const chat = where.chat ?? state.p2p(from).id;
    const parent = where.parent === undefined ? {} : { parent: where.parent };
    const kept = state.keep({
      id: state.id("om_"),
      chat,
      from,
      type,
      at: Date.now(),
      ...parent,
      content,
      edits: 0,
      recalled: false,
      urgent: [],
    });
    const kind = state.chats.get(chat)?.kind ?? "p2p";
    const message = {
      message_id: kept.id,
      ...(where.parent === undefined ? {} : { parent_id: where.parent, root_id: where.parent }),
      create_time: String(kept.at),
      update_time: String(kept.at),
      chat_id: chat,
      chat_type: kind,
      message_type: type,
      content,
      ...(where.mention
        ? { mentions: [{ key: "@_user_1", id: { open_id: app.openId }, name: "报送", tenant_key: "tenant" }] }
        : {}),
    };
    const sender = { sender_id: { open_id: from }, sender_type: "user", tenant_key: "tenant" };
    // A group tells the bot what it is mentioned in, and nothing else.
    const told = kind === "p2p" || where.mention === true;
    const { taken } = told ? emit("im.message.receive_v1", { sender, message }) : { taken: Promise.resolve(true) };
    return { id: kept.id, taken };
  };

  const callback = async (from: string, message: Message, action: object, id = state.id("ev_")): Promise<Pressed> => {
    const began = performance.now();
    const event = {
      operator: { open_id: from, tenant_key: "tenant" },
      token: state.id("c-"),
      action,
      host: "im_message",
      context: { open_message_id: message.id, open_chat_id: message.chat },
    };
    const answer: Answer = await events.callback(envelope("card.action.trigger", event, id));
    const took = performance.now() - began;
    if (answer?.code !== 200) return { answered: false, renewed: false, took };
    callbacks.push(took);
    const read = answerSchema.safeParse(answer.data ?? {});
    if (!read.success) return { answered: true, renewed: false, took, wrong: "200672" };
    const { toast, card } = read.data;
    if (card) {
      const content = JSON.stringify(card.data);
      const { refusal, unknown } = checkCard(content, new Set(state.images.keys()));
      for (const each of unknown) state.unknown.add(each);
      if (refusal) return { answered: true, renewed: false, took, wrong: `200673 ${refusal.msg}` };
      message.content = content;
      message.edits += 1;
      changed(message);
    }
    return { answered: true, toast, renewed: card !== undefined, took };
  };

  const press: Phones["press"] = (from, on, label, form) => {
    const message = state.message(on);
    if (!message) throw new Error(`no message ${on}`);
    const { buttons } = readCard(message.content);
    const button = buttons.find((each) => each.label.startsWith(label) || each.action === label);
    if (!button) throw new Error(`no button ${label} among ${buttons.map((each) => each.label)}`);
    const id = state.id("ev_");
    const action = {
      tag: "button",
      value: button.value,
      timezone: "Asia/Shanghai",
      ...(button.name === undefined ? {} : { name: button.name }),
      ...(button.submits ? { form_value: form ?? {} } : {}),
    };
    return { id, answer: callback(from, message, action, id) };
  };

  return {
    callbacks,
    underWay: () => underWay,
    says: (from, text, where = {}) =>
      messageFrom(
        from,
        where.type ?? "text",
        where.type === undefined ? JSON.stringify({ text: where.mention ? `@_user_1 ${text}` : text }) : text,
        where,
      ),
    sendsFile: (from, name, bytes, kind = "file") => {
      const key = state.id(`${kind}_v3_u`);
      const content = kind === "file" ? { file_key: key, file_name: name } : { image_key: key };
      const act = messageFrom(from, kind, JSON.stringify(content), {});
      state.resources.set(`${act.id}/${key}`, { type: kind, bytes });
      return act;
    },
    sendsPost: (from, words, pictures, where = {}) => {
      const keys = pictures.map(() => state.id("img_v3_u"));
      const images = keys.map((key) => [{ tag: "img", image_key: key, width: 100, height: 80 }]);
      const content = { title: "", content: [[{ tag: "text", text: words }], ...images] };
      const act = messageFrom(from, "post", JSON.stringify(content), where);
      for (const [index, bytes] of pictures.entries())
        state.resources.set(`${act.id}/${keys[index]}`, { type: "image", bytes });
      return act;
    },
    presses: async (from, id, label, form) => press(from, id, label, form).answer,
    press,
    callback: (from, message, action) => callback(from, message, action),
    event: (type, event) => emit(type, event),
  };
}
