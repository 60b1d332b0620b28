import { execFileSync, type SpawnOptions, spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { chown, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";

/** A PostgreSQL of one's own, in a folder of its own, on the loopback address. */
export type Cluster = {
  /** The server's own process; it has one more for each connection. */
  readonly pid: () => number;
  /** Makes an empty database and gives its address. */
  database(): Promise<string>;
  /** Stops the server as an operator would (`fast`) or as a crash would (`immediate`), and starts it again. */
  restart(how: "fast" | "immediate", down?: number): Promise<void>;
  stop(): Promise<void>;
};

/** Where the programs of PostgreSQL are; undefined where there are none, or `WITHOUT_POSTGRES` plays that. */
export const programs: string | undefined = (() => {
  if (process.env.WITHOUT_POSTGRES) return undefined;
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(debian, version, "bin")), ...(process.env.PATH ?? "").split(":")];
  return folders.find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "pg_ctl")));
})();

/** Starts a server with its data in a temporary folder. Its programs refuse to run as root: then as `postgres`. */
export async function startCluster(settings: readonly string[] = []): Promise<Cluster> {
  if (programs === undefined) throw new Error("there is no PostgreSQL on this machine");
  const bin = programs;
  const folder = await mkdtemp(join(tmpdir(), "baosong-postgres-"));
  const account = process.getuid?.() === 0 ? accountOf("postgres") : {};
  if (account.uid !== undefined) await chown(folder, account.uid, account.gid ?? account.uid);
  const data = join(folder, "data");
  const port = await freePort();
  const run = (program: string, args: readonly string[]) => {
    const ran = spawnSync(join(bin, program), args, { ...account, cwd: folder, encoding: "utf8" });
    if (ran.status !== 0) throw new Error(`${program}: ${ran.stderr || ran.stdout}`);
  };
  run("initdb", ["-D", data, "-U", "baosong", "-A", "trust", "-E", "UTF8", "--no-locale"]);
  const options = [`port=${port}`, "listen_addresses=127.0.0.1", `unix_socket_directories=${folder}`, ...settings];
  let pid = 0;
  const start = async () => {
    const args = ["-D", data, ...options.flatMap((option) => ["-c", option])];
    const how: SpawnOptions = { ...account, cwd: folder, stdio: "ignore" };
    const server = spawn(join(bin, "postgres"), args, how);
    server.unref();
    pid = server.pid ?? 0;
    await answering(`postgres://baosong@127.0.0.1:${port}/postgres`);
  };
  await start();
  let count = 0;
  return {
    pid: () => pid,
    database: async () => {
      count += 1;
      const client = new pg.Client(`postgres://baosong@127.0.0.1:${port}/postgres`);
      await client.connect();
      await client.query(`create database d${count}`);
      await client.end();
      return `postgres://baosong@127.0.0.1:${port}/d${count}`;
    },
    restart: async (how, down = 0) => {
      run("pg_ctl", ["stop", "-D", data, "-m", how, "-w"]);
      await new Promise((resolve) => setTimeout(resolve, down));
      await start();
    },
    stop: async () => {
      run("pg_ctl", ["stop", "-D", data, "-m", "immediate", "-w"]);
      await rm(folder, { recursive: true });
    },
  };
}

function accountOf(name: string): { readonly uid?: number; readonly gid?: number } {
  const number = (flag: string) => Number(execFileSync("id", [flag, name], { encoding: "utf8" }));
  return { uid: number("-u"), gid: number("-g") };
}

/** A port that nobody listens on just now. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === "object" ? address.port : 0));
    });
  });
}

async function answering(url: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const client = new pg.Client(url);
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (cause) {
      if (tries === 300) throw cause;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
