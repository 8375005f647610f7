/** What scoring found, for the terminal: counts before words, so that columns of numbers stand under each other. */

import type { ScoreReport } from '../batch/score-report.ts';
import { cells } from './cells.ts';
import { grouped, numbered } from './grouped.ts';
import type { Paint } from './palette.ts';
import { type CountedSection, summarySections } from './score-sections.ts';
import type { RejectFiles } from './score-urgent.ts';
import { clip } from './styled-line.ts';
import { painted, type Span, wrap } from './wrap.ts';

/** Where the text begins beside its label, as in the summary of a call. */
const LABEL_WIDTH = 14;

/** Below this width a label stands above its text. */
const TWO_COLUMNS_FROM = 60;

/** Three counts and a word need as much. */
const NARROWEST = 40;

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
  const width = Math.max(NARROWEST, Math.min(options.width, WIDEST));
  const page = { ...options, width };
  const groups = summarySections(report, options.rejectFiles);
  const parts = [headLines(report, page), ...groups.map((group) => group.flatMap((one) => sectionLines(one, page)))];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function headLines({ records, complete }: ScoreReport, page: ScoreSummaryPage): readonly string[] {
  const { read, scored, rejected, blank } = records;
  const account = `${numbered(read, 'record')} in = ${grouped(scored)} scored + ${grouped(rejected)} rejected`;
  const notes: readonly Span[] = [
    ...(blank === 0 ? [] : [{ style: 'faint' as const, text: `${numbered(blank, 'blank line')} left out` }]),
    ...(complete ? [] : [{ style: 'caution' as const, text: 'not all of the input was read' }]),
  ];
  return [{ style: 'title' as const, text: account }, ...notes].flatMap((span) => lines([span], page.width, page));
}

function sectionLines(section: CountedSection, page: ScoreSummaryPage): readonly string[] {
  const { label, style, notes } = section;
  const isNarrow = page.width < TWO_COLUMNS_FROM;
  const indent = ' '.repeat(isNarrow ? 2 : LABEL_WIDTH);
  const room = page.width - indent.length;
  const all = [...tableLines(section, room, page), ...notes.flatMap((note) => lines([note], room, page))];
  const heading = page.paint(style, label.toUpperCase());
  if (isNarrow) return [heading, ...all.map((line) => indent + line)];
  const gap = ' '.repeat(LABEL_WIDTH - cells(label));
  return all.map((line, index) => (index === 0 ? heading + gap : indent) + line);
}

/** Counts set right, under headings if there are several, and behind them what they count. */
function tableLines({ columns, items }: CountedSection, room: number, page: ScoreSummaryPage): readonly string[] {
  if (items.length === 0) return [];
  const widths = columns.map((name, place) =>
    Math.max(columns.length > 1 ? cells(name) : 0, ...items.map(({ counts }) => grouped(counts[place] ?? 0).length)),
  );
  const inColumns = (texts: readonly string[]): string =>
    texts.map((text, place) => text.padStart(widths[place] ?? 0)).join('  ');
  const titles = inColumns(columns);
  const gutter = ' '.repeat(titles.length + 2);
  const width = Math.max(10, room - gutter.length);
  const rows = items.flatMap(({ counts, text, clipped }) => {
    const [first = '', ...others] = clipped === true ? [clippedLine(text, width, page)] : lines(text, width, page);
    return [`${inColumns(counts.map(grouped))}  ${first}`, ...others.map((line) => gutter + line)];
  });
  return columns.length > 1 ? [page.paint('faint', titles), ...rows] : rows;
}

function clippedLine(spans: readonly Span[], width: number, { paint }: ScoreSummaryPage): string {
  return painted(clip(spans, width), paint);
}

function lines(spans: readonly Span[], width: number, { paint }: ScoreSummaryPage): readonly string[] {
  return wrap(spans, width).map((words) => painted(words, paint));
}
