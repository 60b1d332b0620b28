/** Jobs for the tests of threads. */
export async function work(job: {
  readonly kind: "add" | "fail" | "end" | "hang";
  readonly figures?: readonly number[];
}) {
  switch (job.kind) {
    case "add":
      return (job.figures ?? []).reduce((sum, figure) => sum + figure, 0);
    case "fail":
      throw new Error("no paper left");
    case "end":
      return process.exit(3);
    case "hang":
      for (;;) await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}
