/** Tokens in memory until they expire; the SDK's own cache cannot be emptied, so a token that was revoked would stay. */
export function tokenCache() {
  const kept = new Map<string, { readonly value: unknown; readonly until: number | undefined }>();
  const keyOf = (key: string | symbol | object, namespace: string | undefined) => `${namespace ?? ""}/${String(key)}`;
  return {
    get: async (key: string | symbol | object, options?: { namespace?: string }): Promise<unknown> => {
      const found = kept.get(keyOf(key, options?.namespace));
      return found && (found.until === undefined || found.until > Date.now()) ? found.value : undefined;
    },
    set: async (
      key: string | symbol | object,
      value: unknown,
      until?: number,
      options?: { namespace?: string },
    ): Promise<boolean> => {
      kept.set(keyOf(key, options?.namespace), { value, until });
      return true;
    },
    /** Forgets every token: the next call fetches a new one. */
    evict: () => kept.clear(),
  };
}
