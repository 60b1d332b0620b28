import { caseCommand } from "../cases/command.ts";

/** Clues handed from unit to unit; never spoken of in a group. */
export const clue = caseCommand({ name: "clue", word: "线索移交", straight: false });
