import { z } from "zod";
import { channelContract, type Seen } from "../../contracts/channel.ts";
import { simulated } from "./world.ts";

const answered = z.object({ id: z.string() });
const shown = z.array(
  z.object({
    id: z.string(),
    text: z.string(),
    buttons: z.array(z.object({ label: z.string(), action: z.string() })),
    files: z.array(z.object({ name: z.string(), url: z.string() })),
    answers: z.string().exactOptional(),
  }),
);

channelContract("simulator", async (host) => {
  const world = await simulated({ host });
  const { post, get, upload, url, channel, wipe } = world;
  const person = "chief";
  return {
    channel,
    person,
    group: "leadership",
    close: wipe,
    does: async (what, chat) => {
      const where = chat === undefined ? {} : { chat };
      const response = await (() => {
        switch (what.kind) {
          case "said":
            return post(`/api/people/${person}/say`, { text: what.text, replyTo: what.answers, ...where });
          case "pressed":
            return post(`/api/people/${person}/press`, { message: what.on, action: what.action, fields: what.fields });
          case "amended":
            return post(`/api/people/${person}/amend`, { message: what.of, text: what.text });
          case "sent-file":
            return what
              .bytes()
              .then((bytes) => upload(person, what.name, bytes, what.caption && { text: what.caption.text }));
          case "joined":
          case "left":
          case "moved":
            throw new Error("nobody joins or leaves the simulator");
        }
      })();
      return answered.parse(response.json).id;
    },
    sees: async (chat): Promise<readonly Seen[]> => {
      const messages = shown.parse((await get(`/api/chats/${chat}/messages`)).json);
      const fetched = (path: string) =>
        fetch(url + path).then(async (file) => new Uint8Array(await file.arrayBuffer()));
      return Promise.all(
        messages.map(async ({ files, ...message }) => ({
          ...message,
          files: await Promise.all(files.map(async (file) => ({ name: file.name, bytes: await fetched(file.url) }))),
        })),
      );
    },
  };
});
