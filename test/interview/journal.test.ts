import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entryLine, headerLine, type JournalEntry } from '../../src/interview/journal.ts';
import type { CallEvent } from '../../src/interview/model.ts';
import { readHeader, readJournal } from '../../src/interview/read-journal.ts';
import type { Problem } from '../../src/problems/problem.ts';
import { EVENTS, HEADER } from './journals.ts';

const AT = HEADER.startedAt;
const entries = (events: readonly CallEvent[]): readonly JournalEntry[] =>
  events.map((event, index) => ({ n: index + 1, at: AT + index * 1234, event }));
const textOf = (events: readonly CallEvent[]): string => headerLine(HEADER) + entries(events).map(entryLine).join('');

/** What nobody may read in a problem. */
const CANARY = 'canary-of-an-answer';

function problemsIn(text: string): readonly Problem[] {
  const reading = readJournal(text, 'call.jsonl');
  return reading.ok ? [] : reading.problems;
}

const shown = (problems: readonly Problem[]): readonly string[] =>
  problems.map(({ code, position }) => `${code} ${position?.line}`);

test('every kind of event is read back as it was written, with its number and time', () => {
  const reading = readJournal(textOf(EVENTS), 'call.jsonl');
  expect(reading).toEqual({
    ok: true,
    value: { header: HEADER, entries: entries(EVENTS), torn: false },
    problems: [],
  });
});

test('the header says what the format says', () => {
  expect(JSON.parse(headerLine({ ...HEADER, brief: true, directory: 'sites/north.yaml' }))).toEqual({
    format: 'intakeline/journal/1',
    id: '1122-7f3k',
    startedAt: '2026-11-22T06:50:59.123Z',
    questionnaire: HEADER.questionnaire,
    policy: HEADER.policy,
    brief: true,
    language: 'en',
    directory: 'sites/north.yaml',
  });
});

test('an entry is its number, its time and the event', () => {
  expect(JSON.parse(entryLine({ n: 7, at: AT, event: { kind: 'jumped', to: 'age' } }))).toEqual({
    n: 7,
    at: '2026-11-22T06:50:59.123Z',
    event: { kind: 'jumped', to: 'age' },
  });
});

test('whatever is typed, a line holds one event and comes back', () => {
  const texts = fc.string({ unit: 'binary', maxLength: 40 }); // half characters and control characters among them
  fc.assert(
    fc.property(texts, texts, (done, question) => {
      const event: CallEvent = { kind: 'noted', question, text: done };
      const line = entryLine({ n: 1, at: AT, event });
      expect(line.indexOf('\n')).toBe(line.length - 1);
      const reading = readJournal(headerLine(HEADER) + line, 'call.jsonl');
      expect(reading.ok && reading.value.entries).toEqual([{ n: 1, at: AT, event }]);
    }),
  );
});

test('cut off anywhere behind the header, a journal holds every whole line and says that one was torn', () => {
  const text = textOf(EVENTS);
  const header = headerLine(HEADER).length;
  for (let length = header; length <= text.length; length += 1) {
    const cut = text.slice(0, length);
    const whole = cut.split('\n').length - 2; // the header, and what stands behind the last line end
    const reading = readJournal(cut, 'call.jsonl');
    expect(reading.ok && [reading.value.entries.length, reading.value.torn]).toEqual([whole, !cut.endsWith('\n')]);
  }
});

test('cut off within the header, a journal holds no call', () => {
  const text = headerLine(HEADER);
  for (let length = 0; length < text.length; length += 1)
    expect(shown(problemsIn(text.slice(0, length)))).toEqual(['journal-damaged 1']);
});

test.each([
  ['zeros', '\0'.repeat(300)],
  ['zeros up to a line end', `${'\0'.repeat(300)}\n`],
  ['zeros and the rest of a line', `${'\0'.repeat(30)}:"x"}}\n`],
  ['an empty line', '\n'],
  ['the first half of a line, and a line end', `${entryLine({ n: 99, at: AT, event: EVENTS[0]! }).slice(0, 40)}\n`],
])('%s at the end are what a power cut leaves, and are left out', (_, end) => {
  const reading = readJournal(textOf(EVENTS) + end, 'call.jsonl');
  expect(reading.ok && reading.value).toEqual({ header: HEADER, entries: entries(EVENTS), torn: true });
});

const good = (n: number): string => entryLine({ n, at: AT, event: { kind: 'went-back' } });
const entry = (event: unknown, n: unknown = 1, at: unknown = '2026-11-22T06:50:59.123Z'): string =>
  `${JSON.stringify({ n, at, event })}\n`;

