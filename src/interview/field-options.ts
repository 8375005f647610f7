/** How the options of a field are reached: by a key each, or by searching where there are too many. */

import type { Field, FieldOption } from './screen.ts';

/** Without 0, which says "none of these". */
const OPTION_KEYS = '123456789abcdefghijklmnopqrstuvwxyz';

/** More options than this cannot be read at a glance: one of them is searched by typing. */
const MOST_AT_A_GLANCE = 20;

/** Stands for "none of these" where an option's id is meant; no option's id is empty. */
export const NONE_ID = '';

/** The key that says "none of these". */
export const NONE_KEY = '0';

/** Whether typing searches the options instead of choosing one. */
export function isSearched(field: Field): boolean {
  return field.kind === 'one' && field.options.length > MOST_AT_A_GLANCE;
}

/** The key of the option at a place in the list; empty beyond the last key. */
export function optionKey(index: number): string {
  return OPTION_KEYS[index] ?? '';
}

/** The option that a typed character stands for: its key, or the first letter of yes and no, in English or in Spanish. */
export function optionOfKey(options: readonly FieldOption[], character: string): FieldOption | undefined {
  const key = character.toLowerCase();
  return options.find((_option, index) => optionKey(index) === key) ?? yesOrNo(options, key);
}

function yesOrNo(options: readonly FieldOption[], key: string): FieldOption | undefined {
  const yes = options.find(({ id }) => id === 'yes');
  const no = options.find(({ id }) => id === 'no');
  if (yes === undefined || no === undefined) return undefined;
  return { y: yes, s: yes, n: no }[key];
}
