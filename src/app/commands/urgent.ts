import { caseCommand } from "../cases/command.ts";

/** Reports a matter that cannot wait; leaders see those there are. */
export const urgent = caseCommand({ name: "urgent", word: "重大事项", straight: true });
