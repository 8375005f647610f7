/** What is said about the exports before they are scored. */

import { absentColumns } from '../batch/absent-columns.ts';
import type { BoundMapping } from '../batch/bound-mapping.ts';
import { adviceFor, nearNames } from '../batch/own-words.ts';
import { unreadAssumed } from '../batch/unread-assumed.ts';
import { needText } from '../batch/unread-question.ts';
import { answerText } from './answer-text.ts';
import { headLines } from './head-notes.ts';
import type { ScorePlan } from './score-plan.ts';

/** What a person may want to stop at: how the exports are read, what they do not say, and what is taken for granted. */
export function detectedNotes(plan: ScorePlan): string {
  const { heads, bound } = plan;
  return [
    ...headLines(heads),
    columnsNote(bound),
    ...nearNamesNote(bound),
    ...fittingNote(plan),
    ...unreadNote(bound),
    ...assumedNotes(bound),
    ...unreadAssumedNote(bound),
    ...renamedNote(plan),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function columnsNote({ header, columns, mapping }: BoundMapping): string {
  return `mapping \`${mapping.id}\`: reads ${columns.length} of ${header.length} columns`;
}

/** A column that looks as if it were read, and is not. */
function nearNamesNote(bound: BoundMapping): readonly string[] {
  const near = nearNames(bound).map(({ name, id }) => `\`${name}\` (\`${id}\`)`);
  if (near.length === 0) return [];
  return [
    `warning: not read for their capitals alone: ${near.join(', ')}; rename those that are meant as the id in brackets`,
  ];
}

function fittingNote({ fitting }: ScorePlan): readonly string[] {
  return fitting === undefined ? [] : [`warning: ${adviceFor(fitting)}`];
}

/** How many questions are named. */
const NAMED = 8;

/** The questions that no row answers, and the columns that are missing for them. */
export function unreadNote(bound: BoundMapping): readonly string[] {
  const { plain, named } = absentColumns(bound);
  const own = plain.map((question) => `\`${question}\``);
  const lacking = bound.unread.filter(({ absent }) => absent.length > 0).map(needText);
  return [
    ...(named.length === 0 ? [] : [`no column ${firstOf(named, ', ')}: unknown in every row`]),
    ...(own.length === 0 ? [] : [`no column for ${firstOf(own, ', ')}: unknown in every row`]),
    ...(lacking.length === 0 ? [] : [`${firstOf(lacking, '; ')}: unknown in every row`]),
  ];
}

function firstOf(texts: readonly string[], between: string): string {
  const others = texts.length > NAMED ? ` and ${texts.length - NAMED} more` : '';
  return `${texts.slice(0, NAMED).join(between)}${others}`;
}

/** For how many rows, the summary says. */
function assumedNotes({ mapping }: BoundMapping): readonly string[] {
  return mapping.assumptions.map(
    ({ question, answer, because }) =>
      `assumed where unanswered: \`${question}\` ${answerText(answer)} (${because.trim()})`,
  );
}

/** Nobody who has the answers in the export wants them assumed. */
function unreadAssumedNote(bound: BoundMapping): readonly string[] {
  const ids = unreadAssumed(bound).map((id) => `\`${id}\``);
  if (ids.length === 0) return [];
  const many = ids.length > 1;
  return [
    `warning: assumed although ${many ? 'columns have these names' : 'a column has this name'}, which the mapping does not read: ${ids.join(', ')}; let it read ${many ? 'them' : 'it'}`,
  ];
}

/** A result that is scored again has the columns already. */
function renamedNote({ added, block }: ScorePlan): readonly string[] {
  const renamed = added.filter((name, place) => name !== block.columns[place]);
  return renamed.length === 0
    ? []
    : [`the header has new columns already: they are added as ${renamed.map((name) => `\`${name}\``).join(', ')}`];
}
