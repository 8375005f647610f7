/** What text and Markdown show of the call itself, beside what they show of the caller. */

import { expect, test } from 'vitest';
import type { CallBlock, OverrideBlock, Summary } from '../../src/referral/summary.ts';
import { unpainted } from '../../src/render/palette.ts';
import { summaryMarkdown } from '../../src/render/summary-markdown.ts';
import { summaryText } from '../../src/render/summary-text.ts';
import { savedSummary } from './saved-summary.ts';

const text = (summary: Summary): string => summaryText(summary, { width: 80, paint: unpainted });
const oneLine = (lines: string): string => lines.replace(/\s+/g, ' ');
/** What stands before the rule below the first screen, and what stands after it. */
const parts = (summary: Summary): readonly [first: string, rest: string] => {
  const [, first = '', ...rest] = text(summary).split(/^─+$/m);
  return [oneLine(first), oneLine(rest.join(' '))];
};

const call: CallBlock = {
  id: '20261122-0958-one',
  startedAt: '2026-11-22T09:58:07.000Z',
  lastAt: '2026-11-22T10:12:30.005Z',
  from: '09:58',
  until: '10:12',
  minutes: 13,
  state: 'done',
  disposition: null,
  log: [
    { at: '2026-11-22T10:01:00.000Z', clock: '10:01', done: 'Asked where they are' },
    { at: '2026-11-22T10:02:00.000Z', clock: '10:02', done: 'Called for help' },
  ],
  setAside: [
    { question: 'a', says: 'First?' },
    { question: 'b', says: 'Second?' },
  ],
  askAgain: [{ question: 'c', says: 'Third?' }],
  toldBefore: ['Told at 09:59 and asked again since: Fourth'],
  unusedOverride: null,
};

test('in an emergency the log stands right below the steps, in order, and nowhere else', () => {
  const [first, rest] = parts(savedSummary('emergency-stop', { call }));
  expect(first).toMatch(/2\. Please stay.* What was done 10:01 Asked where they are 10:02 Called for help/);
  expect(rest).not.toContain('Called for help');
});

test('an emergency without a log has no heading for one', () => {
  expect(text(savedSummary('emergency-stop', { call: { ...call, log: [] } }))).not.toContain('What was done');
});

test('elsewhere the log stands with the call, below the first screen', () => {
  const [first, rest] = parts(savedSummary('iop-settled', { call }));
  expect(first).not.toContain('Called for help');
  expect(rest).toContain('On the emergency panel: • 10:01 Asked where they are • 10:02 Called for help');
});

test('the call: when, how long, how it ended, its id', () => {
  const [, rest] = parts(savedSummary('iop-settled', { call }));
  expect(rest).toContain('THE CALL From 09:58 to 10:12, 13 minutes on the line; finished.');
  expect(rest).toContain('Call 20261122-0958-one');
  const [, short] = parts(savedSummary('iop-settled', { call: { ...call, minutes: 1, state: 'open' } }));
  expect(short).toContain('1 minute on the line; not ended.');
});

test('questions whose answers are not used are named, apart from those that are asked afresh', () => {
  const [, rest] = parts(savedSummary('iop-settled', { call }));
  expect(rest).toContain('Not used, because they no longer apply: “First?” “Second?”');
  expect(rest).toContain('Asked afresh, earlier answers not used: “Third?”');
});

test('a safety question that is asked afresh is not said to be unasked', () => {
  const questions = ['c', 'd'].map((id) => ({ id, says: `Safe ${id}?`, because: 'not-asked' as const }));
  const safety = { says: 'Ask.', urgent: false, questions, lines: [] };
  const [, rest] = parts(savedSummary('iop-settled', { call, safety }));
  expect(rest).toContain('“Safe c?” [to be asked afresh]');
  expect(rest).toContain('“Safe d?” [not asked yet]');
});

test('answers from a file leave no trace of a call', () => {
  expect(text(savedSummary('iop-settled'))).not.toContain('THE CALL');
});

