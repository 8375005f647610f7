/** One column, one answer. Means what read-answer.ts means. */

import type { Question } from '../questionnaire/model.ts';
import type { Contribution } from './bound-mapping.ts';
import type { Reading } from './mapping.ts';
import type { AnswerBranch, BoundSqlReading } from './sql-bound-reading.ts';
import { isOnGridSql, isWithin } from './sql-numbers.ts';
import { OPTION_UNKNOWN, partsOf } from './sql-questions.ts';
import { isOneOf, listOptions, namedTexts, noneIn, numberOf, optionIn, type SqlScope, textOf } from './sql-slots.ts';
import { allOf, anyOf, plain, sql } from './sql-text.ts';

/** What the named texts of the column answer, then what any other text does. */
export function cellBranches(
  scope: SqlScope,
  { place, question, slots, reading }: BoundSqlReading,
): readonly AnswerBranch[] {
  const [slot = 0] = slots;
  const text = textOf(slot);
  const byParts = new Map<string, { readonly parts: readonly number[]; readonly texts: string[] }>();
  const silent: string[] = [];
  for (const [named, meaning] of namedTexts(scope, slot)) {
    const answer = meaning.ok ? meaning.contributions.find((one) => isAnswerTo(one, place)) : undefined;
    if (answer?.kind !== 'answer') {
      silent.push(named);
      continue;
    }
    const parts = partsOf(question, answer.value, answer.unknownOptions);
    const same = byParts.get(parts.join());
    if (same === undefined) byParts.set(parts.join(), { parts, texts: [named] });
    else same.texts.push(named);
  }
  const others = reading.kind === 'cell' ? otherTexts({ reading, question, slot, place }) : [];
  return [
    ...[...byParts.values()].map(({ parts, texts }) => ({
      when: isOneOf(text, texts, scope.dialect),
      parts: parts.map(plain),
    })),
    ...(others.length === 0 ? [] : [{ when: isOneOf(text, silent, scope.dialect), parts: undefined }, ...others]),
  ];
}

function isAnswerTo(one: Contribution, place: number): boolean {
  return one.kind === 'answer' && one.reading === place;
}

interface CellPlace {
  readonly reading: Extract<Reading, { kind: 'cell' }>;
  readonly question: Question;
  readonly slot: number;
  readonly place: number;
}

/** What texts answer that no use of the column names. */
function otherTexts({ reading: { cell }, question, slot, place }: CellPlace): readonly AnswerBranch[] {
  const number = numberOf(slot);
  switch (cell.kind) {
    case 'values':
    case 'ranges':
      return [];
    case 'number':
      return [{ when: isOnGridSql(number, cell.grid), parts: [number] }];
    case 'bands':
      return cell.bands.map((band) => ({
        when: isWithin(number, band),
        parts: partsOf(question, band.answer, []).map(plain),
      }));
    case 'list': {
      const options = question.kind.kind === 'options' ? question.kind.options : [];
      const known = listOptions(cell);
      // An option that no text stands for stays unknown; where all are, "none of these" is no answer.
      const parts = options.map((option) =>
        known.includes(option) ? optionIn(slot, place, known.indexOf(option)) : plain(OPTION_UNKNOWN),
      );
      const anyIs = (value: number) => anyOf(known.map((_, index) => sql`${optionIn(slot, place, index)} = ${value}`));
      const isSaid = anyOf([anyIs(1), allOf([sql`${noneIn(slot, place)} = 1`, anyIs(0)])]);
      return [{ when: isSaid, parts }];
    }
    default:
      return cell satisfies never;
  }
}
