/** What an example call does on a screen when nobody is at the keyboard. */

import type { Input, Screen } from './screen.ts';

/** What is done, and how it would be typed in line mode. */
export interface Played {
  readonly input: Input;
  readonly typed: string;
}

/** The ways on from screens that are no question: their first option that is among these. */
const WAYS_ON: readonly string[] = ['accept-answers', 'end-call', 'go-on'];

/** Takes the example caller's reply; else the way on; else the caller does not know. */
export function playScreen({ field, commands }: Screen): Played {
  if (field.kept !== undefined) return { input: { kind: 'kept' }, typed: '' };
  const place = field.kind === 'one' ? field.options.findIndex(({ id }) => WAYS_ON.includes(id)) : -1;
  const option = field.kind === 'line' ? undefined : field.options[place];
  if (option !== undefined) return { input: { kind: 'chose', id: option.id }, typed: String(place + 1) };
  if (commands.includes('unsure')) return { input: { kind: 'command', command: 'unsure' }, typed: '/unsure' };
  return { input: { kind: 'hung-up' }, typed: '' };
}
