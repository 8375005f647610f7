/** The level of one caller as a box, in the words of the summary: with all that is open, chosen or to be feared. */

import type { GraphNode } from './graph-model.ts';
import type { PathView, ShownResult } from './graph-told.ts';

/** The box of the level; where the call ends without one, of how it ends. An emergency stands before any ending. */
export function levelNode({ result }: PathView, group: string): GraphNode {
  const { emergency, level } = result;
  const ending = emergency === null ? result.ending : null;
  return {
    id: 'level ',
    kind: ending === null ? 'level' : 'ending',
    group,
    heading: ending === null ? level.headline : ending.title,
    text: ending === null ? '' : level.headline,
    details: detailsOf(result),
    marks: isOpen(result) ? ['open'] : [],
    weight: 'strong',
  };
}

function detailsOf({ level, override, ending, endingByAnswers, emergency, open }: ShownResult): readonly string[] {
  return [
    ...(level.untilAsked === null ? [] : [level.untilAsked]),
    ...(override === null ? [] : [override.says]),
    ...(emergency === null || ending === null ? [] : [ending.title]),
    ...(endingByAnswers === null ? [] : [`by the answers: ${endingByAnswers.title}`]),
    ...(open?.says ?? []),
  ];
}

function isOpen({ level, open }: ShownResult): boolean {
  return open !== null || level.untilAsked !== null || level.kind === 'if-scored';
}
