/** Several policies on one caller, for a person and for a program. */

import type { CallerComparison, CallerPoint, CallerSide, Given } from '../analysis/compare-caller.ts';
import { type Block, type ListItem, table } from './blocks.ts';
import { blocksMarkdown } from './blocks-markdown.ts';
import { blocksText } from './blocks-text.ts';
import { saidWords } from './compare-words.ts';
import type { Paint } from './palette.ts';

/** As text of at most so many columns. */
export function callerText(comparison: CallerComparison, width: number, paint?: Paint): string {
  return blocksText(callerBlocks(comparison), width, paint);
}

/** As Markdown. */
export function callerMarkdown(comparison: CallerComparison): string {
  return blocksMarkdown(callerBlocks(comparison));
}

/** As JSON, versioned. */
export function callerJson(comparison: CallerComparison): string {
  return `${JSON.stringify({ format: 'intakeline/side-by-side/1', ...comparison }, null, 2)}\n`;
}

const DIFFER = { result: 'the result', 'first-steps': 'first steps', supports: 'supports' } as const;

function callerBlocks({ sides, differ, stops, disagreements }: CallerComparison): readonly Block[] {
  const same = 'All of them say the same of this caller.';
  return [
    { kind: 'title', text: `${sides.length} policies on one caller` },
    ...(stops.length === 0 ? [] : [{ kind: 'paragraph' as const, text: STOPPED }]),
    {
      kind: 'paragraph',
      text: differ.length === 0 ? same : `They differ on ${differ.map((one) => DIFFER[one]).join(', ')}.`,
    },
    table(
      ['', 'says'],
      sides.map(({ name, possible }) => [name, possible.map(saidWords).join(' or ')]),
      2,
    ),
    { kind: 'heading', text: 'Why, and what comes with it' },
    { kind: 'list', items: sides.map(sideItem) },
    ...pointBlocks(disagreements),
  ];
}

const STOPPED = 'EMERGENCY: an answer stops the call, whatever a policy says. Follow the emergency steps first.';

function sideItem({ name, rules, isOneOf, firstSteps, supports }: CallerSide): ListItem {
  const lines = [
    ...rules.map(({ rule, because, cites }) => ({
      label: isOneOf ? 'one of' : 'because',
      text: `${rule}: ${because} [${cites.join(', ')}]`,
    })),
    ...(firstSteps.length === 0 ? [] : [{ label: 'first', text: firstSteps.map(givenWords).join(', ') }]),
    ...(supports.length === 0 ? [] : [{ label: 'add', text: supports.map(givenWords).join(', ') }]),
  ];
  return { lead: name, lines };
}

function givenWords({ id, certainty }: Given): string {
  return certainty === 'certain' ? id : `${id} (possible)`;
}

function pointBlocks(points: readonly CallerPoint[]): readonly Block[] {
  if (points.length === 0) return [];
  return [
    { kind: 'heading', text: 'Where the sources differ' },
    { kind: 'list', items: points.map(pointItem) },
  ];
}

function pointItem({ id, says, certainty, for: those, against, silent }: CallerPoint): ListItem {
  const named = [
    ['for', those],
    ['against', against],
    ['silent', silent],
  ] as const;
  return {
    lead: certainty === 'certain' ? id : `${id} (depends on answers that are not known)`,
    lines: [
      { label: 'says', text: says },
      ...named.flatMap(([label, ids]) => (ids.length === 0 ? [] : [{ label, text: ids.join(', ') }])),
    ],
  };
}