test.each([
  ['a gap', good(1) + good(3), 3],
  ['a line twice', good(1) + good(1), 3],
  ['numbers from nought', good(0), 2],
  ['broken JSON', `${good(1)}{"n":2,"at":"${CANARY}\n${good(3)}`, 3],
  ['zeros in the middle', `${good(1)}${'\0'.repeat(9)}\n${good(3)}`, 3],
  ['two lines that grew together', good(1) + good(2).trimEnd() + good(3) + good(4), 3],
  ['an unknown kind', entry({ kind: CANARY }), 2],
  ['a kind that every object has', entry({ kind: 'constructor' }), 2],
  ['no kind', entry({ question: CANARY }), 2],
  ['no event', entry(CANARY), 2],
  ['a list as event', entry([CANARY]), 2],
  ['an unknown key of the event', entry({ kind: 'went-back', why: CANARY }), 2],
  ['an unknown key of the entry', `${JSON.stringify({ ...JSON.parse(good(1)), why: CANARY })}\n`, 2],
  ['a key of every object', good(1).replace('"kind":', '"__proto__":{},"kind":'), 2],
  ['a missing key', entry({ kind: 'answered', question: CANARY }), 2],
  ['a reply that is none', entry({ kind: 'answered', question: 'age', reply: CANARY }), 2],
  ['a reply that is nothing', entry({ kind: 'answered', question: 'age', reply: {} }), 2],
  ['a reply of a wrong type', entry({ kind: 'answered', question: 'age', reply: { said: true } }), 2],
  ['a reply that was no number', entry({ kind: 'answered', question: 'age', reply: { said: null } }), 2],
  ['a list of something else', entry({ kind: 'answered', question: 'age', reply: { said: [1] } }), 2],
  [
    'a reply both said and unknown',
    entry({ kind: 'answered', question: 'a', reply: { said: 'x', unknown: 'unsure' } }),
    2,
  ],
  ['an unknown reason', entry({ kind: 'answered', question: 'age', reply: { unknown: 'not-asked' } }), 2],
  ['an unknown level', entry({ kind: 'overrode', override: { level: CANARY, code: 'other' } }), 2],
  ['an unknown reason for a level', entry({ kind: 'overrode', override: { level: 'iop', code: CANARY } }), 2],
  ['an override that is left out', entry({ kind: 'overrode' }), 2],
  ['a number as text', entry({ kind: 'noted', text: 5 }), 2],
  ['a time in another form', entry({ kind: 'went-back' }, 1, '2026-11-22'), 2],
  ['a day that does not exist', entry({ kind: 'went-back' }, 1, '2026-02-30T00:00:00.000Z'), 2],
  ['a number in quotes', entry({ kind: 'went-back' }, '1'), 2],
  ['half a number', entry({ kind: 'went-back' }, 1.5), 2],
])('%s is a problem of its line, and the line is not repeated', (_, lines, line) => {
  const problems = problemsIn(headerLine(HEADER) + lines);
  expect(shown(problems)[0]).toBe(`journal-damaged ${line}`);
  expect(problems[0]).toMatchObject({ severity: 'error', file: 'call.jsonl', excerpt: undefined });
  expect(JSON.stringify(problems)).not.toContain(CANARY);
});

test('every bad line is named, up to ten', () => {
  const bad = Array.from({ length: 30 }, () => '{}\n').join('');
  const lines = shown(problemsIn(headerLine(HEADER) + bad));
  expect(lines).toEqual(Array.from({ length: 10 }, (_, index) => `journal-damaged ${index + 2}`));
});

const header = JSON.parse(headerLine(HEADER));

test.each([
  ['another format', { ...header, format: 'intakeline/answers/1' }],
  ['no format', { ...header, format: undefined }],
  ['a missing key', { ...header, policy: undefined }],
  ['an unknown key', { ...header, caller: CANARY }],
  ['a hash that is missing', { ...header, policy: { id: 'a', version: '1' } }],
  ['a wrong type', { ...header, brief: 'no' }],
  ['a time in another form', { ...header, startedAt: 5 }],
  ['a list', [header]],
])('a first line with %s is damaged', (_, value) => {
  const problems = problemsIn(`${JSON.stringify(value)}\n${good(1)}`);
  expect(shown(problems)).toEqual(['journal-damaged 1']);
  expect(JSON.stringify(problems)).not.toContain(CANARY);
});

test('a journal of a newer format is refused with a remedy, whatever else it holds', () => {
  const problems = problemsIn(`{"format":"intakeline/journal/2","call":{"id":"x"}}\n{"e":1}\n`);
  expect(shown(problems)).toEqual(['journal-version 1']);
  expect(problems[0]?.remedy).toMatch(/version/);
});

test('the first line alone says what a journal is of', () => {
  expect(readHeader(headerLine(HEADER).trimEnd())).toEqual({ ok: true, value: HEADER });
  expect(readHeader('{}').ok).toBe(false);
});

test('a line that nests deeply is a problem and no crash', () => {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}\n`;
  expect(shown(problemsIn(headerLine(HEADER) + deep + good(2)))).toContain('journal-damaged 2');
});

test.each([
  ['a note', (text: string): CallEvent => ({ kind: 'noted', text })],
  ['a step', (text: string): CallEvent => ({ kind: 'panel-logged', done: text })],
  ['an answer', (text: string): CallEvent => ({ kind: 'answered', question: 'location', reply: { said: text } })],
])('%s that is longer than any line that can be typed is none of this program', (_, event) => {
  expect(problemsIn(textOf([event('x'.repeat(10_000))]))).toEqual([]);
  expect(shown(problemsIn(textOf([event('x'.repeat(10_001))])))).toEqual(['journal-damaged 2']);
});
