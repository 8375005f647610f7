/** What scoring found, for the terminal: counts before words, so that columns of numbers stand under each other. */

import type { ScoreReport } from '../batch/score-report.ts';
import { cells } from './cells.ts';
import { grouped, numbered } from './grouped.ts';
import type { Paint } from './palette.ts';
import { type CountedSection, type RejectFiles, summarySections } from './score-sections.ts';
import { painted, type Span, wrap } from './wrap.ts';

/** Where the text begins beside its label, as in the summary of a call. */
const LABEL_WIDTH = 14;

/** Below this width a label stands above its text. */
const TWO_COLUMNS_FROM = 60;

/** Longer lines are hard to read, however wide the window is. */
const WIDEST = 100;

export interface ScoreSummaryPage {
  /** Cells of the terminal. */
  readonly width: number;
  readonly paint: Paint;
  /** Where rejected rows went, as whoever runs the command calls it; undefined where nothing was written. */
  readonly rejectFiles?: RejectFiles | undefined;
}

/** Renders the summary as lines of at most `width` cells; its first line accounts for every record. */
export function renderScoreSummary(report: ScoreReport, options: ScoreSummaryPage): string {
  const width = Math.max(30, Math.min(options.width, WIDEST));
  const page = { ...options, width };
  const sections = summarySections(report, options.rejectFiles);
  const parts = [headLines(report, page), ...sections.map((section) => sectionLines(section, page))];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function headLines({ records, complete }: ScoreReport, page: ScoreSummaryPage): readonly string[] {
  const { read, scored, rejected, blank } = records;
  const account = `${numbered(read, 'record')} in = ${grouped(scored)} scored + ${grouped(rejected)} rejected`;
  const notes: readonly Span[] = [
    ...(blank === 0 ? [] : [{ style: 'faint' as const, text: `${numbered(blank, 'blank line')}, no record` }]),
    ...(complete ? [] : [{ style: 'caution' as const, text: 'not all of the input was read' }]),
  ];
  return [{ style: 'title' as const, text: account }, ...notes].flatMap((span) => lines([span], page.width, page));
}

function sectionLines(
  { label, style, columns, items, notes }: CountedSection,
  page: ScoreSummaryPage,
): readonly string[] {
  const indent = page.width < TWO_COLUMNS_FROM ? 2 : LABEL_WIDTH;
  const room = page.width - indent;
  const widths = columns.map((name, place) =>
    Math.max(cells(name), ...items.map(({ counts }) => grouped(counts[place] ?? 0).length)),
  );
  const titles = columns.map((name, place) => name.padStart(widths[place] ?? 0)).join('  ');
  const gutter = columns.length === 0 ? '' : ' '.repeat(titles.length + 2);
  const rows = items.flatMap(({ counts, text }) => {
    const numbers = counts.map((count, place) => grouped(count).padStart(widths[place] ?? 0)).join('  ');
    const [first = '', ...others] = lines(text, Math.max(10, room - gutter.length), page);
    return [columns.length === 0 ? first : `${numbers}  ${first}`, ...others.map((line) => gutter + line)];
  });
  const all = [
    ...(titles === '' ? [] : [page.paint('faint', titles)]),
    ...rows,
    ...notes.flatMap((span) => lines([span], room, page)),
  ];
  return labelled(
    page.paint(style, label.toUpperCase()),
    all,
    indent - (indent < LABEL_WIDTH ? 0 : cells(label)),
    page,
  );
}

/** The label beside the first line, or above all of them where the window is narrow. */
function labelled(label: string, all: readonly string[], gap: number, { width }: ScoreSummaryPage): readonly string[] {
  if (width < TWO_COLUMNS_FROM) return [label, ...all.map((line) => `  ${line}`)];
  return all.map((line, index) => (index === 0 ? label + ' '.repeat(gap) : ' '.repeat(LABEL_WIDTH)) + line);
}

function lines(spans: readonly Span[], width: number, { paint }: ScoreSummaryPage): readonly string[] {
  return wrap(spans, width).map((words) => painted(words, paint));
}
