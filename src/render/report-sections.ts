/** The sections of a report that have something to say, in reading order. */

import type { ScoreReport } from '../batch/score-report.ts';
import { element, fragment, type Markup } from './html.ts';
import { boundsSection, levelSection, statusSection, stepSection } from './report-levels.ts';
import { missingSection, nearMissSection } from './report-open.ts';
import { assumptionSection, readingSection, rejectSection } from './report-reading.ts';
import { emergencySection } from './report-urgent.ts';

/** One part of the page under a heading of its own; undefined where there is nothing to say. */
export interface ReportSection {
  readonly heading: string;
  readonly content: readonly Markup[];
}

const SECTIONS: readonly ((report: ScoreReport) => ReportSection | undefined)[] = [
  emergencySection,
  statusSection,
  levelSection,
  boundsSection,
  stepSection,
  missingSection,
  nearMissSection,
  assumptionSection,
  rejectSection,
  readingSection,
];

/** Renders every section, each with its heading. */
export function reportSections(report: ScoreReport): readonly Markup[] {
  return SECTIONS.map((section) => section(report)).map((section) =>
    section === undefined ? fragment() : element('section', {}, element('h2', {}, section.heading), ...section.content),
  );
}
