import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keysIn } from '../../src/interview/keys.ts';
import type { Field, FieldView, Screen } from '../../src/interview/screen.ts';
import { callWordsIn } from '../../src/interview/words/words.ts';
import { callScreen } from '../../src/render/call-screen.ts';
import { cells } from '../../src/render/cells.ts';
import { type Paint, unpainted } from '../../src/render/palette.ts';
import { anyScreen, anyView, HEADER, lineOf, option, screenWith, some, viewOf, YES_NO } from './given-screens.ts';

interface Size {
  readonly columns: number;
  readonly rows: number;
}

const SMALL: Size = { columns: 80, rows: 24 };

function linesOf(screen: Screen, field: FieldView, size: Size = SMALL, paint: Paint = unpainted): readonly string[] {
  return callScreen({ screen, field, ...size, paint, keys: keysIn('en'), words: callWordsIn('en').frame }).split('\n');
}

const FOOTER = '^E emergency ^P back ^U unsure ^R declined ^O reword ^G go to ^K note Esc menu';

test('a question: header, rule, script behind a bar, options with their keys and the marker, and the keys last', () => {
  const field = some(option('pain', 'Chest pain'), option('fall', 'A fall', { detail: 'said before' }));
  const screen = screenWith({
    blocks: [{ kind: 'say', text: 'Is anything wrong?' }],
    notices: ['asked afresh'],
    field,
  });
  const view: FieldView = { ...viewOf(field, 'fall'), hint: 'keys tick' };
  expect(linesOf(screen, view, { columns: 80, rows: 16 })).toEqual([
    'Safety · 12 asked, up to 31 to come · 04:12         possible: IOP to Residential',
    '─'.repeat(80),
    '',
    '│ Is anything wrong?',
    '',
    '! asked afresh',
    '',
    '  1 [ ] Chest pain',
    '> 2 [ ] A fall  said before',
    '  0 [ ] None of these',
    '',
    'keys tick',
    '',
    '',
    FOOTER,
    '^D pause',
  ]);
});

test('boxes show what is ticked and what is unsure', () => {
  const field = { ...some(option('a'), option('b'), option('c')), kept: { ids: ['a'], unsure: ['c'] } };
  const shown = linesOf(screenWith({ field }), viewOf(field));
  expect(shown).toEqual(expect.arrayContaining(['  1 [x] a', '  2 [ ] b', '  3 [?] c', '  0 [ ] None of these']));
  expect(shown).toContain('Enter: keeps `a, c (unsure)`');
});

test('the earlier answer to a question of one answer has a star once the marker is elsewhere', () => {
  const field: Field = { kind: 'one', options: [option('yes', 'Yes'), option('no', 'No')], kept: 'no' };
  expect(linesOf(screenWith({ field }), viewOf(field, 'yes'))).toEqual(
    expect.arrayContaining(['> 1   Yes', '  2 * No']),
  );
});

test('a line being typed has a caret where the next letter goes, and a complaint stands out', () => {
  const field = lineOf('number', '34');
  const view = { ...viewOf(field), line: { before: '3', after: '5' }, kept: undefined, complaint: 'up to 120' };
  const shown = linesOf(screenWith({ field }), view);
  const start = shown.indexOf('> 3│5');
  expect(shown.slice(start, start + 3)).toEqual(['> 3│5', '! up to 120', 'whole number from 0 to 120']);
  expect(linesOf(screenWith({ field }), viewOf(field))).toContain('Enter: keeps `34`');
});

test('spaces of a typed line stay, and of a long one the part around the caret is shown', () => {
  const field = lineOf('note');
  const typed = (before: string, after = ''): readonly string[] =>
    linesOf(screenWith({ field }), { ...viewOf(field), line: { before, after } }, { columns: 20, rows: 24 });
  expect(typed('a  b')).toContain('> a  b│');
  const long = Array.from({ length: 40 }, (_, index) => `word${index} `).join('');
  const joined = (lines: readonly string[]): string => lines.map((line) => line.slice(2)).join('');
  expect(joined(typed(long))).toContain('word38 word39 │');
  expect(joined(typed(long, long))).toContain('word39 │');
  expect(joined(typed('', long))).toContain('│word0 word1 word2');
});

