import { caseCommand } from "../cases/command.ts";

/** The ledger of problems: what is in it, and how to enter one. */
export const problem = caseCommand({ name: "problem", word: "问题台账", straight: false });
