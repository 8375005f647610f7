/** What is certain, possible or impossible of a yes/no statement, given what is known of a caller. */

import { type Forest, FALSE, type Node, TRUE } from '../diagram/forest.ts';
import { type Assignment, restrict } from '../diagram/walk.ts';
import type { Certainty } from './model.ts';

export function certainty(forest: Forest, region: Node, known: Assignment): Certainty {
  const left = restrict(forest, region, known);
  if (left === TRUE) return 'certain';
  return left === FALSE ? 'no' : 'possible';
}
