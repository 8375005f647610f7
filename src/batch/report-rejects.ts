/** Why rows were rejected: the codes with their words, and in which columns. */

import { byRows } from './by-rows.ts';
import { REJECT_CODES, type RejectCode } from './reject-codes.ts';
import type { RejectedRows, ScoreReport } from './score-report.ts';
import type { Tally } from './tally.ts';

/** The codes that occur, most frequent first; equal ones in the order of the closed list. */
export function rejectedRows(tally: Tally, header: readonly string[]): readonly RejectedRows[] {
  const codes: readonly RejectCode[] = Object.keys(REJECT_CODES).filter(isRejectCode);
  return codes
    .map((code) => ({
      code,
      ...REJECT_CODES[code],
      rows: tally.rejectCodes.get(code) ?? 0,
      columns: columnsOf(code, tally, header),
    }))
    .filter(({ rows }) => rows > 0)
    .sort(byRows);
}

/** Rejected records that cannot wait. */
export function rejectUrgencyRows({ rejectUrgencies }: Tally): ScoreReport['rejectUrgency'] {
  return { yes: rejectUrgencies.get('yes') ?? 0, possible: rejectUrgencies.get('possible') ?? 0 };
}

function isRejectCode(key: string): key is RejectCode {
  return key in REJECT_CODES;
}

/** Columns are counted under `code place`; only columns that the mapping reads can be among them. */
function columnsOf(code: RejectCode, { rejectColumns }: Tally, header: readonly string[]): RejectedRows['columns'] {
  return [...rejectColumns]
    .flatMap(([key, rows]) => {
      const [counted, place] = key.split(' ');
      return counted === code && place !== undefined && /^\d+$/.test(place) ? [{ place: Number(place), rows }] : [];
    })
    .sort((a, b) => b.rows - a.rows || a.place - b.place)
    .map(({ place, rows }) => ({ name: columnName(place, header), rows }));
}

function columnName(place: number, header: readonly string[]): string {
  const name = header[place]?.trim() ?? '';
  return name === '' ? `column ${place + 1}` : name;
}
