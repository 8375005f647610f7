/** What a shell can offer for the values of options and arguments. Every value has its entry: one that has none is a fault. */

import type { Completes } from '../render/command-tree.ts';

/** By the placeholder of an option, or the name of an argument. */
const BY_PLACEHOLDER: Readonly<Record<string, Completes>> = {
  answers: 'file',
  caller: 'file',
  columns: 'free',
  character: 'free',
  code: 'free',
  count: 'free',
  date: 'free',
  day: 'free',
  days: 'free',
  digits: 'free',
  encoding: 'free',
  end: 'free',
  engine: 'free',
  export: 'file',
  exports: 'file',
  file: 'file',
  files: 'file',
  folder: 'folder',
  id: 'policies',
  kind: 'free',
  letters: 'free',
  level: 'levels',
  mapping: 'file',
  name: 'free',
  names: 'free',
  number: 'free',
  paths: 'file',
  policies: 'policies',
  program: 'free',
  reason: 'free',
  text: 'free',
  who: 'free',
  years: 'free',
  zip: 'free',
};

/** By option or by command, where the placeholder says too little. */
const BY_OPTION: Readonly<Record<string, Completes>> = {
  '--before-policy': 'policies',
  '--example': 'examples',
  '--id': 'free',
  '--language': 'languages',
  '--policy': 'policies',
  '--resume': 'calls',
  '--rule': 'free',
  '--section': 'free',
};

/** Commands whose arguments are saved calls. */
const OF_CALLS: readonly string[] = ['id', 'ids'];

/** What completes the value of an option; undefined where nobody has decided it. */
export function completesOption(long: string, placeholder: string): Completes | undefined {
  return BY_OPTION[long] ?? BY_PLACEHOLDER[placeholder];
}

/** What completes an argument of a command, given by the words that lead to it; undefined where nobody has decided it. */
export function completesArgument(path: readonly string[], name: string): Completes | undefined {
  if (path.includes('calls') && OF_CALLS.includes(name)) return 'calls';
  return BY_PLACEHOLDER[name];
}
