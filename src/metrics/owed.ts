import { Gauge, type Registry } from "prom-client";
import type { Arrears } from "../app/deliveries/arrears.ts";
import type { Instant } from "../core/time.ts";

/** Shows what is due and not done, worked out when it is asked for. */
export function showOwed(registry: Registry, arrears: () => Promise<Arrears>, now: () => Instant): void {
  const registers = [registry];
  let asked: Promise<Arrears> | undefined;
  // Both are asked for at the same time: it is worked out once.
  const owed = () => {
    asked ??= arrears().finally(() => {
      asked = undefined;
    });
    return asked;
  };
  new Gauge({
    name: "baosong_owed_oldest_seconds",
    help: "How long the oldest of what is owed has been due; 0 where nothing is",
    registers,
    async collect() {
      const { since } = await owed();
      this.set(since === undefined ? 0 : (now() - since) / 1000);
    },
  });
  new Gauge({
    name: "baosong_owed",
    help: "Reminders, postings, openings, closings, messages of cases and questions that are due and not done",
    registers,
    async collect() {
      this.set((await owed()).count);
    },
  });
}