test('what the counselor is helped with is told apart without colour', () => {
  const screen = screenWith({
    blocks: [
      { kind: 'title', text: 'A title' },
      { kind: 'say', text: 'Read this.' },
      { kind: 'probe', text: 'Or this.' },
      { kind: 'help', text: 'Wait.' },
      { kind: 'help', text: 'And listen.' },
      { kind: 'text', text: 'Known.' },
      { kind: 'list', items: ['One line', 'Another'] },
    ],
  });
  const shown = linesOf(screen, viewOf(YES_NO), { columns: 60, rows: 40 }).filter((line) => line !== '');
  expect(shown.slice(2, 10)).toEqual([
    'A title',
    '│ Read this.',
    '│ or: Or this.',
    '  Help: Wait.',
    '        And listen.',
    'Known.',
    '• One line',
    '• Another',
  ]);
});

test('a title that the header says already is left out', () => {
  const screen = screenWith({ blocks: [{ kind: 'title', text: HEADER.section }] });
  expect(linesOf(screen, viewOf(YES_NO)).filter((line) => line.startsWith('Safety'))).toHaveLength(1);
});

test('the header gives up words from the least needed on, and the levels last', () => {
  const first = (columns: number): string => linesOf(screenWith(), viewOf(YES_NO), { columns, rows: 24 })[0] ?? '';
  expect(first(70)).toBe('Safety · 12 asked, 31 to come · 04:12     possible: IOP to Residential');
  expect(first(60)).toBe('Safety · 12 asked, 31 to come · 04:12     IOP to Residential');
  expect(first(50)).toBe('Safety · 12 of 43 · 04:12       IOP to Residential');
  expect(first(40)).toBe('Safety · 04:12        IOP to Residential');
  expect(first(30)).toBe('Safety      IOP to Residential');
  expect(first(12)).toBe('Safety  IOP…');
});

test('where nothing is to come, the header only says how much was asked', () => {
  const header = { ...HEADER, asked: 49, toCome: 0 };
  const first = (columns: number): string =>
    linesOf(screenWith({ header }), viewOf(YES_NO), { columns, rows: 24 })[0] ?? '';
  expect(first(76)).toMatch(/^Safety · 49 asked · 04:12 +possible: IOP to Residential$/);
  expect(first(50)).toBe('Safety · 49 asked · 04:12       IOP to Residential');
});

test('the time is in minutes and seconds, beyond an hour too', () => {
  const at = (elapsed: number): string =>
    linesOf(screenWith({ header: { ...HEADER, elapsed, possible: '' } }), viewOf(YES_NO))[0] ?? '';
  expect(at(0)).toBe('Safety · 12 asked, up to 31 to come · 00:00');
  expect(at(59.9)).toMatch(/00:59$/);
  expect(at(4500)).toMatch(/75:00$/);
});

test('a mark stands under the header', () => {
  const screen = screenWith({ header: { ...HEADER, mark: 'example: nothing is saved' } });
  expect(linesOf(screen, viewOf(YES_NO))[1]).toBe('example: nothing is saved');
});

const LONG = some(...Array.from({ length: 9 }, (_, index) => option(`o${index + 1}`, `Option ${index + 1}`)));
const HELPED = screenWith({
  field: LONG,
  blocks: [
    { kind: 'say', text: 'SAY '.repeat(40) },
    { kind: 'probe', text: 'PROBE '.repeat(20) },
    { kind: 'help', text: 'HELP '.repeat(40) },
  ],
});

const FIRST = 'a crisis assessment today (988)';

test('what has to happen first stands in the place of the rule and costs no row', () => {
  const shown = (first: string, mark?: string): readonly string[] =>
    linesOf(screenWith({ header: { ...HEADER, first, mark } }), viewOf(YES_NO));
  const [, line = '', ...below] = shown(FIRST);
  expect(line).toMatch(/^First: a crisis assessment today \(988\) ─+$/);
  expect(cells(line)).toBe(80);
  expect(below).toEqual(shown('').slice(2));
  expect(shown(FIRST, 'an example').slice(1, 3)).toEqual(['an example', line]);
  const both = `${FIRST}, a medical check today, and more than any terminal of eighty columns has the room for`;
  expect(cells(shown(both)[1] ?? '')).toBe(80);
});

