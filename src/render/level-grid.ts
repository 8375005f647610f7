/** Spans of levels as a grid: the least intensive possible level down, the most intensive one across. */

import type { Coarse } from './coarse.ts';
import { element, fragment, type Markup } from './html.ts';

export interface LevelGrid {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  readonly desc: string;
  /** Number of levels; they are drawn as 1, 2, 3 and so on. */
  readonly levels: number;
  /** Places of both ends, from 0, with the rows in which they occur. */
  readonly spans: readonly { readonly atLeast: number; readonly atMost: number; readonly count: Coarse }[];
}

const ROW = 34;
const HEAD = 42;

/** Width of the numbers at the left, in percent of the whole. */
const SIDE = 9;

/** Draws every field that a span of levels may have; the fuller it is the more it is tinted, and its count stands in it. */
export function levelGrid({ id, title, desc, levels, spans }: LevelGrid): Markup {
  const column = (99.6 - SIDE) / levels;
  const most = Math.max(1, ...spans.map(({ count }) => count.size));
  const places = Array.from({ length: levels }, (_, place) => place);
  const center = (place: number): string => percent(SIDE + (place + 0.5) * column);
  const frameAt = (atLeast: number, atMost: number) => ({
    x: percent(SIDE + atMost * column),
    y: HEAD + atLeast * ROW,
    width: percent(column),
    height: ROW,
  });
  const field = (atLeast: number, atMost: number): Markup => {
    const count = spans.find((span) => span.atLeast === atLeast && span.atMost === atMost)?.count;
    const at = frameAt(atLeast, atMost);
    const opacity = count === undefined ? 0 : 0.15 + 0.85 * Math.sqrt(count.size / most);
    return fragment(
      element('rect', { ...at, class: 'tint', 'fill-opacity': Number(opacity.toFixed(3)) }),
      element('rect', { ...at, class: 'field' }),
      count === undefined
        ? fragment()
        : element('text', { x: center(atMost), y: HEAD + atLeast * ROW + 22, class: 'within' }, count.brief),
    );
  };
  return element(
    'svg',
    {
      class: 'chart',
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-desc`,
      width: '100%',
      height: HEAD + levels * ROW + 2,
    },
    element('title', { id: `${id}-title` }, title),
    element('desc', { id: `${id}-desc` }, desc),
    element('text', { x: 0, y: 14 }, '↓ at least, → at most'),
    ...places.map((place) => element('text', { x: center(place), y: HEAD - 8, class: 'within label' }, `${place + 1}`)),
    ...places.map((place) => element('text', { x: 2, y: HEAD + place * ROW + 22, class: 'label' }, `${place + 1}`)),
    ...places.flatMap((atLeast) => places.slice(atLeast).map((atMost) => field(atLeast, atMost))),
    ...places.map((place) => element('rect', { ...frameAt(place, place), class: 'one' })),
  );
}

function percent(number: number): string {
  return `${Number(number.toFixed(3))}%`;
}
