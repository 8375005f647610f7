/** Blocks as Markdown. */

import type { Block, ListItem, TableBlock } from './blocks.ts';

/** Writes blocks with a blank line between them. */
export function blocksMarkdown(blocks: readonly Block[]): string {
  return `${blocks.map(blockMarkdown).join('\n\n')}\n`;
}

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `# ${escaped(block.text)}`;
    case 'heading':
      return `## ${escaped(block.text)}`;
    case 'paragraph':
      return escaped(block.text);
    case 'table':
      return tableMarkdown(block);
    case 'list':
      return block.items.map(itemMarkdown).join('\n');
    default:
      return block satisfies never;
  }
}

function tableMarkdown({ labels, heads, rows }: TableBlock): string {
  const rule = heads.map((_, column) => (column < labels ? '---' : '--:'));
  const row = (cells: readonly string[]) => `| ${cells.map((cell) => escaped(cell)).join(' | ')} |`;
  return [row(heads.map(oneLine)), `|${rule.join('|')}|`, ...rows.map(row)].join('\n');
}

/** A head that was broken into lines, in one: `resid-` and `ential` are one word. */
function oneLine(head: string): string {
  return head.replaceAll('-\n', '').replaceAll('\n', ' ');
}

function itemMarkdown({ lead, lines }: ListItem): string {
  return [
    `- **${escaped(lead)}**`,
    ...lines.map(({ label, text }) =>
      label === '' ? `    ${escaped(text)}` : `  - ${escaped(label)}: ${escaped(text)}`,
    ),
  ].join('\n');
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|]/g, (character) => `\\${character}`);
}
