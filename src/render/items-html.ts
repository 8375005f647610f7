/** Lines of an outline as paragraphs, lists and headings; numbers to call become links that dial. */

import { type Content, element, fragment, type Markup } from './html.ts';
import type { Item } from './outline.ts';

/** Renders the lines of a section; lines of a list that follow each other become one list. */
export function itemsMarkup(items: readonly Item[]): readonly Markup[] {
  const made: Markup[] = [];
  for (let at = 0; at < items.length; ) {
    const [group, next] = groupAt(items, at);
    made.push(groupMarkup(group));
    at = next;
  }
  return made;
}

type Group = readonly [Item, ...Item[]];

/** What belongs together: the entries of a list, each with what stands under it; or a line with what stands under it. */
function groupAt(items: readonly Item[], from: number): readonly [readonly Item[], number] {
  const mark = items[from]?.mark;
  let to = from + 1;
  const isList = mark === 'bullet' || mark === 'number';
  while (items[to] !== undefined && (items[to]?.mark === 'more' || (isList && items[to]?.mark === mark))) to += 1;
  return [items.slice(from, to), to];
}

function groupMarkup(items: readonly Item[]): Markup {
  const [first] = items;
  if (first === undefined) return fragment();
  if (first.mark === 'bullet') return element('ul', {}, ...entries(items));
  if (first.mark === 'number') return element('ol', {}, ...entries(items));
  return fragment(...items.map(lineMarkup));
}

function entries(items: readonly Item[]): readonly Markup[] {
  const groups: Group[] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (item.mark === 'more' && last !== undefined) groups[groups.length - 1] = [...last, item];
    else groups.push([item]);
  }
  return groups.map(([item, ...rest]) => element('li', {}, ...words(item), ...rest.map(lineMarkup)));
}

function lineMarkup(item: Item): Markup {
  if (item.style === 'heading') return element('h3', {}, ...words(item));
  const look = [...(item.mark === 'more' ? ['more'] : []), ...(item.style === 'plain' ? [] : [item.style])].join(' ');
  return element('p', look === '' ? {} : { class: look }, ...words(item));
}

function words({ text, cites, style, mark }: Item): readonly Content[] {
  const isDialled = style === 'strong' || style === 'alarm' || mark === 'more';
  const field = /^(.*): (_{8,})$/.exec(text)?.[1];
  const said =
    field === undefined ? dialled(text, isDialled) : [`${field}: `, element('span', { class: 'blank' }, '\u00a0')];
  const strong = (style === 'strong' || style === 'alarm' || style === 'caution') && mark !== 'none';
  return [
    ...(strong ? [element('strong', {}, ...said)] : said),
    ...(cites.length === 0 ? [] : [' ', element('small', {}, `[${cites.join('; ')}]`)]),
  ];
}

/** A number of the United States as it is written here; the two short ones only where the line is there to be dialled. */
const NUMBER = /(?<![\d-])(?:1-)?\(?\d{3}\)?[- ]\d{3}-\d{4}(?![\d-])/g;
const WITH_SHORT = /(?<![\d-])(?:(?:1-)?\(?\d{3}\)?[- ]\d{3}-\d{4}|911|988)(?![\d-])/g;

function dialled(text: string, isShortToo: boolean): readonly Content[] {
  const parts: Content[] = [];
  let at = 0;
  for (const found of text.matchAll(isShortToo ? WITH_SHORT : NUMBER)) {
    parts.push(text.slice(at, found.index), link(found[0]));
    at = found.index + found[0].length;
  }
  return [...parts, text.slice(at)];
}

function link(number: string): Markup {
  const digits = number.replace(/\D/g, '');
  const full = digits.length === 10 ? `+1${digits}` : digits.length === 11 ? `+${digits}` : digits;
  return element('a', { href: `tel:${full}` }, number);
}
