/** The sections on the input: what was taken for granted, what was rejected, how it was read. */

import type { RejectedRows, ScoreReport } from '../batch/score-report.ts';
import { barChart } from './bar-chart.ts';
import { coarse, exactly } from './coarse.ts';
import { grouped, numbered } from './grouped.ts';
import { element, type Markup } from './html.ts';
import { htmlTable, noted } from './html-table.ts';
import type { ReportSection } from './report-sections.ts';
import { urgentRejects } from './report-urgent.ts';

/** Columns that are named of one code. */
const COLUMNS = 20;

/** What the mapping takes for granted, why, and for how many rows it was needed. */
export function assumptionSection({ assumptions }: ScoreReport): ReportSection {
  const heading = 'Assumptions';
  if (assumptions.length === 0) return { heading, content: [element('p', {}, 'The mapping assumes nothing.')] };
  return {
    heading,
    content: [
      element(
        'p',
        {},
        'What the export never asks and the mapping takes for granted. Where a result needed an assumption about a safety question, ',
        'the row is “assumed” and no level is given.',
      ),
      htmlTable({
        id: 'assumption-table',
        caption: 'Assumptions of the mapping',
        columns: ['Question', 'Assumed', 'Rows'],
        rows: assumptions.map(({ question, answer, because, rows }) => [
          noted(question.says, `${question.id}: ${because}`),
          answer,
          coarse(rows),
        ]),
      }),
    ],
  };
}

/** Why records could not be scored. These counts are of records and stay exact, so that whoever corrects them can check off. */
export function rejectSection(report: ScoreReport): ReportSection {
  const { rejects, records } = report;
  const heading = 'Rejected records';
  if (rejects.length === 0) return { heading, content: [element('p', {}, 'No record was rejected.')] };
  const columns = rejects.flatMap(({ code, columns: named }) =>
    named.slice(0, COLUMNS).map(({ name, rows }) => [element('bdi', {}, name), code, { records: rows }] as const),
  );
  return {
    heading,
    content: [
      element(
        'p',
        {},
        `${numbered(records.rejected, 'record')} rejected. One with several reasons counts under each of them.`,
      ),
      ...urgentRejects(report),
      element('figure', {}, rejectChart(rejects)),
      htmlTable({
        id: 'reason-table',
        caption: 'Reasons, and what to do',
        columns: ['Reason', 'What to do', 'Records'],
        rows: rejects.map(({ code, message, remedy, rows }) => [noted(message, code), remedy, { records: rows }]),
      }),
      ...(columns.length === 0
        ? []
        : [
            htmlTable({
              id: 'column-table',
              caption: 'Reasons by column',
              columns: ['Column', 'Reason', 'Times'],
              rows: columns,
            }),
          ]),
    ],
  };
}

function rejectChart(rejects: readonly RejectedRows[]): Markup {
  return barChart({
    id: 'rejects',
    title: 'Rejected records by reason',
    desc: `${numbered(rejects.length, 'reason')}, most frequent first, as in the table that follows.`,
    key: [],
    bars: rejects.map(({ code, message, rows }) => ({
      label: message,
      says: `${grouped(rows)}: ${code}`,
      parts: [{ look: 'solid', count: exactly(rows) }],
    })),
  });
}

/** How each file was read, which answers were left out of account, and for which questions the input lacks columns. */
export function readingSection({ inputs, implied, ignored, unread }: ScoreReport): ReportSection {
  return {
    heading: 'How the input was read',
    content: [
      element('ul', {}, ...inputs.map(inputItem)),
      ...(implied.length === 0
        ? []
        : [
            htmlTable({
              id: 'implied-table',
              caption: 'Answers that another column implies',
              columns: ['Question', 'Rows'],
              rows: implied.map(({ id, says, rows }) => [noted(says, id), coarse(rows)]),
            }),
          ]),
      ...(ignored.length === 0
        ? []
        : [
            htmlTable({
              id: 'ignored-table',
              caption: 'Answers left out of account, because their question does not apply',
              columns: ['Question', 'Rows'],
              rows: ignored.map(({ id, says, rows }) => [noted(says, id), coarse(rows)]),
            }),
          ]),
      ...(unread.length === 0
        ? []
        : [
            element('p', {}, 'Questions that the mapping can answer and this input lacks columns for:'),
            element('ul', {}, ...unread.map(({ id, says }) => element('li', {}, noted(says, id)))),
          ]),
    ],
  };
}

function inputItem({ name, notes }: ScoreReport['inputs'][number]): Markup {
  return element('li', {}, element('bdi', {}, name), ...notes.map((note) => element('small', {}, note)));
}
