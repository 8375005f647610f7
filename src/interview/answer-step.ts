/** One answer as values to put into the diagrams, made once for all callers who give it. */

import { encodeAnswers } from '../callers/encoding.ts';
import type { CompiledPolicy } from '../decision/compile.ts';
import type { Step } from '../diagram/rests.ts';
import type { Answers } from '../questionnaire/model.ts';

/** What the answers say to a question; nothing where it has no value, or the diagrams have nothing of it. */
export type StepOf = (question: string, answers: Answers) => Step | undefined;

/** Makes steps for the diagrams of a policy: equal keys for equal answers, with the options that nobody is sure of. */
export function stepMaker({ callers: { encoding } }: CompiledPolicy): StepOf {
  const made = new Map<string, Step>();
  return (question, answers) => {
    const value = answers.values.get(question);
    if (value === undefined || (encoding.ofQuestion.get(question) ?? []).length === 0) return undefined;
    const unsure = answers.unknownOptions.get(question);
    const key = `${question} ${String(value)}${unsure === undefined ? '' : ` ${[...unsure.keys()].join()}`}`;
    const step = made.get(key) ?? {
      key,
      values: encodeAnswers(encoding, { ...answers, values: new Map([[question, value]]) }),
    };
    made.set(key, step);
    return step;
  };
}
