/** What the summary of a run tells, in the order in which whoever ran it needs it. */

import type { RejectedRows, ScoreReport } from '../batch/score-report.ts';
import { grouped, numbered } from './grouped.ts';
import type { Style } from './palette.ts';
import type { Span } from './wrap.ts';

/** A table with its counts in front. */
export interface CountedSection {
  readonly label: string;
  readonly style: Style;
  /** Headings of the counts; none where the items have no counts. */
  readonly columns: readonly string[];
  readonly items: readonly CountedItem[];
  readonly notes: readonly Span[];
}

export interface CountedItem {
  readonly counts: readonly number[];
  readonly text: readonly Span[];
  /** Whether the text is cut at the end of its line, because only its beginning is needed to know it by. */
  readonly clipped?: boolean;
}

/** Two files: the records as they came, and what is wrong with each. */
export interface RejectFiles {
  readonly rejects: string;
  readonly problems: string;
}

/** How many questions, codes and columns are named: more are read in the report or in the problems file. */
const NAMED = 5;

/** The sections that have something to say. */
export function summarySections(report: ScoreReport, files: RejectFiles | undefined): readonly CountedSection[] {
  return [
    statusSection(report),
    levelSection(report),
    firstStepSection(report),
    fallbackSection(report),
    missingSection(report),
    assumedSection(report),
    ignoredSection(report),
    rejectSection(report),
    nextSection(report, files),
  ].filter(({ items, notes }) => items.length + notes.length > 0);
}

const STATUS_WORDS = {
  settled: 'settled: one level, in `level`',
  open: 'open: several levels are possible, `level` stays empty',
  assumed: 'assumed: rests on an assumption about a safety question, `level` stays empty',
  'out-of-scope': 'out of scope: these rules give no level',
} as const satisfies Record<ScoreReport['statuses'][number]['status'], string>;

function statusSection({ statuses }: ScoreReport): CountedSection {
  const items = statuses
    .filter(({ rows }) => rows > 0)
    .map(({ status, rows }) => ({ counts: [rows], text: [plain(STATUS_WORDS[status])] }));
  return { label: 'Status', style: 'heading', columns: ['rows'], items, notes: [] };
}

function levelSection({ levels, withoutLevel, dispositions }: ScoreReport): CountedSection {
  const items = levels
    .map(({ level, settled, assumed, open }) => ({ counts: [settled, assumed, open], text: [plain(level.name)] }))
    .filter(({ counts }) => counts.some((count) => count > 0));
  const isSpread = items.some(({ counts: [, assumed = 0, open = 0] }) => assumed + open > 0);
  const ends = dispositions.slice(0, NAMED).map(({ name, rows }) => `${name} (${grouped(rows)})`);
  const others = dispositions.length > NAMED ? ', and others' : '';
  return {
    label: 'Levels',
    style: 'heading',
    columns: items.length === 0 ? [] : ['settled', 'assumed', 'open'],
    items,
    notes: [
      ...(isSpread ? [faint('Assumed and open rows stand at the lowest level that is still possible.')] : []),
      ...(withoutLevel === 0 ? [] : [plain(`${numbered(withoutLevel, 'row')} without a level.`)]),
      ...(ends.length === 0 ? [] : [plain(`How calls ended: ${ends.join(', ')}${others}.`)]),
    ],
  };
}

function firstStepSection({ firstSteps }: ScoreReport): CountedSection {
  const items = firstSteps
    .filter(({ certain, possible }) => certain + possible > 0)
    .map(({ name, certain, possible }) => ({ counts: [certain, possible], text: [plain(name)] }));
  return { label: 'First steps', style: 'heading', columns: ['certain', 'possible'], items, notes: [] };
}

function fallbackSection({ fallback: { yes, possible } }: ScoreReport): CountedSection {
  const items = [
    { counts: [yes], text: [plain('due: an intensive outpatient program does not fit')] },
    { counts: [possible], text: [plain('due if open answers turn out so')] },
  ].filter(({ counts: [rows = 0] }) => rows > 0);
  return { label: 'Fallback', style: 'heading', columns: ['rows'], items, notes: [] };
}

function missingSection({ missing }: ScoreReport): CountedSection {
  const items = missing.slice(0, NAMED).map(({ id, says, rows, alone }) => ({
    counts: [rows, alone],
    text: [strong(`${id}:`), faint(` ${says}`)],
    clipped: true,
  }));
  const others = missing.length - items.length;
  const notes = [
    ...(others > 0 ? [faint(`and ${numbered(others, 'other question')}`)] : []),
    ...(items.length > 0 ? [faint('Alone: nothing else is missing, so that the answer settles the row.')] : []),
  ];
  return { label: 'Missing', style: 'heading', columns: ['rows', 'alone'], items, notes };
}

/** The reasons are told before scoring begins, and in the report. */
function assumedSection({ assumptions }: ScoreReport): CountedSection {
  const needed = assumptions.filter(({ rows }) => rows > 0);
  const others = assumptions.length - needed.length;
  return {
    label: 'Assumed',
    style: 'caution',
    columns: ['rows'],
    items: needed.map(({ question, answer, rows }) => ({
      counts: [rows],
      text: [strong(`${question.id}:`), plain(` ${answer}`)],
    })),
    notes: others > 0 ? [faint(`${numbered(others, 'assumption')} that no row needed.`)] : [],
  };
}

function ignoredSection({ ignored }: ScoreReport): CountedSection {
  const items = ignored
    .slice(0, NAMED)
    .map(({ id, says, rows }) => ({ counts: [rows], text: [strong(`${id}:`), faint(` ${says}`)], clipped: true }));
  const others = ignored.length - items.length;
  const notes = [
    ...(others > 0 ? [faint(`and ${numbered(others, 'other question')}`)] : []),
    ...(items.length > 0 ? [faint('Answers left out of account, because their question does not apply.')] : []),
  ];
  return { label: 'Left out', style: 'heading', columns: ['rows'], items, notes };
}

function rejectSection({ rejects }: ScoreReport): CountedSection {
  const items = rejects.slice(0, NAMED).map((reject) => ({ counts: [reject.rows], text: rejectText(reject) }));
  const others = rejects.length - items.length;
  const notes = others > 0 ? [faint(`and ${numbered(others, 'other reason')}`)] : [];
  return { label: 'Rejected', style: 'alarm', columns: ['rows'], items, notes };
}

function rejectText({ code, message, remedy, columns }: RejectedRows): readonly Span[] {
  const named = columns.slice(0, NAMED).map(({ name, rows }) => `\`${name}\` ${grouped(rows)}`);
  const others = columns.length > NAMED ? ` and ${columns.length - NAMED} more` : '';
  const where = named.length === 0 ? '' : ` (${named.join(', ')}${others})`;
  return [plain(`${message}${where}`), faint(` [${code}]`), { style: 'good', text: ' remedy:' }, plain(` ${remedy}`)];
}

function nextSection({ records }: ScoreReport, files: RejectFiles | undefined): CountedSection {
  const notes =
    records.rejected === 0 || files === undefined
      ? []
      : [
          plain(`The rejected records lie in \`${files.rejects}\`, what is wrong with each in \`${files.problems}\`.`),
          plain('Correct the records there, and score that file with the same options.'),
        ];
  return { label: 'Next', style: 'strong', columns: [], items: [], notes };
}

function plain(text: string): Span {
  return { style: 'plain', text };
}

function strong(text: string): Span {
  return { style: 'strong', text };
}

function faint(text: string): Span {
  return { style: 'faint', text };
}
