/** Exports in the shape of TEDS-A: the columns of the sample, codes as floats, as frequent as the codebook counts them. */

import { readCsv } from '../fixtures/read-csv.ts';
import type { Random } from '../questionnaires/random-callers.ts';
import { fitMargins } from './fit-margins.ts';
import { type Draw, type ExportShape, weightedDraw } from './generate-export.ts';

/** How often each code of each variable occurs in a year: variable → code → admissions. */
export type Frequencies = ReadonlyMap<string, Readonly<Record<string, number>>>;

/** The columns behind CASEID, in the order of the 2017 sample. */
export const TEDS_COLUMNS: readonly string[] = [
  ...['STFIPS', 'CBSA2010', 'EDUC', 'MARSTAT', 'SERVICES', 'DETCRIM', 'NOPRIOR', 'METHUSE', 'PSYPROB', 'PREG', 'VET'],
  ...['LIVARAG', 'DAYWAIT', 'DSMCRIT', 'AGE', 'RACE', 'ETHNIC', 'DETNLF', 'PRIMINC', 'SUB1', 'SUB2', 'SUB3'],
  ...['ROUTE1', 'ROUTE2', 'ROUTE3', 'FREQ1', 'FREQ2', 'FREQ3', 'FRSTUSE1', 'FRSTUSE2', 'FRSTUSE3', 'HLTHINS'],
  ...['PRIMPAY', 'FREQ_ATND_SELF_HELP', 'ALCFLG', 'COKEFLG', 'MARFLG', 'HERFLG', 'METHFLG', 'OPSYNFLG', 'PCPFLG'],
  ...['HALLFLG', 'MTHAMFLG', 'AMPHFLG', 'STIMFLG', 'BENZFLG', 'SEDHPFLG', 'INHFLG', 'OTCFLG', 'OTHERFLG', 'DIVISION'],
  ...['REGION', 'IDU', 'ALCDRUG', 'ARRESTS'],
];

/** The code of SUB1, SUB2 and SUB3 that each flag repeats. */
const FLAGS: Readonly<Record<string, string>> = {
  ALCFLG: '2',
  COKEFLG: '3',
  MARFLG: '4',
  HERFLG: '5',
  METHFLG: '6',
  OPSYNFLG: '7',
  PCPFLG: '8',
  HALLFLG: '9',
  MTHAMFLG: '10',
  AMPHFLG: '11',
  STIMFLG: '12',
  BENZFLG: '13',
  SEDHPFLG: '16',
  INHFLG: '17',
  OTCFLG: '18',
  OTHERFLG: '19',
};

const NONE = '1';
const MISSING = '-9';
const INJECTED = '4';
const ALCOHOL = '2';

/** A row while it is drawn: a code under the place of each column. One is reused for all rows, which is several times faster. */
type Row = string[];

/** The first column of each part of a row. What hangs on substances is in the last one. */
const PARTS = ['STFIPS', 'METHUSE', 'DAYWAIT', 'ETHNIC', 'SUB1'];

/**
 * Makes the shape of a year of admissions; the codebook is a table of year, variable, title, value, label, frequency, percent. Of
 * 1,000,000 rows some 825,000 are different in the columns that the shipped mapping reads.
 */
export function tedsExport(codebook: string, year: string): ExportShape {
  const frequencies = frequenciesOf(codebook, year);
  const drawSubstances = substanceDraw(frequencies);
  const draws = [...detailDraws(frequencies), ...otherDraws(frequencies)];
  const starts = PARTS.map(placeOf);
  const row: Row = TEDS_COLUMNS.map(() => MISSING);
  const parts = starts.map((start, part): Draw => {
    const end = starts[part + 1] ?? row.length;
    const own = draws.filter(({ place }) => place >= start && place < end);
    return (random) => {
      const substances = drawSubstances(random);
      if (end === row.length) writeSubstances(row, substances);
      for (const { place, slot, draw } of own) row[place] = isBlank(substances[slot]) ? MISSING : draw(random);
      if (end === row.length) row[placeOf('IDU')] = injecting(row);
      return `${row.slice(start, end).join('.0,')}.0`;
    };
  });
  return {
    header: ['CASEID', ...TEDS_COLUMNS].join(','),
    number: { before: year, behind: '.0' },
    kinds: [{ share: 1, parts }],
  };
}

/** Counts of a year in the codebook. */
export function frequenciesOf(codebook: string, year: string): Frequencies {
  const byVariable = new Map<string, Record<string, number>>();
  for (const [ofYear, variable, , value, , frequency] of readCsv(codebook.replaceAll('\r\n', '\n'))) {
    if (ofYear !== year || variable === undefined || value === undefined) continue;
    const counts = byVariable.get(variable) ?? {};
    byVariable.set(variable, { ...counts, [value]: Number(frequency) });
  }
  return byVariable;
}

