/** The sections on what scored rows get: how many are settled, at which levels, with which first steps. */

import type { KindRows, ScoreReport } from '../batch/score-report.ts';
import { barChart, type Look } from './bar-chart.ts';
import { coarse, exactly, share } from './coarse.ts';
import { element, type Markup } from './html.ts';
import { htmlTable, noted } from './html-table.ts';
import { levelGrid } from './level-grid.ts';
import type { ReportSection } from './report-sections.ts';

type Status = ScoreReport['statuses'][number]['status'];

const STATUS_WORDS: Readonly<Record<Status, readonly [name: string, meaning: string, look: Look]>> = {
  settled: ['Settled', 'one level, whatever the missing answers are', 'solid'],
  assumed: ['Assumed', 'rests on an assumption about a safety question', 'striped'],
  open: ['Open', 'several results are possible until more is known', 'dotted'],
  'out-of-scope': ['Out of scope', 'these rules give no level', 'dotted'],
};

const REJECTED: { readonly name: string; readonly meaning: string; readonly look: Look } = {
  name: 'Rejected',
  meaning: 'could not be scored: they have no result',
  look: 'striped',
};

/** How the three kinds of rows that have a level are drawn, most certain first. */
const KINDS = (['settled', 'assumed', 'open'] as const).map((status) => {
  const [name, , look] = STATUS_WORDS[status];
  return { status, name, look };
});

const KEY = KINDS.map(({ name, look }) => ({ look, means: name }));

/** Settled against open, and against what was rejected: a share of the scored rows alone would look better the more is rejected. */
export function statusSection({ statuses, records }: ScoreReport): ReportSection | undefined {
  if (records.scored === 0) return undefined;
  const all = exactly(records.read);
  const scored = statuses.map(({ status, rows }) => {
    const [name, meaning, look] = STATUS_WORDS[status];
    return { name, meaning, look, count: coarse(rows) };
  });
  const rows = [...scored, ...(records.rejected === 0 ? [] : [{ ...REJECTED, count: exactly(records.rejected) }])].map(
    (row) => ({ ...row, percent: share(row.count, all) }),
  );
  return {
    heading: 'Settled and open',
    content: [
      chart(
        barChart({
          id: 'statuses',
          title: 'Records by status',
          desc: `Of all records ${rows.map(({ name, count }) => `${count.shown} are ${name.toLowerCase()}`).join(', ')}.`,
          key: [],
          bars: rows.map(({ name, look, count, percent }) => ({
            label: name,
            says: percent === '' ? count.shown : `${count.shown} (${percent})`,
            parts: [{ look, count }],
          })),
        }),
      ),
      htmlTable({
        id: 'status-table',
        caption: 'Records by status',
        columns: ['Status', 'Rows', 'Share of all records'],
        rows: rows.map(({ name, meaning, count, percent }) => [noted(name, meaning), count, { share: percent || '–' }]),
      }),
    ],
  };
}

/** The distribution of levels, by the least intensive one that is still possible. */
export function levelSection(report: ScoreReport): ReportSection | undefined {
  const { levels, withoutLowest, withoutLevel, dispositions } = report;
  if ([...levels, withoutLowest].every((row) => totalOf(row) === 0)) return undefined;
  const open = { ...withoutLowest, level: { name: 'No lowest level: possibly none of these' } };
  const rows = [...(totalOf(withoutLowest) === 0 ? [] : [open]), ...levels];
  const without = coarse(withoutLevel);
  return {
    heading: 'Levels of care',
    content: [
      element(
        'p',
        {},
        'Each row counts under the least intensive level that is still possible for it: it may need more, not less.',
      ),
      chart(levelChart(rows)),
      htmlTable({
        id: 'level-table',
        caption: 'Rows by the least intensive level that is possible',
        columns: ['Level', 'Settled', 'Assumed', 'Open', 'All', 'May be an emergency'],
        rows: rows.map((row) => [
          row.level.name,
          coarse(row.settled),
          coarse(row.assumed),
          coarse(row.open),
          coarse(totalOf(row)),
          coarse(row.maybeEmergency),
        ]),
      }),
      ...(withoutLevel === 0 ? [] : [element('p', {}, `Rows without a level: ${without.shown}.`)]),
      ...(dispositions.length === 0 ? [] : [dispositionTable(dispositions)]),
    ],
  };
}

