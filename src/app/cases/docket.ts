import type { Case } from "../../core/case.ts";
import type { CaseFlow } from "../../core/cases/case-flow.ts";
import { caseKey, type FlowId } from "../../core/entry.ts";
import type { Address } from "../../core/message.ts";
import type { Store } from "../../store/store.ts";
import { readCase, readRegister } from "../documents.ts";
import type { Running } from "../flows.ts";

/** The cases that have been opened, held in memory: nags ask for all of them, replies for the one that they are about. */
export type Docket = {
  readonly flows: readonly Running<CaseFlow>[];
  /** Goes on with these flows. */
  adopt(flows: readonly Running<CaseFlow>[]): void;
  /** Opened cases of a flow, in the order of their numbers. */
  of(flow: FlowId): readonly Case[];
  byNumber(flow: FlowId, number: number): Case | undefined;
  /** The case that a message of the bot told of. */
  toldIn(chat: Address, message: string): Case | undefined;
  /** Takes up a case as it stands after a change. */
  learn(doc: Case): void;
};

/** Reads back every case that was opened. */
export async function readDocket(store: Store, installed: readonly Running<CaseFlow>[]): Promise<Docket> {
  let flows = installed;
  const known = new Map<string, Case>();
  const numbers = new Map<string, string>();
  const messages = new Map<string, string>();
  const learn = (doc: Case): void => {
    if (doc.stage.kind !== "opened") return;
    const key = caseKey(doc.flow, doc.case);
    known.set(key, doc);
    numbers.set(`${doc.flow}/${doc.stage.number}`, key);
    for (const message of doc.messages) messages.set(message, key);
  };
  for (const { flow } of flows) {
    const { cases } = await readRegister(store, flow.id);
    for (const doc of await Promise.all(cases.map((id) => readCase(store, flow.id, id)))) learn(doc);
  }
  const found = (key: string | undefined) => (key === undefined ? undefined : known.get(key));
  return {
    get flows() {
      return flows;
    },
    adopt: (newer) => {
      flows = newer;
    },
    of: (flow) => [...known.values()].filter((doc) => doc.flow === flow),
    byNumber: (flow, number) => found(numbers.get(`${flow}/${number}`)),
    toldIn: ({ channel, id }, message) => found(messages.get(`${channel}/${id}/${message}`)),
    learn,
  };
}