function countsOf(frequencies: Frequencies, variable: string): Readonly<Record<string, number>> {
  const counts = frequencies.get(variable);
  if (counts === undefined) throw new Error(`the codebook has no ${variable}`);
  return counts;
}

function placeOf(column: string): number {
  return TEDS_COLUMNS.indexOf(column);
}

/** Codes of SUB1, SUB2 and SUB3. */
type Substances = readonly [string, string, string];

function isBlank(code: string | undefined): boolean {
  return code === NONE || code === MISSING;
}

/**
 * Draws the three substances together. No substance is named twice and none follows "none" (in the codebook the three counts of
 * a substance add up to its flag), so they are not drawn one by one: that would bend how often each occurs.
 */
function substanceDraw(frequencies: Frequencies): (random: Random) => Substances {
  const [first, second, third] = ['SUB1', 'SUB2', 'SUB3'].map((variable) => countsOf(frequencies, variable));
  const pairs = fitMargins(first!, second!, mayFollow);
  const named = Object.fromEntries(pairs.map(({ row, column, weight }) => [`${row} ${column}`, weight]));
  const triples = fitMargins(named, third!, (pair, code) => pair.split(' ').every((one) => mayFollow(one, code)));
  const draw = weightedDraw(Object.fromEntries(triples.map(({ row, column, weight }) => [`${row} ${column}`, weight])));
  return (random) => {
    const [one = MISSING, two = MISSING, three = MISSING] = draw(random).split(' ');
    return [one, two, three];
  };
}

/** Whether a code may stand behind another one: nothing but blanks behind a blank, and no substance twice. */
function mayFollow(before: string, code: string): boolean {
  return isBlank(before) ? isBlank(code) : code !== before;
}

/** What draws a column; where the substance of its slot is blank, the column is missing. */
interface ColumnDraw {
  readonly place: number;
  /** Place of the substance, or -1 where the column hangs on none. */
  readonly slot: number;
  readonly draw: (random: Random) => string;
}

/** How the substances are used: as often missing as the codebook says, blank substances included. */
function detailDraws(frequencies: Frequencies): readonly ColumnDraw[] {
  return ['ROUTE', 'FREQ', 'FRSTUSE'].flatMap((detail) =>
    [0, 1, 2].map((slot) => {
      const substances = countsOf(frequencies, `SUB${slot + 1}`);
      const counts = countsOf(frequencies, `${detail}${slot + 1}`);
      const blanks = (substances[NONE] ?? 0) + (substances[MISSING] ?? 0);
      const draw = weightedDraw({ ...counts, [MISSING]: Math.max(0, (counts[MISSING] ?? 0) - blanks) });
      return { place: placeOf(`${detail}${slot + 1}`), slot, draw };
    }),
  );
}

/** The columns that hang on no other, each on its own. */
function otherDraws(frequencies: Frequencies): readonly ColumnDraw[] {
  const follow = /^(?:SUB|ROUTE|FREQ|FRSTUSE)\d$|^IDU$|^ALCDRUG$/;
  return TEDS_COLUMNS.filter((column) => !follow.test(column) && !(column in FLAGS)).map((column) => ({
    place: placeOf(column),
    slot: -1,
    // The codebook leaves metropolitan areas out.
    draw: column === 'CBSA2010' ? () => MISSING : weightedDraw(countsOf(frequencies, column)),
  }));
}

const SUBSTANCE_PLACES = ['SUB1', 'SUB2', 'SUB3'].map(placeOf);
const FLAG_PLACES = Object.entries(FLAGS).map(([flag, code]) => ({ place: placeOf(flag), code }));

/** Writes the substances and everything that repeats them. */
function writeSubstances(row: Row, substances: Substances): void {
  for (const [slot, place] of SUBSTANCE_PLACES.entries()) row[place] = substances[slot]!;
  for (const { place, code } of FLAG_PLACES) row[place] = substances.includes(code) ? '1' : '0';
  const isDrug = substances.some((code) => code !== ALCOHOL && !isBlank(code));
  row[placeOf('ALCDRUG')] = String((substances.includes(ALCOHOL) ? 1 : 0) + (isDrug ? 2 : 0));
}

const ROUTE_PLACES = ['ROUTE1', 'ROUTE2', 'ROUTE3'].map(placeOf);

function injecting(row: Row): string {
  if (SUBSTANCE_PLACES.every((place) => isBlank(row[place]))) return MISSING;
  return ROUTE_PLACES.some((place) => row[place] === INJECTED) ? '1' : '0';
}
