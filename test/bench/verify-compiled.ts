/** Whether a compiled policy says what `evaluate` says: on random complete callers, before anything is timed. */

import { encodeAnswers } from '../../src/callers/encoding.ts';
import type { FactValue } from '../../src/conditions/model.ts';
import type { CompiledPolicy } from '../../src/decision/compile.ts';
import { evaluate } from '../../src/decision/evaluate.ts';
import { reachable } from '../../src/diagram/walk.ts';
import { LEVELS } from '../../src/policy/care-lists.ts';
import { readCaller } from '../../src/questionnaire/complete-caller.ts';
import type { Question } from '../../src/questionnaire/model.ts';

const CALLERS = 500;

function randomValue(question: Question): FactValue | undefined {
  const { kind } = question;
  if (kind.kind === 'values') return kind.values[Math.floor(Math.random() * kind.values.length)];
  if (kind.kind === 'options') return kind.options.filter(() => Math.random() < 0.15);
  if (kind.kind === 'number')
    return kind.min + kind.step * Math.floor(Math.random() * ((kind.max - kind.min) / kind.step + 1));
  return undefined;
}

/** @throws if the diagrams and `evaluate` differ on any of the callers */
export function verifyCompiled(compiled: CompiledPolicy): void {
  const { policy } = compiled;
  const { questionnaire } = compiled.callers;
  for (let caller = 0; caller < CALLERS; caller++) {
    const values = new Map(
      questionnaire.questions.flatMap((question) => {
        const value = randomValue(question);
        return value === undefined ? [] : [[question.id, value] as const];
      }),
    );
    const verdict = evaluate(questionnaire, policy, readCaller(questionnaire, values));
    const known = encodeAnswers(compiled.callers.encoding, {
      questionnaire: questionnaire.id,
      values,
      unknown: new Map(),
      unknownOptions: new Map(),
    });
    const level = reachable(compiled.callers.forest, compiled.level, known);
    if (level !== 1 << LEVELS.indexOf(verdict.levelIfScored))
      throw new Error(`${policy.id}: the diagrams and evaluate differ`);
  }
}