test('what has to happen first stays while everything else is given up, and is not in the way of an emergency', () => {
  const urgent = { ...HELPED, header: { ...HEADER, first: FIRST, mark: 'an example' } };
  for (const rows of [40, 24, 18, 14, 10, 8]) {
    const [head = '', ...lines] = linesOf(urgent, viewOf(LONG), { columns: 80, rows });
    expect(head).toMatch(/^Safety/);
    expect(lines.filter((line) => line.startsWith(`First: ${FIRST}`))).toHaveLength(1);
  }
  const alarm = linesOf({ ...urgent, isAlarm: true }, viewOf(LONG)).join('\n');
  expect(alarm).not.toContain('First:');
});

test('all keys are shown; where lines are scarce, those of 80 columns fit one, and the pause makes way, which the menu offers too', () => {
  const roomy = linesOf(screenWith(), viewOf(YES_NO));
  expect(roomy.slice(-2)).toEqual([FOOTER, '^D pause']);
  expect(linesOf(screenWith(), viewOf(YES_NO), { columns: 120, rows: 40 }).at(-1)).toBe(`${FOOTER} ^D pause`);
  // Header and rule, script, two options and hint with a blank line between each: 9 lines, and one more before the keys.
  const low = (rows: number) => linesOf(screenWith(), viewOf(YES_NO), { columns: 80, rows }).slice(-3);
  expect(low(12)).toEqual(['', FOOTER, '^D pause']);
  expect(low(11).slice(-2)).toEqual(['', FOOTER]);
  const narrow = linesOf(screenWith(), viewOf(YES_NO), { columns: 60, rows: 24 });
  expect(narrow.slice(-2)).toEqual([
    '^E emergency ^P back ^U unsure ^R declined ^O reword',
    '^G go to ^K note Esc menu ^D pause',
  ]);
});

test.each([
  // The script takes 3 lines, the other wording 2, the help 3, the field 11, and header, rule and keys 3.
  [28, { help: 3, probe: 2, options: 9 }],
  [22, { help: 3, probe: 2, options: 9 }],
  [21, { help: 0, probe: 2, options: 9 }],
  [19, { help: 0, probe: 2, options: 9 }],
  [18, { help: 0, probe: 0, options: 9 }],
])('in %i rows the help goes first, then the other wording, and the script stays', (rows, expected) => {
  const shown = linesOf(HELPED, viewOf(LONG), { columns: 80, rows });
  const count = (word: string): number => shown.filter((line) => line.includes(word)).length;
  expect({ help: count('HELP'), probe: count('PROBE'), options: count('Option') }).toEqual(expected);
  expect(count('SAY')).toBe(3);
});

test('a list that is too long shows the part around the marker and counts the rest', () => {
  const options = Array.from({ length: 56 }, (_, index) => option(`s${index + 1}`));
  const field: Field = { kind: 'one', options, kept: undefined };
  const shown = (marked?: string): readonly string[] =>
    linesOf(screenWith({ field }), { ...viewOf(field, marked), line: undefined }, { columns: 80, rows: 16 });
  // 16 rows less header, script, hint and keys leave 12, one or two of which say how many more there are.
  expect(shown()).toEqual(expect.arrayContaining(['  s1', '  s11', '… 45 more below']));
  expect(shown('s28')).toEqual(expect.arrayContaining(['> s28', '… 23 more above', '… 23 more below']));
  expect(shown('s56')).toEqual(expect.arrayContaining(['  s46', '> s56', '… 45 more above']));
  expect(shown('s56').filter((line) => line.includes('more'))).toHaveLength(1);
});

test('an emergency says so in its first line, whatever the colours', () => {
  const [first = ''] = linesOf(screenWith({ isAlarm: true }), viewOf(YES_NO));
  expect(first).toMatch(/^!!! EMERGENCY !!! 04:12 !+$/);
  expect(first).toHaveLength(80);
});

