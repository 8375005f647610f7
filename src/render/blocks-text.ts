/** Blocks as text of a given width. */

import type { Block, ListItem, TableBlock } from './blocks.ts';
import { cells } from './cells.ts';
import { type Paint, unpainted } from './palette.ts';
import { wrap } from './wrap.ts';

const GAP = '  ';

/** Columns for words, however little is left of the width. */
const LEAST = 20;

/** Writes blocks with a blank line between them; nothing but tables of numbers may be wider than the width. */
export function blocksText(blocks: readonly Block[], width: number, paint: Paint = unpainted): string {
  return `${blocks.map((block) => blockText(block, width, paint)).join('\n\n')}\n`;
}

function blockText(block: Block, width: number, paint: Paint): string {
  switch (block.kind) {
    case 'title':
      return filled(block.text, width)
        .map((line) => paint('title', line))
        .join('\n');
    case 'heading':
      return filled(block.text, width)
        .map((line) => paint('heading', line))
        .join('\n');
    case 'paragraph':
      return filled(block.text, width).join('\n');
    case 'table':
      return tableText(block, width, paint);
    case 'list':
      return block.items.map((item) => itemText(item, width, paint)).join('\n');
    default:
      return block satisfies never;
  }
}

function filled(text: string, width: number): readonly string[] {
  return wrap([{ style: 'plain', text }], width).map((line) => line.map((span) => span.text).join(''));
}

/** Heads stand at the bottom of theirs. */
function tableText(block: TableBlock, width: number, paint: Paint): string {
  const { labels, heads, rows } = lastWrapped(block, width);
  const lines = heads.map((head) => head.split('\n'));
  const tall = Math.max(...lines.map((one) => one.length));
  const headRows = Array.from({ length: tall }, (_, row) => lines.map((one) => one[row - tall + one.length] ?? ''));
  const widths = heads.map((_, column) => Math.max(...[...headRows, ...rows].map((row) => cells(row[column] ?? ''))));
  const rowText = (row: readonly string[]) =>
    row
      .map((cell, column) => padded(cell, widths[column] ?? 0, column < labels))
      .join(GAP)
      .trimEnd();
  return [...headRows.map((row) => paint('faint', rowText(row))), ...rows.map(rowText)].join('\n');
}

/** Where the last column holds words, they go on in rows of their own rather than beyond the width. */
function lastWrapped(block: TableBlock, width: number): TableBlock {
  const { labels, heads, rows } = block;
  const last = heads.length - 1;
  if (labels <= last) return block;
  const before = heads
    .slice(0, last)
    .map((_, column) => Math.max(...[heads, ...rows].map((row) => cells(row[column] ?? ''))));
  const room = Math.max(LEAST, width - before.reduce((sum, own) => sum + own + GAP.length, 0));
  const wrapped = rows.flatMap((row) =>
    filled(row[last] ?? '', room).map((line, index) => [
      ...row.slice(0, last).map((cell) => (index === 0 ? cell : '')),
      line,
    ]),
  );
  return { ...block, rows: wrapped };
}

function padded(text: string, width: number, isLeft: boolean): string {
  const blank = ' '.repeat(Math.max(0, width - cells(text)));
  return isLeft ? text + blank : blank + text;
}

function itemText({ lead, lines, isLoud = false }: ListItem, width: number, paint: Paint): string {
  const widest = Math.max(0, ...lines.map(({ label }) => cells(label)));
  const inner = lines.flatMap(({ label, text }) =>
    filled(text, width - widest - 4).map(
      (line, index) => `  ${paint('faint', padded(index === 0 ? label : '', widest, true))}${GAP}${line}`,
    ),
  );
  return [...filled(lead, width).map((line) => paint(isLoud ? 'alarm' : 'strong', line)), ...inner].join('\n');
}
