// The real bot as `npm start` runs it, towards a Telegram whose seconds are shorter, as FASTER says.
import { register } from "tsx/esm/api";

register();
const { limits } = await import("../../src/channels/telegram/pace.ts");
limits.second /= Number(process.env.FASTER ?? 1);
await import("../../src/cli.ts");
