/** What the shapes and arrows of a picture mean: those that it shows, and no others. */

import type { Graph, NodeKind, Weight } from '../analysis/graph-model.ts';
import { arrow } from './graph-arrows.ts';
import type { Area } from './graph-layout.ts';
import { outline, rounded } from './graph-shapes.ts';
import { element, fragment, type Markup } from './html.ts';
import { widthOf } from './letter-widths.ts';

const KINDS: Readonly<Record<NodeKind, string>> = {
  question: 'a question, with its number in the script',
  elsewhere: 'a question or fact from another place',
  fact: 'a fact, worked out from answers',
  junction: 'how many of its parts must hold',
  rule: 'a rule, with its reason',
  level: 'the level of care',
  ending: 'how a call ends',
};

const WEIGHTS = [
  ['faint', 'did not come about'],
  ['possible', 'may still come about'],
] as const satisfies readonly (readonly [Weight, string])[];

const LETTERS = { size: 13, bold: false } as const;
const SAMPLE = { width: 34, height: 20 } as const;
const ROW = 34;
const GAP = 28;

interface Entry {
  readonly words: string;
  readonly draw: (area: Area) => Markup;
}

/** The legend at the left end of a line, as wide as it may be; its height depends on what the graph shows. */
export function legend(
  graph: Graph,
  x: number,
  y: number,
  width: number,
): { readonly drawn: Markup; readonly height: number } {
  let place = { x, y };
  const drawn = entriesOf(graph).map(({ words, draw }) => {
    const needed = SAMPLE.width + 10 + widthOf(words, LETTERS);
    if (place.x > x && place.x + needed > x + width) place = { x, y: place.y + ROW };
    const here = place;
    place = { ...here, x: here.x + needed + GAP };
    return fragment(
      draw({ ...here, ...SAMPLE }),
      element('text', { class: 'note-small', x: rounded(here.x + SAMPLE.width + 10), y: rounded(here.y + 15) }, words),
    );
  });
  return {
    drawn: element('g', { class: 'legend', role: 'group', 'aria-label': 'Legend' }, ...drawn),
    height: place.y - y + ROW,
  };
}

function entriesOf({ nodes, edges, isSequence }: Graph): readonly Entry[] {
  const kinds: readonly NodeKind[] = ['question', 'fact', 'junction', 'rule', 'level', 'ending', 'elsewhere'];
  const shown = kinds.filter((kind) => nodes.some((node) => node.kind === kind));
  const isThen = isSequence || edges.some(({ kind }) => kind === 'then');
  return [
    ...shown.map((kind) => ({
      words: KINDS[kind],
      draw: (area: Area) => element('g', { class: kind }, outline(kind, area)),
    })),
    ...WEIGHTS.filter(([weight]) => nodes.some((node) => node.weight === weight)).map(([weight, words]) => ({
      words,
      draw: (area: Area) => element('g', { class: `question ${weight}` }, outline('question', area)),
    })),
    ...(isThen ? [{ words: 'what is asked next', draw: (area: Area) => sampleArrow('edge then', area) }] : []),
    ...(edges.some(({ kind }) => kind === 'reads')
      ? [{ words: 'depends on, and what is wanted of it', draw: (area: Area) => sampleArrow('edge reads', area) }]
      : []),
  ];
}

function sampleArrow(name: string, { x, y, width, height }: Area): Markup {
  const middle = y + height / 2;
  return element(
    'g',
    { class: name },
    arrow(
      [
        { x, y: middle },
        { x: x + width, y: middle },
      ],
      false,
    ),
  );
}
