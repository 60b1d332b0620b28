/** What people type to speak to the bot in a group: its name as the page shows it, in either language. */
const ownName = /[@＠](?:报送|baosong(?![\w]))/i;
const first = new RegExp(`^\\s*${ownName.source}\\s*`, "i");

/** Reads the bot's name out of a text, as a platform's mention is read: taken off where the text begins with it. */
export function addressed(text: string): { readonly text: string; readonly mentioned: boolean } {
  return { text: text.replace(first, ""), mentioned: ownName.test(text) };
}
