/** An answer as notes and comments name it. */

import { NONE_OF_THESE } from '../conditions/fact-test.ts';
import type { FactValue } from '../conditions/model.ts';

/** An answer that names no option. */
const NONE_TEXT = NONE_OF_THESE.replaceAll('-', ' ');

/** Puts an answer into words: its id, or those of several options. */
export function answerText(answer: FactValue): string {
  if (typeof answer !== 'object') return String(answer);
  return answer.length === 0 ? NONE_TEXT : answer.join(' and ');
}
