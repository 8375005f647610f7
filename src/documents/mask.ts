/** Blanks what a caller may have said, so that an excerpt of an answers file shows its shape only. */

import { type Token, tokens } from './scan.ts';

const SHOWN: ReadonlySet<Token['type']> = new Set<Token['type']>([
  'doc-start',
  'doc-end',
  'space',
  'newline',
  'comma',
  'seq-item-ind',
  'map-value-ind',
  'explicit-key-ind',
  'flow-map-start',
  'flow-map-end',
  'flow-seq-start',
  'flow-seq-end',
]);

/** The text with every token blanked but punctuation and the given keys; lines and columns stay what they were. */
export function maskAnswers(text: string, keys: ReadonlySet<string>): string {
  const all = [...tokens(text)];
  return all.map((token, index) => (isShown(token, all, index, keys) ? token.source : blank(token.source))).join('');
}

function isShown(token: Token, all: readonly Token[], index: number, keys: ReadonlySet<string>): boolean {
  if (SHOWN.has(token.type)) return true;
  const next = all.slice(index + 1, index + 3).find((following) => following.type !== 'space');
  return next?.type === 'map-value-ind' && keys.has(token.source.replace(/^(["'])(.*)\1$/, '$2'));
}

function blank(source: string): string {
  return source.replace(/[^\s]/g, '*');
}
