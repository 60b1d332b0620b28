import { saysFigure } from "../../cells.ts";
import { fingerprint } from "../../fingerprint.ts";
import type { TextQuestion } from "../../flow/schema.ts";
import type { Block, Choice, Text } from "../../message.ts";
import { isSent } from "../../submission.ts";
import { actionText } from "../actions.ts";
import { excerpt } from "../reading/excerpt.ts";
import { fold } from "../reading/names.ts";
import { withoutName } from "../reading/narrative.ts";
import { asideTo } from "../said/aside.ts";
import { type Chatter, chatterIn, hasChatter } from "../said/chatter.ts";
import { saysNothing, saysNothingOf } from "../said/nothing.ts";
import type { TextScreen } from "../screens.ts";
import type { Situation } from "../situation.ts";
import { type Answer, type QuestionType, skip } from "./question.ts";

/** A narrative answer: the next message, whole; an optional one is skipped explicitly. */
export const text: QuestionType<TextScreen> = {
  prompt({ id, question }, { flow, round }) {
    const blocks: Block<Text>[] = [
      { kind: "heading", text: { label: question.label } },
      {
        kind: "text",
        text: { label: question.ask },
        example: question.example ? { label: question.example } : { key: "interview-text-example" },
      },
    ];
    if (!question.required)
      blocks.push({
        kind: "choices",
        choices: [{ label: { key: "interview-skip" }, action: actionText("skip", flow, round.round, id) }],
      });
    return blocks;
  },

  said({ id, question }, said, situation) {
    // People write the question's name in front, as forms print it: it is no part of the answer.
    const words = withoutName(said, question);
    if (!question.required && (skip.test(fold(words)) || saysNothingOf(words, question)))
      return skipped(id, question.label);
    if (skip.test(fold(words))) return refused("interview-text-required", question);
    // 全部为0 says it in other words than the flow keeps for it.
    const zero = saysNothing(words) ? zeroOf(question, situation) : undefined;
    if (zero !== undefined) {
      if (!saysFigure(situation.report.cells)) return nothingNew(id, question, zero);
      // The figures contradict it: it is written beside them only where that is said once more.
      return whetherNothing(id, question, zero, words, situation);
    }
    if (isZeroInsisted(words, question)) return nothingNew(id, question, zeroOf(question, situation) ?? words);
    const chatter = chatterIn(words);
    if (chatter) return aside(question, excerpt(words), chatter, situation);
    // A row of figures is an answer to another question that came late, never a narrative.
    if (!/\p{L}/u.test(words)) return refused("interview-text-words", question);
    if ([...words].length > question.max)
      return {
        kind: "refused",
        why: [{ key: "interview-text-long", args: { length: [...words].length, max: question.max } }],
      };
    const name: Text = { label: question.short ?? question.label };
    const length = [...words].length;
    const unsure = (isShort(words) || hasChatter(words)) && !isSent(situation.report);
    const what: Text = unsure
      ? { key: "interview-text-kept-as", args: { question: name, length, text: excerpt(words) } }
      : { key: "interview-text-kept", args: { question: name, length } };
    return {
      kind: "kept",
      entries: [{ kind: "wrote", question: id, text: words }],
      echo: [{ key: "interview-echo", args: { what } }, ...replaced(id, words, situation)],
      ...(unsure ? { choices: [unwrite(id, question, words, situation)] } : {}),
    };
  },

  pressed({ id, question }, action, _fields, situation) {
    const zero = action.verb === "say" ? zeroOf(question, situation) : undefined;
    if (zero !== undefined) return nothingNew(id, question, zero);
    return action.verb === "skip" && !question.required ? skipped(id, question.label) : undefined;
  },
};

/** The way back for words of which it is not sure that they are a narrative; it holds while they stand. */
export function unwrite(id: string, question: TextQuestion, words: string, { flow, round }: Situation): Choice<Text> {
  return {
    label: { key: "interview-text-unwrite", args: { question: { label: question.short ?? question.label } } },
    action: actionText("no", flow, round.round, id, fingerprint(words)),
  };
}

/** What words put out of its place: shown, never overwritten in silence; nothing where they go on with it. */
function replaced(id: string, words: string, { report }: Situation): readonly Text[] {
  const before = report.told[id];
  if (before?.kind !== "text" || words.startsWith(before.text.trim())) return [];
  return [{ key: "interview-text-before", args: { text: excerpt(before.text) } }];
}

/** Fewer letters than this hardly tell what was done, whatever figures stand among them. */
const FEW_LETTERS = 8;
const FEW_WORDS = 3;

/** Whether words are so few that they may be meant for somebody else. */
export function isShort(words: string): boolean {
  const latin = words.match(/[\p{Script=Latin}'’-]+/gu) ?? [];
  const others = words.match(/(?!\p{Script=Latin})\p{L}/gu) ?? [];
  return others.length === 0 ? latin.length < FEW_WORDS : others.length < FEW_LETTERS;
}

function aside(question: TextQuestion, part: string, chatter: Chatter, situation: Situation): Answer {
  const names = { question: { label: question.label }, part };
  if (chatter === "answer") return { kind: "refused", why: [{ key: "interview-text-bare", args: names }] };
  const { kind, args, choices } = asideTo(chatter, situation);
  return {
    kind: "refused",
    why: [{ key: `interview-text-${kind}`, args: { ...args, ...names } }],
    ...(choices.length > 0 ? { choices } : {}),
  };
}

function refused(key: string, { label }: TextQuestion): Answer {
  return { kind: "refused", why: [{ key, args: { question: { label } } }] };
}

/** The flow's words for nothing new, as they go on the official sheet. */
function zeroOf({ zero }: TextQuestion, { flow }: Situation): string | undefined {
  return zero?.[flow.languages[0] ?? ""];
}

/** 写“本期无新增”: the words of the button that writes it, typed. */
function isZeroInsisted(words: string, { zero }: TextQuestion): boolean {
  const [, said] = /^(?:就?写|write)\s*["“]?([^"”]+?)["”]?[。.]?$/.exec(fold(words)) ?? [];
  return Object.values(zero ?? {}).some((each) => fold(each) === said);
}

/** That nothing is new, said where figures stand: asked before it is written beside them. */
function whetherNothing(id: string, question: TextQuestion, zero: string, words: string, at: Situation): Answer {
  const args = { question: { label: question.label }, part: excerpt(words), text: zero };
  const write = { label: { key: "interview-text-zero", args }, action: actionText("say", at.flow, at.round.round, id) };
  return { kind: "refused", why: [{ key: "interview-text-nothing", args }], choices: [write] };
}

function nothingNew(id: string, question: TextQuestion, zero: string): Answer {
  const what: Text = {
    key: "zero-text",
    args: { question: { label: question.short ?? question.label }, text: zero },
  };
  return {
    kind: "kept",
    entries: [{ kind: "wrote", question: id, text: zero }],
    echo: [{ key: "interview-echo", args: { what } }],
  };
}

function skipped(id: string, label: { readonly [language: string]: string }): Answer {
  const echo: Text = { key: "interview-skipped", args: { question: { label } } };
  return { kind: "kept", entries: [{ kind: "skipped", question: id }], echo: [echo] };
}
