/** The columns that a mapping names and a header lacks, where a question has none at all. */

import { nearest } from '../problems/did-you-mean.ts';
import type { BoundMapping } from './bound-mapping.ts';
import { looksPersonal } from './listed-texts.ts';
import type { ColumnNames, Reading } from './mapping.ts';

/** How many names are said of a question that has several. */
const NAMED = 2;

/** Questions that have no column, by what there is to say of each. */
export interface AbsentColumns {
  /** Their columns would have their own names. */
  readonly plain: readonly string[];
  /** Whose columns have other names: what is missing for which, those with a guess at what was meant first. */
  readonly named: readonly string[];
}

/** Says what is missing, in words. A name of the header is a guess only where nothing reads its column. */
export function absentColumns({ mapping, header, columns, unread }: BoundMapping): AbsentColumns {
  const without = new Set(unread.filter(({ absent }) => absent.length === 0).map(({ question }) => question));
  const lacking = mapping.readings.filter(({ question }) => without.has(question));
  const free = header
    .filter((_, place) => !columns.includes(place))
    .map((name) => name.trim())
    .filter((name) => name !== '' && !looksPersonal(name));
  const others = lacking.filter((reading) => !hasOwnName(reading)).map((reading) => absenceOf(reading, free));
  return {
    plain: lacking.filter(hasOwnName).map(({ question }) => question),
    named: [...others.filter(({ isGuessed }) => isGuessed), ...others.filter(({ isGuessed }) => !isGuessed)].map(
      ({ says }) => says,
    ),
  };
}

function hasOwnName(reading: Reading): boolean {
  return namesIn(reading).some((name) => name.toLowerCase() === reading.question.toLowerCase());
}

interface Absence {
  readonly says: string;
  readonly isGuessed: boolean;
}

function absenceOf(reading: Reading, free: readonly string[]): Absence {
  const names = namesIn(reading);
  const said = names.slice(0, NAMED).map((name) => `\`${name}\``);
  const more = names.length > NAMED ? [`${names.length - NAMED} more`] : [];
  const guess = names.flatMap((name) => nearest(name, free) ?? []).at(0);
  const hint = guess === undefined ? '' : ` (did you mean \`${guess}\`?)`;
  return { says: `${[...said, ...more].join(' or ')} for \`${reading.question}\`${hint}`, isGuessed: hint !== '' };
}

/** Every name by which a column of the reading would be known, once. */
function namesIn(reading: Reading): readonly string[] {
  return [...new Set(columnsOf(reading).flatMap((names) => names.map((name) => name.trim())))];
}

function columnsOf(reading: Reading): readonly ColumnNames[] {
  switch (reading.kind) {
    case 'cell':
      return [reading.column];
    case 'date':
      return reading.date.until === 'today' ? [reading.column] : [reading.column, reading.date.until];
    case 'options':
      return reading.options.flatMap(({ parts }) => parts.map(({ column }) => column));
    case 'cases':
      return reading.cases.flatMap(({ when }) => when.map(({ column }) => column));
    default:
      return reading satisfies never;
  }
}
