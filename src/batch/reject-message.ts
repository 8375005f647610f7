/** What is said of a problem of a row. No message holds a value. */

import { readIds } from '../conditions/reads.ts';
import type { Questionnaire } from '../questionnaire/model.ts';
import type { BoundMapping, SlotUse } from './bound-mapping.ts';
import { REJECT_CODES, type RowProblem } from './reject-codes.ts';

/** Says what is wrong with a row. Prepared once for each column, beside the reading of rows. */
export function rejectMessages(bound: BoundMapping, questionnaire: Questionnaire): (problem: RowProblem) => string {
  const contradictions = new Map(
    bound.columns.map((column, slot) => [column, contradictionMessage(questionsOf(bound, slot), questionnaire)]),
  );
  return ({ code, column }) =>
    (code === 'contradiction' && column !== undefined ? contradictions.get(column) : undefined) ??
    REJECT_CODES[code].message;
}

/** The questions that a column may answer. */
function questionsOf({ mapping, uses }: BoundMapping, slot: number): ReadonlySet<string> {
  const answered = (use: SlotUse): readonly string[] => {
    if (use.kind === 'ended' || use.kind === 'emergency') return [];
    if (use.kind === 'implied') return [...(mapping.implications[use.implication]?.answers.keys() ?? [])];
    return [mapping.readings[use.reading]?.question ?? ''];
  };
  return new Set((uses[slot] ?? []).flatMap(answered));
}

/** Names what the question hangs from; undefined where the column answers questions that hang from different ones. */
function contradictionMessage(ids: ReadonlySet<string>, { questions, facts }: Questionnaire): string | undefined {
  const gates = questions.flatMap(({ id, askIf }) => (ids.has(id) ? [[...readIds(askIf)]] : []));
  const [first, ...others] = gates.filter((reads) => reads.length > 0);
  if (first === undefined || others.some((one) => one.join() !== first.join())) return undefined;
  const isFact = (id: string): boolean => facts.some((fact) => fact.id === id);
  const given = [
    ...namedAs(
      'the answers to',
      first.filter((id) => !isFact(id)),
    ),
    ...namedAs('the fact', first.filter(isFact)),
  ];
  return `the question does not apply, given ${given.join(' and ')}`;
}

function namedAs(what: string, ids: readonly string[]): readonly string[] {
  return ids.length === 0 ? [] : [`${what} ${ids.map((id) => `\`${id}\``).join(', ')}`];
}
