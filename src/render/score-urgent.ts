/** What the summary of a run tells first, because somebody may have to act upon it: emergencies, and records that have no result. */

import type { RejectedRows, ScoreReport } from '../batch/score-report.ts';
import { grouped, numbered } from './grouped.ts';
import type { CountedItem, CountedSection } from './score-sections.ts';
import type { Span } from './wrap.ts';

/** Two files: the records as they came, and what is wrong with each. */
export interface RejectFiles {
  readonly rejects: string;
  readonly problems: string;
}

/** How many reasons, and columns of one, are named: all are in the problems file. */
const NAMED = 4;

/** Rows that are emergencies, and rows that are none only if something that nobody knows is so. */
export function emergencySection({ emergency, records }: ScoreReport): CountedSection {
  const { certain, possible, assumed, safetyOpen } = emergency;
  const items = [
    item(certain, 'alarm', 'for certain'),
    item(possible, 'alarm', 'may still be one: open answers decide'),
    item(assumed, 'caution', 'may be one if an assumption about safety is wrong'),
    item(safetyOpen, 'caution', 'with open safety questions: at least residential until asked'),
  ].filter(({ counts: [rows = 0] }) => rows > 0);
  const none = [item(0, 'plain', 'scored rows are, or may be, an emergency')];
  return {
    label: 'Emergency',
    style: 'alarm',
    columns: ['rows'],
    items: items.length === 0 && records.scored > 0 ? none : items,
    notes: [],
  };
}

/** Why records were rejected; before that, which of them cannot wait. */
export function rejectSection({ rejects, rejectUrgency, records }: ScoreReport): CountedSection {
  const urgent = [
    item(
      rejectUrgency.yes,
      'alarm',
      `of ${numbered(records.rejected, 'rejected record')} ${urgentWords(rejectUrgency.yes)}`,
    ),
    item(rejectUrgency.possible, 'caution', `may name one: a cell that could cannot be read`),
  ].filter(({ counts: [rows = 0] }) => rows > 0);
  const reasons = rejects.slice(0, NAMED).map((reject) => ({ counts: [reject.rows], text: rejectText(reject) }));
  const others = rejects.length - reasons.length;
  const notes: readonly Span[] =
    others > 0 ? [{ style: 'faint', text: `and ${numbered(others, 'other reason')}` }] : [];
  return { label: 'Rejected', style: 'alarm', columns: ['rows'], items: [...urgent, ...reasons], notes };
}

function urgentWords(rows: number): string {
  return rows === 1
    ? 'names an answer that stops a call: look at it first'
    : 'name an answer that stops a call: look at these first';
}

function rejectText({ code, message, remedy, columns }: RejectedRows): readonly Span[] {
  const named = columns.slice(0, NAMED).map(({ name, rows }) => `\`${name}\` ${grouped(rows)}`);
  const others = columns.length > NAMED ? ` and ${columns.length - NAMED} more` : '';
  const where = named.length === 0 ? '' : ` (${named.join(', ')}${others})`;
  return [
    { style: 'plain', text: `${message}${where}` },
    { style: 'faint', text: ` [${code}]` },
    { style: 'good', text: ' remedy:' },
    { style: 'plain', text: ` ${remedy}` },
  ];
}

/** What to do with the files of rejects, the urgent records before the others. */
export function nextSection({ records, rejectUrgency }: ScoreReport, files: RejectFiles | undefined): CountedSection {
  const empty: CountedSection = { label: 'Next', style: 'strong', columns: [], items: [], notes: [] };
  if (records.rejected === 0 || files === undefined) return empty;
  const isUrgent = rejectUrgency.yes + rejectUrgency.possible > 0;
  const first: Span = {
    style: 'alarm',
    text: `First look at the records that \`${files.problems}\` marks as urgent: somebody may be in danger.`,
  };
  const then: Span = {
    style: 'plain',
    text: `Correct \`${files.rejects}\` by what \`${files.problems}\` says, and score it with the same mapping and another \`--out\`.`,
  };
  return { ...empty, notes: [...(isUrgent ? [first] : []), then] };
}

function item(rows: number, style: Span['style'], text: string): CountedItem {
  return { counts: [rows], text: [{ style, text }] };
}
