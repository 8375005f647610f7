/** What the summary of a run tells, most urgent first: a screen of 24 lines should hold what a person may have to act upon. */

import type { ScoreReport } from '../batch/score-report.ts';
import { grouped, numbered } from './grouped.ts';
import type { Style } from './palette.ts';
import { emergencySection, nextSection, type RejectFiles, rejectSection } from './score-urgent.ts';
import type { Span } from './wrap.ts';

/** Counts, and behind each what it counts. */
export interface CountedSection {
  readonly label: string;
  readonly style: Style;
  /** Headings of the counts, where there are several. */
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

/** How many questions, and how many groups of equal counts, are named: more are in the report. */
const NAMED = 3;

/** The sections that have something to say, in groups that belong together. */
export function summarySections(
  report: ScoreReport,
  files: RejectFiles | undefined,
): readonly (readonly CountedSection[])[] {
  return [
    [emergencySection(report), rejectSection(report)],
    [statusSection(report), levelSection(report)],
    [firstStepSection(report), fallbackSection(report), missingSection(report)],
    [assumedSection(report), impliedSection(report), ignoredSection(report)],
    [nextSection(report, files)],
  ]
    .map((group) => group.filter(({ items, notes }) => items.length + notes.length > 0))
    .filter((group) => group.length > 0);
}

const STATUS_WORDS = {
  settled: 'settled: one level, in `level`',
  open: 'open: several results are possible, `level` is empty',
  assumed: 'assumed: rests on an assumption, `level` is empty',
  'out-of-scope': 'out of scope: these rules give no level',
} as const satisfies Record<ScoreReport['statuses'][number]['status'], string>;

function statusSection({ statuses, dispositions }: ScoreReport): CountedSection {
  const items = statuses
    .filter(({ rows }) => rows > 0)
    .map(({ status, rows }) => ({ counts: [rows], text: [plain(STATUS_WORDS[status])] }));
  const ends = dispositions.slice(0, NAMED).map(({ name, rows }) => `${name} (${grouped(rows)})`);
  const others = dispositions.length > NAMED ? ', and others' : '';
  const notes = ends.length === 0 ? [] : [plain(`How calls ended: ${ends.join(', ')}${others}.`)];
  return { label: 'Status', style: 'heading', columns: ['rows'], items, notes };
}

const KINDS = ['settled', 'assumed', 'open'] as const;

/** Rows at their lowest possible level, which is beside the point of those that may be emergencies: they are told with it. */
function levelSection({ levels, withoutLowest }: ScoreReport): CountedSection {
  const named = [
    { ...withoutLowest, name: 'no lowest level: possibly none of these' },
    ...levels.map((row) => ({ ...row, name: row.level.name })),
  ].filter((row) => KINDS.some((kind) => row[kind] > 0));
  const kinds = KINDS.filter((kind) => named.some((row) => row[kind] > 0));
  const items = named.map((row) => ({
    counts: kinds.map((kind) => row[kind]),
    text: [
      plain(row.name),
      ...(row.maybeEmergency === 0 ? [] : [alarm(`, ${grouped(row.maybeEmergency)} may still be an emergency`)]),
    ],
  }));
  const isSpread = kinds.some((kind) => kind !== 'settled');
  const notes = isSpread ? [faint('Rows that are not settled stand at their lowest possible level.')] : [];
  return { label: 'Levels', style: 'heading', columns: kinds, items, notes };
}

function firstStepSection({ firstSteps }: ScoreReport): CountedSection {
  const items = firstSteps
    .filter(({ certain }) => certain > 0)
    .map(({ name, certain }) => ({ counts: [certain], text: [plain(name)] }));
  const others = firstSteps.filter(({ certain, possible }) => certain === 0 && possible > 0).length;
  const more = items.length === 0 ? numbered(others, 'step') : numbered(others, 'other step');
  const notes = others === 0 ? [] : [faint(`${more} may turn out to be due as well.`)];
  return { label: 'First steps', style: 'heading', columns: ['rows'], items, notes };
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
  const notes = others > 0 ? [faint(`and ${numbered(others, 'other question')}`)] : [];
  return { label: 'Missing', style: 'heading', columns: ['rows', 'settles'], items, notes };
}

/** The answers and the reasons are told before scoring begins, and in the report. */
function assumedSection({ assumptions }: ScoreReport): CountedSection {
  const needed = assumptions.filter(({ rows }) => rows > 0);
  const others = assumptions.length - needed.length;
  const notes = others > 0 ? [faint(`${numbered(others, 'assumption')} that no row needed`)] : [];
  const counted = needed.map(({ question: { id }, rows }) => ({ id, rows }));
  return { label: 'Assumed', style: 'caution', columns: ['rows'], ...byCount(counted, notes) };
}

function impliedSection({ implied }: ScoreReport): CountedSection {
  return { label: 'Implied', style: 'heading', columns: ['rows'], ...byCount(implied, []) };
}

function ignoredSection({ ignored }: ScoreReport): CountedSection {
  const why = ignored.length === 0 ? [] : [faint('answers left out, because their question does not apply')];
  return { label: 'Left out', style: 'heading', columns: ['rows'], ...byCount(ignored, why) };
}

/** Questions with the same count share a line. */
function byCount(
  counted: readonly { readonly id: string; readonly rows: number }[],
  notes: readonly Span[],
): Pick<CountedSection, 'items' | 'notes'> {
  const counts = [...new Set(counted.map(({ rows }) => rows))].sort((one, other) => other - one).slice(0, NAMED);
  const idsWith = (count: number): readonly string[] => counted.flatMap(({ id, rows }) => (rows === count ? [id] : []));
  const others = counted.filter(({ rows }) => !counts.includes(rows)).length;
  return {
    items: counts.map((count) => ({ counts: [count], text: [plain(idsWith(count).join(', '))] })),
    notes: [...(others > 0 ? [faint(`and ${numbered(others, 'other question')}`)] : []), ...notes],
  };
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

function alarm(text: string): Span {
  return { style: 'alarm', text };
}
