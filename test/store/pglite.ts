import { PGlite, types } from "@electric-sql/pglite";
import type { Database, Query } from "../../src/store/postgres/database.ts";

/** PostgreSQL within this process, through one connection: what stands in where no server is installed. */
export async function startPglite(): Promise<{ fresh(): Promise<Database>; stop(): Promise<void> }> {
  const lite = await PGlite.create();
  type Asked = Pick<PGlite, "query" | "exec">;
  const askingOf = (through: Asked): Query => {
    return async (sql, values) => {
      if (values === undefined) return (await through.exec(sql)).at(-1)?.rows ?? [];
      const parsers = { [types.JSON]: (text: string) => JSON.parse(text) };
      return (await through.query<object>(sql, [...values], { parsers, serializers: { [types.JSON]: asText } })).rows;
    };
  };
  const query = askingOf(lite);
  return {
    fresh: async () => ({
      query,
      transaction: (work) => lite.transaction((inner) => work(askingOf(inner))),
      session: async () => {
        const stops: (() => Promise<void>)[] = [];
        return {
          query,
          listen: async (channel, heard) => {
            stops.push(await lite.listen(channel, heard));
          },
          lost: new Promise(() => undefined),
          end: async () => {
            for (const stop of stops) await stop();
          },
        };
      },
      close: async () => undefined,
    }),
    stop: () => lite.close(),
  };
}

const asText = (json: unknown): string => String(json);
