/**
 * The report of a run as one page that needs nothing else: no script, no address, no font. It holds counts alone, those of people
 * rounded (coarse.ts), because it is what gets passed on.
 */

import type { ScoreReport } from '../batch/score-report.ts';
import { grouped, numbered } from './grouped.ts';
import { element, fragment, type Markup, page } from './html.ts';
import { reportSections } from './report-sections.ts';
import { SCORE_REPORT_STYLE } from './score-report-style.ts';

/** Renders the report as a complete HTML document, which is well-formed XML too. */
export function renderScoreReport(report: ScoreReport): string {
  return page({
    language: 'en',
    title: `Scoring report, ${report.date}`,
    style: SCORE_REPORT_STYLE,
    meta: { referrer: 'no-referrer', 'color-scheme': 'light dark' },
    body: element(
      'body',
      {},
      patterns(),
      element('main', {}, opening(report), ...reportSections(report)),
      closing(report),
    ),
  });
}

function opening(report: ScoreReport): Markup {
  const { records, policy, complete, date } = report;
  const { read, scored, rejected, blank } = records;
  const account = `${numbered(read, 'record')} in = ${grouped(scored)} scored + ${grouped(rejected)} rejected`;
  return element(
    'header',
    {},
    element('h1', {}, 'Scoring report'),
    element('p', { class: 'account' }, account),
    ...(complete
      ? []
      : [element('p', { class: 'note' }, 'Not all of the input was read: all counts are of what was.')]),
    ...(blank === 0 ? [] : [element('p', {}, `Besides, ${numbered(blank, 'blank line')}, which are no records.`)]),
    element(
      'p',
      {},
      `This page counts what the rules “${policy.title}” say, on ${date}, of the intakes in an exported file: which level of care fits, `,
      'what is still open, what is missing, and what could not be scored.',
    ),
    element(
      'div',
      { class: 'note' },
      element('p', {}, element('strong', {}, 'Provisional: a licensed counselor decides. '), reviewOf(report)),
      element(
        'p',
        {},
        'The rows behind this page are health data. The page holds counts and none of their answers; so that a count does not point ',
        'to a person, counts of people are rounded down to a multiple of five, and “1 to 4” stands for fewer. Counts of records in ',
        'the line above and of rejected ones are exact. Who may see the page is for those to decide who answer for the rows.',
      ),
    ),
  );
}

function reviewOf({ policy }: ScoreReport): string {
  return policy.reviewedBy === null
    ? 'Not clinically reviewed: no licensed clinician has signed these rules.'
    : `Rules reviewed by ${policy.reviewedBy}.`;
}

/** What bars are filled with besides plain ink. The drawing takes no room and says nothing. */
function patterns(): Markup {
  const tile = { width: 8, height: 8, patternUnits: 'userSpaceOnUse' };
  const paper = element('rect', { width: 8, height: 8, class: 'paper' });
  return element(
    'svg',
    { class: 'patterns', width: 0, height: 0, 'aria-hidden': 'true', focusable: 'false' },
    element(
      'defs',
      {},
      element(
        'pattern',
        { id: 'striped', ...tile, patternTransform: 'rotate(45)' },
        paper,
        element('line', { x1: 2, y1: 0, x2: 2, y2: 8, class: 'stripe' }),
      ),
      element(
        'pattern',
        { id: 'dotted', ...tile },
        paper,
        element('circle', { cx: 2, cy: 2, r: 1.2, class: 'dot' }),
        element('circle', { cx: 6, cy: 6, r: 1.2, class: 'dot' }),
      ),
    ),
  );
}

function closing({ date, version, questionnaire, policy, mapping }: ScoreReport): Markup {
  const line = (text: string): Markup => element('p', {}, text);
  return element(
    'footer',
    {},
    line(`Scored on ${date} with intakeline ${version}.`),
    line(`Questionnaire: ${questionnaire.title} (${questionnaire.id} ${questionnaire.version}).`),
    line(`Policy: ${policy.title} (${policy.id} ${policy.version}, ${policy.date}).`),
    fragment(line(`Mapping: ${mapping.title} (${mapping.id}).`)),
  );
}
