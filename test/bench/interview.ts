import { idsIn } from "../../src/core/cells.ts";
import { askedOf, type Place } from "../../src/core/flow/flow.ts";
import { realFlow, talk } from "../interview/talk.ts";
import { conversationSteps } from "./conversations.ts";
import { type Bench, median } from "./figure.ts";
import { versionOf } from "./peers.ts";
import { wholeReport } from "./script.ts";

const RUNS = 5;
const ANSWERS = 300;
const MIDDLE = 100;

/** One step in memory, decided, folded and put into words, over 300 answers of one figure each; the plugin beside it. */
export const benchInterview: Bench = async (say) => {
  const flow = realFlow();
  const places = askedOf(flow, "market-regulation");
  // One in the middle is said over and over: the 10th and those before the 300th each give a figure that was open.
  const again = ANSWERS - places.length;
  const lines = Array.from({ length: ANSWERS }, (_, index) =>
    lineOf(places[index < MIDDLE ? index : Math.max(MIDDLE, index - again)]),
  );
  const own: (readonly number[])[] = [];
  const screens: number[] = [];
  const plugin: (readonly number[])[] = [];
  ownSteps();
  for (let run = 0; run < RUNS; run += 1) {
    own.push(ownSteps());
    screens.push(byScreens());
    const steps = await conversationSteps(lines);
    if (steps) plugin.push(steps);
    say(`run ${run + 1}: ${Math.round(sum(own.at(-1)))} ms, the plugin ${Math.round(sum(steps))} ms`);
  }
  const at = (which: number) => median(own.flatMap((steps) => steps.slice(which - 6, which + 5)));
  const drift = Number((at(290) / at(10)).toPrecision(3));
  const whole = median(own.map(sum));
  const beside = median(plugin.map(sum));
  const ratio = Number((beside / whole).toPrecision(3));
  const name = `@grammyjs/conversations ${versionOf("@grammyjs/conversations")}, JSON state`;
  return [
    {
      name: `interview, ${ANSWERS} answers`,
      value: Number(whole.toPrecision(3)),
      unit: "ms",
      target: "≥ 300 ×",
      ...(plugin.length > 0
        ? { peer: `${name} ${Math.round(beside)} ms`, ratio, met: ratio >= 300 }
        : { peer: `${name}: not installed` }),
    },
    {
      name: `interview, one report by screens (${wholeReport.length} answers)`,
      value: Number(median(screens).toPrecision(3)),
      unit: "ms",
      ...(plugin.length > 0
        ? { peer: `${name}, a figure a message`, ratio: Number((beside / median(screens)).toPrecision(3)) }
        : { peer: `${name}: not installed` }),
    },
    { name: "interview, the 10th answer", value: Number(at(10).toPrecision(3)), unit: "ms" },
    {
      name: "interview, the 300th beside the 10th",
      value: drift,
      unit: "×",
      target: "1 ± 0.1",
      met: Math.abs(drift - 1) <= 0.1,
    },
  ];

  function byScreens(): number {
    const told = talk(flow, "market-regulation");
    told.command("report");
    const began = performance.now();
    for (const text of wholeReport) told.say(text);
    return performance.now() - began;
  }

  function ownSteps(): readonly number[] {
    const told = talk(flow, "market-regulation");
    told.command("report");
    const took = lines.map((line) => {
      const began = performance.now();
      told.say(line);
      return performance.now() - began;
    });
    const cells = idsIn(told.report().cells).length;
    if (cells < places.length) throw new Error(`the interview took ${cells} figures of ${places.length}`);
    return took;
  }
};

/** `口罩 质量违法 立案 1`: one figure with its place; the same for all, so that no check has anything to ask back. */
function lineOf(place: Place | undefined): string {
  if (!place) return "";
  const { row, group, column } = place;
  return `${[row, group, column].map(({ label }) => label["zh-CN"]).join(" ")} 1`;
}

const sum = (steps: readonly number[] | undefined): number => steps?.reduce((total, step) => total + step, 0) ?? 0;
