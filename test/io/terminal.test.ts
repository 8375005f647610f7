import { expect, test } from 'vitest';
import { hasColour, type TerminalFacts, textWidth } from '../../src/io/terminal.ts';

const terminal: TerminalFacts = { isTerminal: true, columns: 80, environment: {} };
const within = (environment: Readonly<Record<string, string>>): TerminalFacts => ({ ...terminal, environment });

test.each([
  ['a terminal', terminal, true, true],
  ['a terminal, but not wanted', terminal, false, false],
  ['a pipe', { ...terminal, isTerminal: false }, true, false],
  ['NO_COLOR', within({ NO_COLOR: '1' }), true, false],
  ['an empty NO_COLOR says nothing', within({ NO_COLOR: '' }), true, true],
  ['a dumb terminal', within({ TERM: 'dumb' }), true, false],
])('colour: %s', (_what, facts, wanted, expected) => {
  expect(hasColour(facts, wanted)).toBe(expected);
});

test.each([
  ['the terminal says', 72, undefined, 72],
  ['a very wide terminal', 250, undefined, 100],
  ['a very narrow terminal', 20, undefined, 40],
  ['no terminal', undefined, undefined, 80],
  ['no terminal, but COLUMNS', undefined, '64', 64],
  ['nonsense in COLUMNS', undefined, 'wide', 80],
])('width: %s', (_what, columns, given, expected) => {
  const environment = given === undefined ? {} : { COLUMNS: given };
  expect(textWidth({ isTerminal: columns !== undefined, columns, environment })).toBe(expected);
});
