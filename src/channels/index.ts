/** Every channel that the bot can talk on: one line each. */
export { simulator } from "./simulator/index.ts";
