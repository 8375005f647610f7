/** The first section of a report: who is in danger for certain, and of whom nobody knows that they are not. */

import type { ScoreReport } from '../batch/score-report.ts';
import { atLeast, coarse } from './coarse.ts';
import { numbered } from './grouped.ts';
import { element, type Markup } from './html.ts';
import { htmlTable, noted } from './html-table.ts';
import type { ReportSection } from './report-sections.ts';

/** Emergencies, and rows that are none only if something that nobody knows is so. */
export function emergencySection(report: ScoreReport): ReportSection | undefined {
  const { emergency, records } = report;
  if (records.read === 0) return undefined;
  const table = htmlTable({
    id: 'emergency-table',
    caption: 'Scored rows and emergencies',
    columns: ['Emergency', 'Rows'],
    rows: [
      [
        noted('For certain', 'an answer stops the call, or every way to complete the row is one'),
        coarse(emergency.certain),
      ],
      [noted('May still be one', 'open answers decide'), coarse(emergency.possible)],
      [
        noted('May be one if an assumption is wrong', 'the row rests on an assumption about a safety question'),
        coarse(emergency.assumed),
      ],
      [
        noted(
          'Safety questions open',
          'at least residential until they are asked; the row may be in the two lines above, too',
        ),
        coarse(emergency.safetyOpen),
      ],
    ],
  });
  return {
    heading: 'Emergencies',
    content: [
      element(
        'p',
        {},
        'A row is no emergency by its answers only if it is in none of these lines. A low level further down the page says what is ',
        'certain, not that no more is needed.',
      ),
      ...(records.scored === 0 ? [element('p', {}, 'No row was scored.')] : [table]),
      ...urgentRejects(report),
    ],
  };
}

/** What rejected records say; undefined where nothing calls for haste. */
export function urgentRejects({ rejectUrgency: { yes, possible }, records }: ScoreReport): readonly Markup[] {
  if (yes + possible === 0) return [];
  const of = numbered(records.rejected, 'rejected record');
  const urgent = `${atLeast(yes)} of ${of} name an answer that stops a call: look at these first. `;
  const doubtful = `Of ${atLeast(possible)} nobody can say, because a cell that could name one cannot be read.`;
  return [
    element(
      'p',
      { class: 'note' },
      element('strong', {}, yes === 0 ? `Rejected records are in none of these lines. ` : urgent),
      possible === 0 ? '' : doubtful,
    ),
  ];
}
