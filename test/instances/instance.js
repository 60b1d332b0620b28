// The real bot as `npm start` runs it, towards a Telegram that bears more a second than the real one, as FASTER says.
import { register } from "tsx/esm/api";

register();
const { limits } = await import("../../src/channels/telegram/pace.ts");
limits.overall *= Number(process.env.FASTER ?? 1);
await import("../../src/cli.ts");
