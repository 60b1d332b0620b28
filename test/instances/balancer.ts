import { Agent, createServer, type IncomingMessage, request } from "node:http";
import { buffer } from "node:stream/consumers";

/** Stands before several instances as deploy/nginx.conf does: in turn, and to the next where one does not take it. */
export type Balancer = {
  readonly url: string;
  /** Calls that one instance did not take and another was given. */
  readonly passedOn: () => number;
  stop(): Promise<void>;
};

/** As long as a connection may take, and then an answer, in milliseconds: `proxy_connect_timeout`, `proxy_read_timeout`. */
const CONNECTS_WITHIN = 2_000;
const ANSWERS_WITHIN = 25_000;

/** Opens a balancer on a free port; `upstreams` are asked for anew with every call. */
export async function openBalancer(upstreams: () => readonly string[]): Promise<Balancer> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  let turn = 0;
  let passedOn = 0;
  const server = createServer(async (call, response) => {
    const body = await buffer(call);
    const all = upstreams();
    turn += 1;
    for (const [index] of all.entries()) {
      const status = await passed(agent, all[(turn + index) % all.length] ?? "", call, body);
      if (index > 0) passedOn += 1;
      if (status !== undefined && status !== 502 && status !== 503) return void response.writeHead(status).end();
    }
    response.writeHead(502).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${address !== null && typeof address === "object" ? address.port : 0}`,
    passedOn: () => passedOn,
    stop: () => {
      agent.destroy();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** The status that an instance answered with; undefined where it did not answer. */
function passed(agent: Agent, to: string, call: IncomingMessage, body: Buffer): Promise<number | undefined> {
  return new Promise((resolve) => {
    const { method, headers } = call;
    const passing = request(`${to}${call.url}`, { method, headers, agent }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve(answer.statusCode));
      answer.on("close", () => resolve(undefined));
    });
    passing.on("socket", (socket) => {
      if (socket.connecting) {
        const late = setTimeout(() => passing.destroy(), CONNECTS_WITHIN);
        socket.once("connect", () => clearTimeout(late));
      }
    });
    passing.setTimeout(ANSWERS_WITHIN, () => passing.destroy());
    passing.on("error", () => resolve(undefined));
    passing.end(body);
  });
}
