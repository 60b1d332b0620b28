import type { Address } from "../../core/message.ts";
import type { Calls } from "./calls.ts";
import type { Client } from "./client.ts";

/** The names under which a roster may know somebody, as far as the app may read them: staff number, mobile, e-mail. */
export async function aliases(client: Client, calls: Calls, { id }: Address): Promise<readonly string[]> {
  if (id.startsWith("oc_")) return [];
  const run = () => client.api.contact.v3.user.get({ path: { user_id: id }, params: { user_id_type: "open_id" } });
  const outcome = await calls({ api: "contact", about: id, rank: "answer", run });
  if (outcome.kind !== "done") return [];
  const { user_id, mobile, email, enterprise_email } = outcome.answer.data?.user ?? {};
  // A roster has numbers without the country's code more often than with it.
  const numbers = mobile === undefined ? [] : [mobile, mobile.replace(/^\+86/, "")];
  const names = [user_id, ...numbers, email, enterprise_email];
  return [...new Set(names.filter((name): name is string => name !== undefined && name !== ""))];
}
