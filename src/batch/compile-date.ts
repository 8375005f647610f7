/** The time between two days as an answer. */

import type { Report } from '../documents/collect.ts';
import type { Path } from '../documents/document.ts';
import { dayPattern, isDayForm } from './calendar-day.ts';
import { compileColumn } from './compile-column.ts';
import type { DateReading } from './mapping.ts';
import { gridOf, type ReadingPlace } from './reading-place.ts';

/** Compiles `date`; undefined where the reading has none that can be read. */
export function compileDate({ source, question, path, scope }: ReadingPlace): DateReading | undefined {
  if (source.date === undefined) return undefined;
  const { format, until, in: unit } = source.date;
  const here = [...path, 'date'];
  const later = until === 'today' ? until : compileColumn(until, [...here, 'until'], scope.report);
  if (!isDayForm(format)) {
    reportForm([...here, 'format'], scope.report);
    return undefined;
  }
  return {
    grid: gridOf(question),
    format,
    pattern: dayPattern(format),
    until: later,
    unit,
  };
}

function reportForm(path: Path, report: Report): void {
  report({
    code: 'bad-date-form',
    path,
    message: 'dates cannot be read in this form',
    remedy:
      'write YYYY, MM or M, and DD or D, each once, such as `MM/DD/YYYY`; between M or D and the next part stands a sign',
  });
}
