// The real bot on the embedded store, with segments so short that it folds all the time; as `src/baosong.js start` else.
import { register } from "tsx/esm/api";

register();
const [{ run }, { readSettings }, { openLowdb }, { explained }, { operatorWords }] = await Promise.all([
  import("../../src/main.ts"),
  import("../../src/settings.ts"),
  import("../../src/store/lowdb/index.ts"),
  import("../../src/failures.ts"),
  import("../../src/cli/words.ts"),
]);
try {
  const segmentSize = Number(process.argv[2]);
  await run(readSettings(process.env), ({ BAOSONG_DATA: folder }, log) => openLowdb({ folder, segmentSize, log }));
} catch (cause) {
  process.stderr.write(`${explained(cause, operatorWords()) ?? cause.stack}\n`);
  process.exitCode = 1;
}