test('going through the options shows every line of an emergency, the steps before what explains them', () => {
  const numbered = (length: number, word: string): readonly string[] =>
    Array.from({ length }, (_, index) => `${word}${index}.`);
  const steps = numbered(12, 'step').map((word) => option(word, `${word} ${'and more '.repeat(9)}`));
  const field: Field = { kind: 'one', options: steps, kept: undefined };
  const screen = screenWith({
    isAlarm: true,
    field,
    blocks: [
      { kind: 'alarm', text: 'Help is needed now' },
      { kind: 'help', text: numbered(40, 'explained').join(' ') },
      { kind: 'list', items: numbered(24, 'number') },
    ],
  });
  const words = [...numbered(12, 'step'), ...numbered(40, 'explained'), ...numbered(24, 'number')];
  for (const size of [SMALL, { columns: 60, rows: 20 }]) {
    const views = [undefined, ...steps.map(({ id }) => id)].map((marked) =>
      linesOf(screen, viewOf(field, marked), size).join(' '),
    );
    expect(words.filter((word) => !views.some((view) => view.includes(word)))).toEqual([]);
    expect(views[0]).not.toContain('explained');
  }
});

test('characters that would not show are spelled out before anything is measured', () => {
  const field = lineOf('note');
  const view = { ...viewOf(field), line: { before: '\u202e'.repeat(9), after: '' } };
  const spell = (text: string): string => text.replaceAll('\u202e', '\\u{202e}');
  const lines = callScreen({
    screen: screenWith({ field }),
    field: view,
    ...SMALL,
    paint: unpainted,
    keys: keysIn('en'),
    words: callWordsIn('en').frame,
    spell,
  });
  expect(lines).toContain('\\u{202e}'.repeat(9));
  expect(Math.max(...lines.split('\n').map(cells))).toBeLessThanOrEqual(80);
});

const size = fc.record({ columns: fc.integer({ min: 2, max: 130 }), rows: fc.integer({ min: 0, max: 60 }) });

test('no screen is higher or wider than its terminal', () => {
  fc.assert(
    fc.property(anyScreen, anyView, size, (screen, view, { columns, rows }) => {
      const text = callScreen({
        screen,
        field: view,
        columns,
        rows,
        paint: unpainted,
        keys: keysIn('en'),
        words: callWordsIn('en').frame,
      });
      const lines = text === '' ? [] : text.split('\n');
      expect(lines.length).toBeLessThanOrEqual(rows);
      expect(lines.filter((line) => cells(line) > columns)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('the way to the emergency panel and the marked option are always on screen, in two rows too', () => {
  const usable = fc.record({ columns: fc.integer({ min: 16, max: 130 }), rows: fc.integer({ min: 2, max: 60 }) });
  fc.assert(
    fc.property(anyScreen, anyView, usable, (screen, view, given) => {
      const lines = linesOf(screen, view, given);
      expect(lines.some((line) => line.startsWith('^E emergency'))).toBe(true);
      const isMarked = view.rows.some((row) => row.isMarked);
      expect(lines.filter((line) => /^> .*MARKED/.test(line))).toHaveLength(isMarked ? 1 : 0);
    }),
    { numRuns: 60 },
  );
});

test('the caret is always on screen, in three rows too', () => {
  const usable = fc.record({ columns: fc.integer({ min: 16, max: 130 }), rows: fc.integer({ min: 3, max: 60 }) });
  const typed = fc.string({ maxLength: 300 });
  fc.assert(
    fc.property(anyScreen, usable, typed, typed, (screen, given, before, after) => {
      const field = lineOf('text');
      const lines = linesOf({ ...screen, field }, { ...viewOf(field), line: { before, after } }, given);
      // A bar is the caret unless something to be read aloud stands behind it.
      expect(lines.some((line) => /│/.test(line) && !line.startsWith('│'))).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('paint adds and takes away nothing that shows', () => {
  const paint: Paint = (style, text) => `\u0001${style}\u0002${text}\u0003`;
  fc.assert(
    fc.property(anyScreen, anyView, size, (screen, view, given) => {
      const painted = linesOf(screen, view, given, paint).join('\n');
      expect(painted.replace(/\u0001[a-z]+\u0002|\u0003/g, '')).toBe(linesOf(screen, view, given).join('\n'));
    }),
    { numRuns: 25 },
  );
});
