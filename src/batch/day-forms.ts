/** In which form the texts of a column are days. */

import { dayPattern, readDay } from './calendar-day.ts';
import type { ColumnSample } from './column-sample.ts';
import { foldText } from './fold-text.ts';

/** Forms that exports use, the strict one of each order before the one that takes single digits, too. */
const FORMS: readonly (readonly string[])[] = [
  ...['-', '/', '.'].flatMap((sign) =>
    [
      ['YYYY', 'MM', 'DD'],
      ['MM', 'DD', 'YYYY'],
      ['DD', 'MM', 'YYYY'],
    ].map((parts) => [parts.join(sign), parts.map((part) => (part === 'YYYY' ? part : part.charAt(0))).join(sign)]),
  ),
  ['YYYYMMDD'],
];

/** Of ten texts so many are days where a column is one of days: the others may say that none was recorded. */
const OF_TEN = 9;

/** The forms in which they can be read; several where nothing tells the day from the month, none where they are no days. */
export function dayForms({ texts }: ColumnSample): readonly string[] {
  const folded = [...texts.keys()].map(foldText);
  if (folded.length === 0) return [];
  return FORMS.flatMap((forms) => forms.find((form) => fits(form, folded)) ?? []);
}

function fits(form: string, texts: readonly string[]): boolean {
  const pattern = dayPattern(form);
  return 10 * texts.filter((text) => readDay(text, pattern) !== undefined).length >= OF_TEN * texts.length;
}
