import type { CaseId } from "./case.ts";
import type { FlowId, Origin } from "./entry.ts";

/** A case was opened and took the next number. */
export type RegisterEntry = { readonly kind: "case-registered"; readonly case: CaseId; readonly number: number };

/** Which cases of a flow there are, in the order of their numbers: 1, 2, 3 … without a gap. */
export type Register = { readonly flow: FlowId; readonly cases: readonly CaseId[] };

/** The register before the first case. */
export function emptyRegister(flow: FlowId): Register {
  return { flow, cases: [] };
}

/** The register after one more entry. */
export function evolveRegister(register: Register, entry: Origin & RegisterEntry): Register {
  return { ...register, cases: [...register.cases, entry.case] };
}
