/** Screens for tests of the terminal, and a console on a virtual terminal with a layout that hides nothing. */

import { FIELD_RULES } from '../../src/interview/field-keys.ts';
import type { Field, FieldView, Input, Screen } from '../../src/interview/screen.ts';
import type { CallConsole } from '../../src/io/call-console.ts';
import { createTerminalConsole } from '../../src/io/call-terminal.ts';
import { visible } from '../../src/io/visible.ts';
import { openVirtualTerminal, type VirtualTerminal } from './virtual-terminal.ts';

/** A screen with a title, a field and the commands of a question. */
export function screenOf(title: string, field: Field, rest: Partial<Screen> = {}): Screen {
  return {
    language: 'en',
    header: { section: '', asked: 0, toCome: 1, elapsed: 0, possible: '', first: '', mark: undefined },
    isAlarm: false,
    isFresh: false,
    notices: [],
    blocks: [{ kind: 'title', text: title }],
    field,
    commands: ['emergency', 'back', 'unsure', 'declined', 'reword', 'jump', 'note', 'menu', 'pause'],
    ...rest,
  };
}

export const YES_NO: Field = { kind: 'one', options: options('no', 'yes'), kept: undefined };

export const TEXT: Field = { kind: 'line', of: 'text', hint: 'a line of text', kept: undefined };

export const SEVERAL: Field = { kind: 'some', options: options('red', 'green', 'blue'), none: 'None', kept: undefined };

/** Options whose label is their id in capitals. */
export function options(...ids: readonly string[]): Extract<Field, { kind: 'one' }>['options'] {
  return ids.map((id) => ({ id, label: id.toUpperCase(), synonyms: [] }));
}

/** The title, a row for each option, the line with a bar for the caret, and the complaint. */
export function plainLayout(screen: Screen, field: FieldView): string {
  const titles = screen.blocks.flatMap((block) => ('text' in block ? [block.text] : []));
  const rows = field.rows.map(
    ({ key, label, box, isMarked }) => `${isMarked ? '>' : ' '}${key} ${box === 'ticked' ? 'x' : '-'} ${label}`,
  );
  const line = field.line === undefined ? [] : [`[${field.line.before}|${field.line.after}]`];
  return [...titles, ...rows, ...line, field.complaint ?? ''].join('\n');
}

/** Opens a terminal and takes it over. */
export function openCall(size?: { readonly columns: number; readonly rows: number }): {
  readonly terminal: VirtualTerminal;
  readonly console: CallConsole;
} {
  const terminal = openVirtualTerminal(size);
  const { input, output } = terminal;
  const console = createTerminalConsole({ input, output, layout: plainLayout, finish: visible, fields: FIELD_RULES });
  return { terminal, console };
}

/** Shows one screen after the other, as a call does; resolves with what was done at each. */
export async function inputsAt(console: CallConsole, screens: readonly Screen[]): Promise<readonly Input[]> {
  const inputs: Input[] = [];
  for (const screen of screens) inputs.push(await console.show(screen));
  return inputs;
}