function levelChart(levels: readonly (KindRows & { readonly level: { readonly name: string } })[]): Markup {
  return barChart({
    id: 'levels',
    title: 'Rows by the least intensive level that is possible, settled, assumed and open',
    desc: `From least to most intensive: ${levels.map((row) => `${row.level.name}: ${coarse(totalOf(row)).shown}`).join('; ')}.`,
    key: KEY,
    bars: levels.map((row) => ({
      label: row.level.name,
      says:
        KINDS.filter(({ status }) => row[status] > 0)
          .map(({ status, name }) => `${coarse(row[status]).shown} ${name.toLowerCase()}`)
          .join(', ') || 'none',
      parts: KINDS.map(({ status, look }) => ({ look, count: coarse(row[status]) })),
    })),
  });
}

function dispositionTable(dispositions: ScoreReport['dispositions']): Markup {
  return htmlTable({
    id: 'ending-table',
    caption: 'How calls ended otherwise',
    columns: ['Ending', 'Rows'],
    rows: dispositions.map(({ name, rows }) => [name, coarse(rows)]),
  });
}

/** From which level to which the open rows reach. */
export function boundsSection({ bounds, levels }: ScoreReport): ReportSection | undefined {
  if (bounds.length === 0) return undefined;
  const placeOf = (id: string): number => levels.findIndex(({ level }) => level.id === id);
  const nameOf = (id: string | null): string =>
    id === null ? 'No lowest level' : (levels[placeOf(id)]?.level.name ?? id);
  const spans = bounds.flatMap(({ atLeast, atMost, ...row }) =>
    atLeast === null ? [] : [{ atLeast: placeOf(atLeast), atMost: placeOf(atMost), count: coarse(totalOf(row)) }],
  );
  return {
    heading: 'From the least to the most intensive possible level',
    content: [
      element(
        'p',
        {},
        'In the thick frames one level is left; the further to the right a row stands, the more is still open.',
      ),
      chart(
        levelGrid({
          id: 'bounds',
          title: 'Rows by the least and the most intensive possible level',
          desc: `A grid of ${levels.length} levels, each with a number. Its fields are the rows of the table that follows.`,
          levels: levels.length,
          spans,
        }),
        element('ol', { class: 'faint' }, ...levels.map(({ level }) => element('li', {}, level.name))),
      ),
      htmlTable({
        id: 'span-table',
        caption: 'Rows by both ends of their possible levels',
        columns: ['At least', 'At most', 'Rows'],
        rows: bounds.map((row) => [nameOf(row.atLeast), nameOf(row.atMost), coarse(totalOf(row))]),
      }),
    ],
  };
}

/** What has to happen before a level, and how often a residential fallback is due. */
export function stepSection({ firstSteps, fallback, records }: ScoreReport): ReportSection | undefined {
  if (records.scored === 0) return undefined;
  const steps = firstSteps.filter(({ certain, possible }) => certain + possible > 0);
  const table = htmlTable({
    id: 'step-table',
    caption: 'First steps: what has to happen before the level of care',
    columns: ['First step', 'Certain', 'Possible'],
    rows: steps.map(({ name, certain, possible }) => [name, coarse(certain), coarse(possible)]),
  });
  return {
    heading: 'First steps and fallback',
    content: [
      steps.length === 0 ? element('p', {}, 'No row has a first step.') : table,
      htmlTable({
        id: 'fallback-table',
        caption: 'Residential fallback, because an intensive outpatient program does not fit',
        columns: ['Fallback', 'Rows'],
        rows: [
          ['Due', coarse(fallback.yes)],
          ['Due if open answers turn out so', coarse(fallback.possible)],
          ['Not due', coarse(fallback.no)],
        ],
      }),
    ],
  };
}

function totalOf({ settled, assumed, open }: KindRows): number {
  return settled + assumed + open;
}

function chart(...content: readonly Markup[]): Markup {
  return element('figure', {}, ...content);
}
