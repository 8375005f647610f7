/** The sections on what would change results: missing answers, and single answers that turn a level. */

import type { NearMissRows, ScoreReport } from '../batch/score-report.ts';
import { barChart } from './bar-chart.ts';
import { coarse } from './coarse.ts';
import { grouped } from './grouped.ts';
import { element, type Markup } from './html.ts';
import { htmlTable, noted } from './html-table.ts';
import type { ReportSection } from './report-sections.ts';

/** Bars that a reader takes in at a glance. */
const DRAWN = 10;

/** Rows of a table that nobody would read further. */
const LISTED = 40;

/** What is missing most, and what it alone would settle. */
export function missingSection({ missing, records }: ScoreReport): ReportSection | undefined {
  if (records.scored === 0) return undefined;
  const heading = 'What is missing most';
  if (missing.length === 0) return { heading, content: [element('p', {}, 'No result depends on a missing answer.')] };
  return {
    heading,
    content: [
      element(
        'p',
        {},
        'Questions without an answer on which results still depend. Where a question is the only one missing, its answer settles the row.',
      ),
      element('figure', {}, missingChart(missing.slice(0, DRAWN))),
      htmlTable({
        id: 'missing-answer-table',
        caption: 'Missing answers',
        columns: ['Question', 'Rows', 'Only this missing'],
        rows: missing.map(({ id, says, rows, alone }) => [noted(says, id), coarse(rows), coarse(alone)]),
      }),
    ],
  };
}

function missingChart(missing: ScoreReport['missing']): Markup {
  const [first] = missing;
  return barChart({
    id: 'missing',
    title: 'Rows by missing question, and those that it alone would settle',
    desc: first === undefined ? '' : `Missing most, in rows: ${coarse(first.rows).shown}. The question: ${first.says}`,
    key: [
      { look: 'solid', means: 'Only this missing' },
      { look: 'dotted', means: 'Others missing too' },
    ],
    bars: missing.map(({ says, rows, alone }) => ({
      label: says,
      says: `${coarse(rows).shown} rows, ${coarse(alone).shown} alone`,
      parts: [
        { look: 'solid', count: coarse(alone) },
        { look: 'dotted', count: coarse(rows - alone) },
      ],
    })),
  });
}

/** Settled rows that one other answer would give another level. */
export function nearMissSection({ nearMisses, statuses }: ScoreReport): ReportSection | undefined {
  if (nearMisses === null) return undefined;
  const heading = 'Near misses';
  if (nearMisses.length === 0) {
    const isSettled = statuses.some(({ status, rows }) => status === 'settled' && rows > 0);
    const none = isSettled ? 'No settled row is one changeable answer away from another level.' : 'No row is settled.';
    return { heading, content: [element('p', {}, none)] };
  }
  const others = nearMisses.length - LISTED;
  return {
    heading,
    content: [
      element(
        'p',
        {},
        'Settled rows for which one other answer, about a circumstance that can change, would give another level. A row may count ',
        'several times.',
      ),
      element('figure', {}, nearMissChart(nearMisses.slice(0, DRAWN))),
      htmlTable({
        id: 'near-miss-table',
        caption: others > 0 ? `Near misses, the ${LISTED} most frequent` : 'Near misses',
        columns: ['If it were', 'Level now', 'Level then', 'Rows'],
        rows: nearMisses
          .slice(0, LISTED)
          .map((miss) => [
            noted(`${miss.question.says} ${miss.answer}`, miss.question.id),
            miss.from.name,
            miss.to.name,
            coarse(miss.rows),
          ]),
      }),
      ...(others > 0 ? [element('p', { class: 'faint' }, `${grouped(others)} less frequent ones are left out.`)] : []),
    ],
  };
}

function nearMissChart(nearMisses: readonly NearMissRows[]): Markup {
  return barChart({
    id: 'near-misses',
    title: 'Settled rows by the one answer that would give another level',
    desc: `The ${nearMisses.length} most frequent, in the order of the table that follows.`,
    key: [],
    bars: nearMisses.map(({ question, answer, from, to, rows }) => ({
      label: `${question.says} ${answer}`,
      says: `${coarse(rows).shown}: ${from.id} → ${to.id}`,
      parts: [{ look: 'solid', count: coarse(rows) }],
    })),
  });
}
