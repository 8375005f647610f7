/** Texts of a content file that nobody filled in. */

import type { Finding } from '../documents/collect.ts';
import type { Path } from '../documents/document.ts';
import { placeholderIn } from './placeholder.ts';

/** Every text of a file in which words are left to be filled in. What a worked caller answers is made up, and no such text. */
export function placeholderFindings(value: unknown): readonly Finding[] {
  return textsIn(value).flatMap(({ text, path }) => {
    if (path[0] === 'cases' && path[2] === 'answers') return [];
    const found = placeholderIn(text);
    if (found === undefined) return [];
    return [
      {
        code: 'placeholder' as const,
        path,
        message: `\`${found}\` was left to be filled in`,
        remedy: 'write what is meant, or delete the text',
      },
    ];
  });
}

/** Every text in a value, with the way to it. */
export function textsIn(value: unknown, path: Path = []): readonly { readonly text: string; readonly path: Path }[] {
  if (typeof value === 'string') return [{ text: value, path }];
  if (typeof value !== 'object' || value === null) return [];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([step, part]) => textsIn(part, [...path, step]));
}
