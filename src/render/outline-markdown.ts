/** An outline as Markdown, for a chart or a message. */

import type { Item, Outline, Section } from './outline.ts';

/** Renders an outline as Markdown. */
export function outlineMarkdown({ title, about, sections, notices }: Outline): string {
  const blocks = [
    `# ${escaped(title)}`,
    escaped(about),
    ...sections.map(sectionBlock),
    ...notices.map((text) => `*${escaped(text)}*`),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function sectionBlock({ title, items }: Section): string {
  return [`## ${escaped(title)}`, '', ...items.flatMap(itemLines)].join('\n').trimEnd();
}

/** Lists and running text need an empty line between them, or they run together. */
function itemLines(item: Item, index: number, items: readonly Item[]): readonly string[] {
  const before = items.slice(0, index).findLast(({ mark }) => mark !== 'more'); // what stands under an item belongs to it
  const apart = before !== undefined && isListed(before) !== isListed(item) && item.mark !== 'more';
  return [
    ...(apart ? [''] : []),
    itemLine(item, items.slice(0, index + 1).filter(({ mark }) => mark === 'number').length),
  ];
}

function isListed({ mark }: Item): boolean {
  return mark === 'bullet' || mark === 'number';
}

function itemLine({ mark, style, text, cites }: Item, number: number): string {
  const strong =
    style === 'strong' || style === 'heading' || style === 'alarm' || style === 'good' || style === 'caution';
  const words = strong ? `**${escaped(text)}**` : escaped(text);
  const line = cites.length === 0 ? words : `${words} *[${escaped(cites.join('; '))}]*`;
  switch (mark) {
    case 'none':
      return `${line}  `;
    case 'bullet':
      return `- ${line}`;
    case 'number':
      return `${number}. ${line}`;
    case 'more':
      return `  ${line}  `;
    default:
      return mark satisfies never;
  }
}

/** Keeps text text: nothing that a caller or a directory says becomes markup, a list or HTML. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}
