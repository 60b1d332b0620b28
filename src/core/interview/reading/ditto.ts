import { cellAt } from "../../cells.ts";
import { questionsFor } from "../../flow/flow.ts";
import type { Question } from "../../flow/schema.ts";
import type { Text } from "../../message.ts";
import type { Screen } from "../screens.ts";
import type { Situation } from "../situation.ts";
import { fold } from "./names.ts";
import { showFigure } from "./quantity.ts";

const ditto = /^(同上|同上期|同前|[和与同跟]?上[期周](?:一样|相同)|same|same as last (?:round|week)|ditto)$/;

/** What 同上 stands for on a screen: the words that would have been typed, or why it stands for nothing here. */
export type Ditto = { readonly kind: "said"; readonly text: string } | { readonly kind: "refused"; readonly why: Text };

/** Undefined where the text is no 同上. Only where the flow allows it, and only what the round before holds whole. */
export function dittoMeant(text: string, screen: Screen, situation: Situation): Ditto | undefined {
  if (!ditto.test(fold(text))) return undefined;
  if (!questionOf(screen, situation)?.ditto) return { kind: "refused", why: { key: "ditto-not-here" } };
  const said = lastSaid(screen, situation);
  return said === undefined ? { kind: "refused", why: { key: "ditto-nothing" } } : { kind: "said", text: said };
}

function lastSaid(screen: Screen, { past, report }: Situation): string | undefined {
  const last = past.at(-1);
  switch (screen.kind) {
    case "figures": {
      const open = screen.places.filter(({ id }) => cellAt(report.cells, id) === undefined);
      const values = (open.length > 0 ? open : screen.places).map(({ id }) => last && cellAt(last.cells, id));
      if (!values.every((value) => typeof value === "number")) return undefined;
      return values.map((value) => showFigure(value).replaceAll(",", "")).join(" ");
    }
    case "text": {
      const told = last?.told?.[screen.id];
      return told?.kind === "text" ? told.text : undefined;
    }
    case "choice": {
      const told = last?.told?.[screen.id];
      const option = screen.question.options.find((each) => told?.kind === "option" && each.id === told.option);
      return option && Object.values(option.label)[0];
    }
    case "ticks":
      return undefined;
  }
}

function questionOf(screen: Screen, { flow, unit }: Situation): Question | undefined {
  switch (screen.kind) {
    case "text":
    case "choice":
      return screen.question;
    case "figures":
      return questionsFor(flow, unit.department ?? "").find(
        (question) => question.type === "table" && question.block === screen.places[0]?.block.id,
      );
    case "ticks":
      return undefined;
  }
}
