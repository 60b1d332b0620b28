// A worker starts without the loader of its parent: it registers tsx for itself, then does what it is sent.
import { parentPort } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
parentPort.on("message", async ({ module, job }) => {
  try {
    const { work } = await import(module);
    parentPort.postMessage({ done: await work(job) });
  } catch (cause) {
    parentPort.postMessage({ failed: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) });
  }
});
