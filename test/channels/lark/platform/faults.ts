/** What goes wrong with a call: refused for its rate, failed before or after it took effect, cut off after it did. */
export type Fault = "429" | "500" | "500-taken" | "cut-taken";

/** What goes wrong on the platform, and when. */
export type Faults = {
  call(api: string): Fault | undefined;
  /** Whether an acknowledgement gets lost on its way. */
  losesAck(): boolean;
  /** How long an event takes to be sent, in milliseconds: what is held up is overtaken. */
  holdsUp(): number;
  /** Whether every connection breaks off now. */
  breaksOff(): boolean;
};

export const noFaults: Faults = {
  call: () => undefined,
  losesAck: () => false,
  holdsUp: () => 0,
  breaksOff: () => false,
};

/** Faults of every kind at these rates, the same for the same seed. */
export function seededFaults(seed: number, rate: number): Faults {
  const chance = chances(seed);
  const kinds: readonly Fault[] = ["429", "500", "500-taken", "cut-taken"];
  return {
    call: () => (chance() < rate ? kinds[Math.floor(chance() * kinds.length)] : undefined),
    losesAck: () => chance() < rate,
    holdsUp: () => (chance() < rate ? chance() * 200 : 0),
    breaksOff: () => chance() < rate / 10,
  };
}

/** mulberry32: numbers in [0, 1). */
export function chances(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