test('notes stand near the end, each with its question, whatever they look like', () => {
  const notes = [
    { question: 'home', about: 'Where do you live?', text: '# Not a heading\n- no list' },
    { question: null, about: null, text: 'Calls again.' },
  ];
  const summary = savedSummary('iop-settled', { notes });
  const [first, rest] = parts(summary);
  expect(first).not.toContain('Calls again.');
  expect(rest).toContain('NOTES • # Not a heading - no list [to “Where do you live?”] • Calls again.');
  expect(summaryMarkdown(summary)).toContain('## Notes\n\n- \\# Not a heading - no list *[to “Where do you live?”]*\n');
});

const override: OverrideBlock = {
  level: 'residential',
  name: 'Residential treatment',
  code: 'no-opening',
  says: 'By the rules: IOP. Chosen by the counselor: Residential treatment, because there is no opening nearby.',
  note: 'A bed is free today.',
  byRules: { kind: 'settled', headline: 'IOP', id: 'iop', possible: [{ id: 'iop', name: 'IOP' }] },
};

test('both levels are on the first screen, with the note', () => {
  const level = { ...savedSummary('iop-settled').level, kind: 'chosen', headline: 'Residential treatment' } as const;
  const [first] = parts(savedSummary('iop-settled', { override, level }));
  expect(first).toContain(`LEVEL Residential treatment ${override.says} Counselor’s note: A bed is free today.`);
});

test('a note of several lines is read below, whole', () => {
  const long = `${'One more word. '.repeat(30)}The end.`;
  for (const note of [long, 'Two\nlines.']) {
    const [first, rest] = parts(savedSummary('iop-settled', { override: { ...override, note } }));
    expect(first).not.toContain('note:');
    expect(rest).toContain(`Counselor’s note on the level: ${oneLine(note)}`);
  }
});

test('a choice that is not used is said with the call', () => {
  const unusedOverride = 'Not used: day program, which the counselor had chosen.';
  expect(parts(savedSummary('emergency-stop', { call: { ...call, unusedOverride } }))[1]).toContain(unusedOverride);
});

const told = {
  says: ['Told at 09:59 and not asked again since: A plan'],
  isEmergency: true,
  lines: [{ id: 'a', name: 'Emergency', number: '911', also: null, for: 'danger', stale: null }],
};
const callBack = { says: 'Call back at once.', number: '555-0142', notes: ['Leave no message.'], where: ['at home'] };

test('what was told and not asked again stands above all else, with the numbers, and once where there is an emergency', () => {
  const [first] = parts(savedSummary('iop-settled', { told, callBack }));
  expect(first).toMatch(
    /TOLD Told at 09:59 and not asked again since: A plan 911 Call-back number: 555-0142\..*DO NOW/,
  );
  const [emergency] = parts(savedSummary('emergency-stop', { told, callBack }));
  expect(emergency.match(/Call-back number/g)).toHaveLength(1);
});

test('in an emergency whose caller is gone, calling back comes before anything to say', () => {
  const [first] = parts(savedSummary('emergency-stop', { callBack }));
  expect(first).toMatch(
    /Call back at once\. Call-back number: 555-0142\. Leave no message\..*at home.*When you reach them 1\./,
  );
  expect(text(savedSummary('emergency-stop'))).not.toContain('When you reach them');
});

test('both ends of a call are on the first screen, the steps of both below it', () => {
  const end = (id: string) => ({
    id,
    title: `End ${id}`,
    says: `Say ${id}.`,
    steps: [`Step ${id}.`],
    lines: told.lines,
  });
  const [first, rest] = parts(savedSummary('iop-settled', { ending: end('one'), endingByAnswers: end('two') }));
  expect(first).toMatch(/End one “Say one\.”.*End two “Say two\.”/);
  expect(rest).toMatch(/End one • Step one\. End two • Step two\./);
});

test('what was said to the safety questions is named where the call has no level', () => {
  const [, rest] = parts(savedSummary('iop-settled', { said: [{ question: 'a', says: 'Said: Thoughts' }] }));
  expect(rest).toContain('SAFETY Said: Thoughts');
});

test('what was asked again since is a line of the call', () => {
  expect(parts(savedSummary('iop-settled', { call }))[1]).toContain('Told at 09:59 and asked again since: Fourth');
});
