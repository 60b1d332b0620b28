/** What an object has of its own under a key; looked up, since a list may have thousands of entries. */
export function own(holder: object, key: string | number): unknown {
  return Object.getOwnPropertyDescriptor(holder, key)?.value;
}
