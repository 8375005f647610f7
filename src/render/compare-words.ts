/** The words of a comparison. */

import type { PairReport } from '../analysis/compare-report.ts';
import type { Step } from '../analysis/said.ts';
import type { LEVELS } from '../policy/care-lists.ts';
import type { WitnessCaller } from '../problems/problem.ts';

const ENDED = 'no-level/';

/** What is said of a caller: a level by its id, that nothing is said, or how the call ends. */
export function saidWords(says: string): string {
  if (says === 'silent') return 'says nothing';
  return says.startsWith(ENDED) ? `no level (${says.slice(ENDED.length)})` : says;
}

/** Rows and columns of a matrix: all ways to end without a level are one. */
export function matrixKey(says: string): string {
  return says.startsWith(ENDED) ? 'no level' : saidWords(says);
}

/** The levels in their order, to which the compiler holds them; then silence, then no level. */
export const MATRIX_ORDER = [
  'information',
  'outpatient',
  'iop',
  'php',
  'residential',
  'inpatient',
  'emergency',
  'says nothing',
  'no level',
] as const satisfies readonly [...typeof LEVELS, 'says nothing', 'no level'];

/** Heads no wider than six cells, so that nine columns fit beside their labels. */
export const MATRIX_HEADS: Readonly<Record<(typeof MATRIX_ORDER)[number], string>> = {
  information: 'infor-\nmation',
  outpatient: 'outpa-\ntient',
  iop: 'iop',
  php: 'php',
  residential: 'resid-\nential',
  inpatient: 'inpa-\ntient',
  emergency: 'emer-\ngency',
  'says nothing': 'says\nnothing',
  'no level': 'no\nlevel',
};

/** What a difference is called, in few words: it may stand beside four columns. */
export const STEP_WORDS: Readonly<Record<Step, string>> = {
  same: 'the same',
  down: 'a step down',
  up: 'a step up',
  silent: 'only one says something',
  'no-level': 'another end of the call',
};

/** The rows of a table of steps. */
export const STEP_ORDER: readonly Step[] = ['same', 'down', 'up', 'silent', 'no-level'];

/** The same, counted and named after the policies. */
export function stepRow(step: Step, { after }: PairReport, areVersions: boolean): string {
  if (step === 'down') return areVersions ? 'a step down' : `${after.name} lower`;
  if (step === 'up') return areVersions ? 'a step up' : `${after.name} higher`;
  return STEP_WORDS[step];
}

/** The answers of a caller that are not those of an unremarkable one. */
export function witnessWords({ answers, differing }: WitnessCaller): string {
  if (differing.length === 0) return 'an unremarkable caller';
  return differing.map((id) => `${id}: ${answerWords(answers[id] ?? '')}`).join('; ');
}

function answerWords(answer: string | number | readonly string[]): string {
  if (typeof answer !== 'object') return String(answer);
  return answer.length === 0 ? 'none of these' : answer.join(', ');
}
