/** `asked_before`: which questions come first, whatever is answered. About the questionnaire; no policy changes it. */

import type { Callers } from '../callers/callers.ts';
import { describeCaller, type Witness } from '../callers/witness.ts';
import { FALSE, type Node } from '../diagram/forest.ts';
import { projector } from '../diagram/project.ts';
import type { Question } from '../questionnaire/model.ts';
import type { Breach } from './breach.ts';
import type { Statement } from './model.ts';
import { isIn, type Violators } from './violators.ts';

type AskedBefore = Extract<Statement, { readonly kind: 'asked-before' }>;

/**
 * For every other question the callers who are asked it before one of those named; for every question that must not gate them the
 * callers who are not asked one of those named because of their answer to it: with another answer, and no other difference, they
 * would be asked. A question that nobody is asked together with those named stands before none of them.
 */
export function* violatorsOfOrder(statement: AskedBefore, callers: Callers): Generator<Violators> {
  const named = callers.questionnaire.questions.filter(({ id }) => statement.questions.includes(id));
  yield* askedEarlier(named, statement, callers);
  yield* gatedByOthers(named, statement, callers);
}

function* askedEarlier(named: readonly Question[], statement: AskedBefore, callers: Callers): Generator<Violators> {
  const mayStandBefore = new Set([...statement.questions, ...statement.gatedOnlyBy, ...statement.onlyAfter]);
  for (const { id: earlier, index } of callers.questionnaire.questions) {
    if (mayStandBefore.has(earlier)) continue;
    const found = named
      .filter((question) => question.index > index)
      .map(({ id }) => ({ id, region: callers.forest.and(callers.applies(earlier), callers.applies(id)) }));
    yield* anyOf(found, callers, (question, caller) => ({ kind: 'order', question, earlier, caller }));
  }
}

function* gatedByOthers(named: readonly Question[], statement: AskedBefore, callers: Callers): Generator<Violators> {
  const { forest, encoding } = callers;
  for (const { id: gate } of callers.questionnaire.questions) {
    if (statement.gatedOnlyBy.includes(gate)) continue;
    const variables = encoding.ofQuestion.get(gate) ?? [];
    const overAnswers = projector(
      forest,
      forest.widths.map((_, variable) => !variables.includes(variable)),
    );
    const found = named.map(({ id }) => {
      const applies = callers.applies(id);
      return { id, region: forest.and(overAnswers(applies, 'max'), forest.not(applies)) };
    });
    yield* anyOf(found, callers, (question, caller) => ({ kind: 'gate', question, gate, caller }));
  }
}

/** Those of any of the regions; told of is the first one that the caller is in. */
function* anyOf(
  found: readonly { readonly id: string; readonly region: Node }[],
  callers: Callers,
  breach: (question: string, caller: Witness) => Breach,
): Generator<Violators> {
  const { forest } = callers;
  const region = found.map((one) => one.region).reduce(forest.or, FALSE);
  if (region === FALSE) return;
  yield {
    region,
    tell: (caller) => {
      const question = found.find((one) => isIn(forest, one.region, caller))?.id ?? '';
      return breach(question, describeCaller(callers, caller));
    },
  };
}
