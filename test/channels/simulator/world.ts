import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Host } from "../../../src/channels/channel.ts";
import { simulator } from "../../../src/channels/simulator/index.ts";
import type { Log } from "../../../src/channels/simulator/routes.ts";
import type { Block, Inbound } from "../../../src/core/message.ts";
import { listen } from "../../../src/http.ts";
import { type FakeDesk, fakeDesk, fakeHost } from "../fakes.ts";

type Answer = Parameters<typeof fakeHost>[2];

const echo: Answer = (inbound: Inbound): readonly Block<string>[] => [
  { kind: "text", text: inbound.kind === "said" ? `✓ ${inbound.text}` : `✓ ${inbound.kind}` },
];

/** The simulator on a folder of its own, served over loopback, with a bot in place of the app. */
export async function simulated(
  options: { folder?: string; answer?: Answer; host?: Host; desk?: FakeDesk; log?: Log } = {},
) {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), "baosong-simulator-")));
  const desk = options.desk ?? fakeDesk();
  const channel = simulator({ folder, desk, ...(options.log ? { log: options.log } : {}) });
  const bot = fakeHost(() => channel, desk.instant, options.answer ?? echo);
  const server = await listen({ host: "127.0.0.1", port: 0, routes: [channel.routes] });
  const stop = await channel.start(options.host ?? bot);
  const end = async () => {
    await server.stop();
    await stop();
  };
  const request = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(server.url + path, init);
    const body = await response.text();
    const json: unknown = response.headers.get("content-type")?.includes("json") ? JSON.parse(body) : body;
    return { status: response.status, headers: response.headers, json };
  };
  return {
    folder,
    desk,
    channel,
    bot,
    url: server.url,
    get: (path: string) => request(path),
    post: (path: string, body: unknown, headers: Record<string, string> = {}) =>
      request(path, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
    upload: (
      person: string,
      name: string,
      bytes: Uint8Array,
      beside: Readonly<Record<string, string>> = {},
      field = "file",
    ) => {
      const form = new FormData();
      form.append(field, new File([new Uint8Array(bytes)], name));
      for (const [name, value] of Object.entries(beside)) form.append(name, value);
      return request(`/api/people/${person}/file`, { method: "POST", body: form });
    },
    end,
    wipe: async () => {
      await end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type Simulated = Awaited<ReturnType<typeof simulated>>;
