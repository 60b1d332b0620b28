/** A webhook of a platform, opened for trying: its routes served over loopback, and what a genuine call looks like. */
export type Hook = {
  /** Opens it; `received` counts the messages that reached the bot through it. */
  open(): Promise<OpenHook>;
};

export type OpenHook = {
  readonly url: string;
  readonly received: () => number;
  /** A call that the platform itself would make. */
  readonly genuine: { readonly headers: Readonly<Record<string, string>>; readonly body: string };
  close(): Promise<void>;
};
