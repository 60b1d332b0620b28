import { Api } from "grammy";

/** How long Telegram holds a request for updates open while there are none, in seconds. */
export const POLL_SECONDS = 30;
/** A call that takes longer has been lost; uploads of a workbook take seconds on a slow line. */
const CALL_SECONDS = 60;

/** How the bot reaches Telegram, or a Bot API server of one's own. */
export type Client = {
  readonly api: Api;
  /** The same for long polling, whose requests stay open. */
  readonly polling: Api;
  /** The bytes of a file that somebody sent. Rejects where they cannot be had. */
  download(file: string): Promise<Uint8Array>;
};

/** The largest file that Telegram lets a bot download. */
const LARGEST = 20 * 2 ** 20;
const TRIES = 3;

/** Opens a client; nothing is called yet. `root` also serves the files. */
export function clientTo(root: string, token: string): Client {
  const apiRoot = root.replace(/\/+$/, "");
  const api = new Api(token, { apiRoot, timeoutSeconds: CALL_SECONDS });
  const polling = new Api(token, { apiRoot, timeoutSeconds: POLL_SECONDS + 15 });
  const fetched = async (file: string): Promise<Uint8Array> => {
    const { file_path: path } = await api.getFile(file);
    if (path === undefined) throw new Error("Telegram names no place for the file");
    const response = await fetch(`${apiRoot}/file/bot${token}/${path}`, { signal: AbortSignal.timeout(60_000) });
    if (!response.ok) throw new Error(`the file was answered with ${response.status}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes.length > LARGEST) throw new Error("the file is larger than Telegram allows");
    return bytes;
  };
  return {
    api,
    polling,
    download: async (file) => {
      for (let tries = 1; ; tries += 1)
        try {
          return await fetched(file);
        } catch (cause) {
          if (tries === TRIES) throw cause;
          await new Promise((resolve) => setTimeout(resolve, 500 * tries));
        }
    },
  };
}
