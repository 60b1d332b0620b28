import type { Flow } from "../core/flow/flow.ts";
import type { Role } from "../core/roster.ts";

/** Where somebody writes; "other-group" is every group that is not the leadership's, whoever sits in it. */
export const places = ["own-chat", "leadership-group", "other-group"] as const;
export type Place = (typeof places)[number];

/** Those who fill in reports. */
export const reporting: readonly Role[] = ["liaison", "deputy"];
/** Those who sign off what their unit reports. */
export const signing: readonly Role[] = ["head"];
/** Those who answer for several units. */
export const overseeing: readonly Role[] = ["coordinator", "city-coordinator"];
/** Those who read what several units reported. */
export const reading: readonly Role[] = ["coordinator", "city-coordinator", "leader"];
export const everybody: readonly Role[] = ["liaison", "deputy", "head", "leader", "city-coordinator", "coordinator"];

/**
 * Who may use a command, and where: the one line that each command has on it. All of them together are the table in
 * `test/app/rights.txt`. A role comes from the roster alone; sitting in a group gives none.
 */
export type Rights = {
  readonly roles: readonly Role[];
  readonly places: readonly Place[];
  /** Also for people whom the bot does not know; joining alone. */
  readonly strangers?: true;
};

/** What is nobody else's business, or too long to be read by everybody. */
export const inOwnChat = (roles: readonly Role[]): Rights => ({ roles, places: ["own-chat"] });
/** What the leaders may read together. */
export const amongLeaders = (roles: readonly Role[]): Rights => ({ roles, places: ["own-chat", "leadership-group"] });
/** What tells nothing that is not for everybody. */
export const anywhere = (roles: readonly Role[]): Rights => ({ roles, places });
/** What is about the group that it is said in. */
export const inGroups = (roles: readonly Role[]): Rights => ({ roles, places: ["leadership-group", "other-group"] });

export type Verdict = "granted" | "not-yours" | "elsewhere";

/** Whether somebody may use what these rights are for, there. */
export function verdict({ roles, places: granted, strangers }: Rights, who: Role | "stranger", place: Place): Verdict {
  if (who === "stranger" ? !strangers : !roles.includes(who)) return "not-yours";
  return granted.includes(place) ? "granted" : "elsewhere";
}

/** Whether who is missing may be named where somebody asks: in their own chat, and in a group where the flow says so. */
export function mayNameMissing(place: Place, { missing_names }: Pick<Flow, "missing_names">): boolean {
  return place === "own-chat" || missing_names === "group";
}
