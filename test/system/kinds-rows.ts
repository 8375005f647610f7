/** Rows for test/fixtures/sql/kinds.yaml, which reads columns of every kind. */

import { pick, type Random } from '../questionnaires/random-callers.ts';

const day = (first: number, last: number) => (random: Random) => {
  const part = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  return [part(first, last), part(1, 12), part(1, random() < 0.02 ? 31 : 28)] as const;
};
const born = day(1930, 2012);
const admitted = day(2024, 2025);
const lastUse = day(2026, 2026);
const pad = (number: number) => String(number).padStart(2, '0');
const american = ([year, month, date]: readonly [number, number, number]) => `${month}/${date}/${year}`;
const iso = ([year, month, date]: readonly [number, number, number]) => `${year}-${pad(month)}-${pad(date)}`;
const TIMES = [' 00:00:00.000', 'T07:30:00Z', ' 2:05 PM', 'T10:00+05:30', ' 23:59', ' 24:61', ' 10', 'T'];
const timed = (text: string, random: Random) => (random() < 0.2 ? text + pick(random, TIMES) : text);
const numbers = (last: number) => (random: Random) => String(Math.floor(random() ** 2 * (last + 1)));

type Draw = readonly string[] | ((random: Random) => string);
/** The columns of kinds.yaml, each with what stands in it. Most rows can be scored: what is odd stands once among many. */
export const COLUMNS: Readonly<Record<string, Draw>> = {
  note: ['free text', '=1+1', 'caf\u00e9'],
  danger: ['N', 'N', 'N', 'n', ' N ', 'U', 'Y'],
  who: ['S', 'S', 'S', 'S', 'O'],
  knows: ['yes', 'Yes', 'no'],
  born: (random) => timed(american(born(random)), random),
  admitted: (random) => american(admitted(random)),
  harm: [
    'none-of-these',
    'none-of-these',
    'none-of-these',
    'intent?',
    'NONE-OF-THESE',
    'wish-dead',
    'thoughts ; wish-dead',
  ],
  alc: ['1', '0', '0.0', '1.00'],
  alc2: ['0', '2', '0', '1'],
  opi: ['0', '0', '1'],
  sed: ['0', '0', '0', '1'],
  coc: ['0', '0', '1', ''],
  none: ['0', '0', '0', '0', '0', '1'],
  asked: ['1', '2', ''],
  days: numbers(30),
  drinks: (random) => (random() < 0.3 ? pick(random, ['a few', 'many', 'any', ' A FEW']) : numbers(20)(random)),
  last: (random) => timed(iso(lastUse(random)), random),
  symptoms: numbers(7),
  w1: ['1', '1', '2', '3', ''],
  w2: ['1', '1', '1', '4'],
  w3: ['1', '1', '1', ''],
  freq: ['1', '2', '3', '4', '9', '7'],
  injects: ['N', 'N', 'Y'],
  pregnant: ['0', '0', '0', '1', '2'],
  preg_flag: ['0', '9', '9', '9', '1'],
  mental: ['none', 'steady', 'Not steady', 'untreated', 'off-medicine'],
  home: ['3', '3', '2', '1'],
  violence: ['N', 'N', 'N', 'Y'],
  screen: ['clear', 'clear', 'not done'],
  stopped: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'yes', 'YES'],
  ended: ['', '', '', '', '', '', '', '', 'dropped', 'silent'],
};
const ODD = [
  'zzz',
  '1e3',
  '-5',
  '99999999999999999999',
  '\u0663',
  '1_0',
  '00',
  '-0',
  '-9',
  'N/A',
  '\u00a01\u3000',
  '13/40/2020',
  '2/29/2023',
];

/** Draws a row of kinds.yaml. */
export function drawnRow(random: Random): readonly string[] {
  const blank = pick(random, [0.1, 0.6, 0.6, 0.9]);
  const odd = random() < 0.1 ? 0.06 : 0;
  return Object.values(COLUMNS).map((draw) => {
    if (random() < odd) return pick(random, ODD);
    if (random() < blank) return '';
    return typeof draw === 'function' ? draw(random) : pick(random, draw);
  });
}

/** The same cells in other capitals, with blanks around them and zeros behind a point: no mapping tells them apart. */
export function respelled(cells: readonly string[], random: Random): readonly string[] {
  return cells.map((cell) => {
    const draw = random();
    if (draw < 0.7) return cell;
    if (draw < 0.8) return `\u00a0${cell} \t`;
    if (draw < 0.9) return cell.toUpperCase();
    return /^-?[0-9]+$/.test(cell) ? `${cell}.00` : `${cell}\u2003`;
  });
}
