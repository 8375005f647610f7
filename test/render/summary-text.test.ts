import { expect, test } from 'vitest';
import type { Summary } from '../../src/referral/summary.ts';
import { cells } from '../../src/render/cells.ts';
import { unpainted } from '../../src/render/palette.ts';
import { summaryText } from '../../src/render/summary-text.ts';
import { savedSummary } from './saved-summary.ts';

const rendered = (summary: Summary, width = 80) => summaryText(summary, { width, paint: unpainted });
const labelsOf = (text: string) => [...text.matchAll(/^([A-Z][A-Z -]+?)(?: {2,}|$)/gm)].map(([, label]) => label);
const oneLine = (text: string) => text.replace(/\s+/g, ' ');

test('the sections stand in the order in which a counselor needs them', () => {
  expect(labelsOf(rendered(savedSummary('iop-settled')))).toEqual([
    'DO NOW',
    'LEVEL',
    'CALL',
    'SCREENS',
    'WHY',
    'PROGRAMS',
    'HAND-OFF',
    'THE WEEK',
    'BARRIERS',
    'WOULD CHANGE',
    'SUPPORTS',
    'AFTERCARE',
    'FOLLOW-UP',
    'SOURCES',
  ]);
});

test('an emergency stands above everything, its fallback below the emergency steps', () => {
  expect(labelsOf(rendered(savedSummary('emergency-stop')))).toEqual([
    'EMERGENCY',
    'THEN',
    'PANEL',
    'SAFETY',
    'UNTIL THEN',
    'WHY',
    'FALLBACK',
  ]);
});

test('the first screen holds what to do now, the level and whom to call', () => {
  const screen = oneLine(rendered(savedSummary('iop-settled')).split('\n').slice(0, 24).join('\n'));
  for (const text of [
    'Nothing has to happen first.',
    'Intensive outpatient program (IOP)',
    'Day Program',
    '555-0133',
  ]) {
    expect(screen).toContain(text);
  }
});

test('an emergency’s number, actions and first step are on the first screen', () => {
  const screen = oneLine(rendered(savedSummary('emergency-stop')).split('\n').slice(0, 24).join('\n'));
  for (const text of [
    '555-0111 · Urgent line (last verified on 2025-01-01)',
    '1. I am having an ambulance called.',
    '2. Please stay',
    'A medical check today',
  ]) {
    expect(screen).toContain(text);
  }
});

test('an answer that wants the emergency panel stands above all that is to be done', () => {
  const panelAnswers = [{ question: 'mood', says: 'Whatever the score: nearly every day.' }];
  const text = rendered(savedSummary('iop-settled', { panelAnswers }));
  expect(labelsOf(text).slice(0, 2)).toEqual(['SAFETY', 'DO NOW']);
  expect(text.split('Whatever the score: nearly every day.')).toHaveLength(2);
});

test('what is only wished for is asked in one sentence, apart from what is needed', () => {
  const text = oneLine(rendered(savedSummary('iop-settled')));
  expect(text).toContain(
    '• Ask whether they treat mental health and substance use together. • Ask too (wishes, not needs): whether one can attend in the evening; whether one can join by video. • Note',
  );
});

/** Texts of a summary that are keys to something or are said in another form. */
const NOT_PRINTED = new Set([
  'format',
  'language',
  'questionnaire',
  'source',
  'verifiedOn',
  'kind',
  'status',
  'certainty',
  'rule',
  'id',
  'levels',
  'possible',
  'positive',
  'results',
  'condition',
  'preference',
  'outcome',
  'how',
  'programId',
  'at',
  'appointment',
]);

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => (NOT_PRINTED.has(key) ? [] : textsIn(inner)));
}

test('everything that a summary says is printed', () => {
  const summary = savedSummary('iop-settled');
  const { policy, referral, fallback: _isNotOffered, decision: _inIds, date: _asDay, ...said } = summary;
  const followUp = { ...summary.followUp, date: null };
  const printed = oneLine(rendered(summary)).toLowerCase();
  const missing = textsIn({ ...said, followUp, referral: { ...referral, title: null } }).filter(
    (text) => !printed.includes(text.toLowerCase()),
  );
  expect(missing).toEqual([]);
  expect(printed).toContain(`${policy.title} ${policy.version}`.toLowerCase());
});

test('what was said under “until then” is not repeated while waiting', () => {
  const text = rendered(savedSummary('emergency-stop'));
  expect(text.split('Stop nothing on your own.')).toHaveLength(2);
  expect(text).toContain('Agree on the next call.');
});

test.each([20, 40, 59, 60, 80, 100])('no line is wider than %i cells', (width) => {
  for (const name of ['iop-settled', 'emergency-stop'] as const) {
    expect(
      rendered(savedSummary(name), width)
        .split('\n')
        .filter((line) => cells(line) > width),
    ).toEqual([]);
  }
});

test('wide characters are counted as the terminal counts them', () => {
  const summary = savedSummary('iop-settled', { now: ['治療について相談する。'.repeat(8)] });
  expect(
    rendered(summary)
      .split('\n')
      .filter((line) => cells(line) > 80),
  ).toEqual([]);
});

test('colour adds nothing that shows', () => {
  const summary = savedSummary('emergency-stop');
  const coloured = summaryText(summary, { width: 80, paint: (style, text) => `\u0001${style}\u0002${text}\u0003` });
  expect(coloured).toContain('\u0001alarm\u0002');
  expect(coloured.replace(/\u0001[a-z]+\u0002|\u0003/g, '')).toBe(rendered(summary));
});

test('a withheld safety answer puts the residential program on the first screen, beside the caution', () => {
  const { fallback } = savedSummary('emergency-stop');
  const { level } = savedSummary('iop-settled');
  const summary = savedSummary('iop-settled', {
    level: {
      ...level,
      kind: 'at-least',
      sentence: null,
      untilAsked: 'Treat as at least residential treatment until asked.',
    },
    fallback: { ...fallback, status: 'possible', place: 'if', title: 'If it turns out' },
  });
  const screen = rendered(summary).split('\n').slice(0, 24).join('\n');
  expect(screen).toContain('Treat as at least residential treatment until asked.');
  expect(screen.indexOf('Here House')).toBeGreaterThan(0);
  expect(screen.indexOf('Here House')).toBeLessThan(screen.indexOf('Day Program'));
});

test('safety questions show why they are open, and the numbers at hand', () => {
  const summary = savedSummary('iop-settled', {
    safety: {
      says: 'A safety question has no answer: ask it again.',
      urgent: true,
      questions: [{ id: 'danger', says: 'Is anybody in danger?', because: 'declined' }],
      lines: [{ id: 'urgent', name: 'Urgent line', number: '555-0111', also: null, for: 'danger', stale: null }],
    },
  });
  expect(rendered(summary)).toContain('“Is anybody in danger?” [declined]');
  expect(rendered(summary)).toContain('555-0111 · Urgent line');
});

test('beside a day program the residential program is named second', () => {
  const { fallback } = savedSummary('emergency-stop');
  const screen = rendered(
    savedSummary('iop-settled', { fallback: { ...fallback, place: 'beside', title: 'IOP is ruled out' } }),
  );
  expect(screen.indexOf('Day Program')).toBeLessThan(screen.indexOf('Here House'));
  expect(screen.split('\n').slice(0, 24).join('\n')).toContain('Here House');
});

test('of many reasons that only together decide, the rest is counted', () => {
  const reasons = ['a', 'b', 'c', 'd', 'e', 'f'].map((rule) => ({
    rule,
    because: `Because of ${rule}.`,
    cites: [],
    note: null,
  }));
  const text = rendered(savedSummary('iop-settled', { why: { kind: 'one-of', says: 'One of these holds:', reasons } }));
  expect(text).toContain('Because of c.');
  expect(text).not.toContain('Because of d.');
  expect(text).toContain('and 3 others, depending on open answers');
});

test('of whom hardly anything is known no rule is said to hold, and the fallback waits for nothing', () => {
  const { level, why } = savedSummary('iop-settled');
  const { fallback } = savedSummary('emergency-stop');
  const early = savedSummary('iop-settled', {
    level: { ...level, kind: 'too-early', headline: 'Too early to name a level', id: null, sentence: null },
    why: { kind: 'one-of', says: 'Too little is known.', reasons: why.reasons },
    fallback: { ...fallback, status: 'possible', place: 'if', title: 'If it turns out' },
  });
  const text = oneLine(rendered(early));
  expect(text).toContain('Too little is known.');
  expect(text).toContain('Anything up to intensive outpatient program (IOP) is still possible.');
  expect(text).not.toContain('Weekly visits would not be enough.');
  expect(text).not.toContain('While waiting');
  expect(text).toContain('1 point may matter, depending on open answers: --format json shows them');
  expect(rendered(early).split('─\n')[1]).not.toContain('Here House');
});

test('of many points on which the sources differ three are said, and the rest is counted', () => {
  const [point] = savedSummary('iop-settled').disagreements;
  const named = (id: string, certainty: 'certain' | 'possible') =>
    point === undefined ? [] : [{ ...point, id, says: `They differ on ${id}.`, certainty }];
  const disagreements = [
    ...named('a', 'certain'),
    ...named('b', 'certain'),
    ...named('c', 'possible'),
    ...named('d', 'possible'),
    ...named('e', 'possible'),
  ];
  const text = oneLine(rendered(savedSummary('iop-settled', { disagreements })));
  expect(text).toContain('• They differ on b.');
  expect(text).toContain('• Perhaps: They differ on c.');
  expect(text).not.toContain('They differ on d.');
  expect(text).toContain('2 more: --format json');
  const three = oneLine(rendered(savedSummary('iop-settled', { disagreements: disagreements.slice(0, 3) })));
  expect(three).not.toContain('--format json');
});

test('the lines of two offers without a program are said once on the first screen', () => {
  const { referral, level } = savedSummary('iop-settled');
  const { fallback } = savedSummary('emergency-stop');
  if (referral === null) throw new Error('the saved summary has a referral');
  const { title, ...found } = referral;
  const help = { id: 'help', name: 'Help line', number: '555-0122', also: null, for: 'finding help', stale: null };
  const offer = { ...found, says: ['Nothing fits.'], primary: null, lines: [help] };
  const summary = savedSummary('iop-settled', {
    level: { ...level, kind: 'at-least', sentence: null, untilAsked: 'Treat as more.' },
    referral: { title, ...offer },
    fallback: {
      ...fallback,
      place: 'if',
      status: 'possible',
      title: 'If so',
      offer: { ...offer, says: ['No state.'] },
    },
  });
  const [, screen = '', below = ''] = rendered(summary).split(/─{80}\n/);
  expect(screen.split('555-0122')).toHaveLength(2);
  expect(screen.split('https://finder.example')).toHaveLength(2);
  expect(below.split('555-0122')).toHaveLength(2);
});

test('advice without a program gives way to a bed until the safety questions are asked', () => {
  const { referral, level } = savedSummary('iop-settled');
  const { fallback } = savedSummary('emergency-stop');
  if (referral === null) throw new Error('the saved summary has a referral');
  const summary = savedSummary('iop-settled', {
    level: { ...level, kind: 'silent-or', sentence: null, untilAsked: 'Treat as more.' },
    referral: { ...referral, title: 'For advice', says: ['Ask a counselor.'], primary: null },
    fallback: { ...fallback, place: 'if', status: 'possible', title: 'If so' },
  });
  const [, screen, below] = rendered(summary).split(/─{80}\n/);
  expect(screen).toContain('Here House');
  expect(screen).not.toContain('Ask a counselor.');
  expect(below).toContain('Ask a counselor.');
});

test('a question that is asked now is not asked again among what is open', () => {
  const open = { says: [], next: { question: 'shelter', says: 'Is there another place?' }, further: 0 };
  const again = (now: readonly string[]) =>
    rendered(savedSummary('iop-settled', { open, now })).split('another place?');
  expect(again(['Ask next: “Is there another place?”'])).toHaveLength(2);
  expect(again(['Something else.'])).toHaveLength(2);
});

test('without an action of a rule the panel’s steps are what to do', () => {
  const { emergency } = savedSummary('emergency-stop');
  const text = rendered(
    savedSummary('emergency-stop', { emergency: emergency === null ? null : { ...emergency, actions: [] } }),
  );
  expect(text.split('\n').slice(0, 24).join('\n')).toContain('1. Stay calm.');
  expect(text.split('Stay calm.')).toHaveLength(2);
});

const ending = {
  id: 'third-party',
  title: 'Calling about another',
  says: 'You can help.',
  steps: ['Offer support.'],
  lines: [],
};

test('how a call ends stands after what is urgent and before the level', () => {
  const text = rendered(
    savedSummary('iop-settled', { ending, now: ['A safety question has no answer: ask it again.'] }),
  );
  expect(labelsOf(text).slice(0, 3)).toEqual(['DO NOW', 'THIS CALL', 'LEVEL']);
  expect(text).toContain('• Offer support.');
});

test('what is to be said to somebody who is not on the line is not read out on the first screen', () => {
  const { firstSteps } = savedSummary('emergency-stop');
  const [step] = firstSteps;
  if (step === undefined) throw new Error('the saved summary has a first step');
  const given = { firstSteps: [step], safety: null };
  const [, present = ''] = rendered(savedSummary('iop-settled', given)).split(/─{80}\n/);
  const [, screen = '', below = ''] = rendered(savedSummary('iop-settled', { ...given, ending })).split(/─{80}\n/);
  expect(oneLine(present)).toContain(`“${step.sentence}”`);
  expect(oneLine(screen)).toContain(step.name);
  expect(oneLine(screen)).not.toContain(step.sentence);
  expect(oneLine(below)).toContain(`For the person concerned: ${step.name} “${step.sentence}”`);
});

test('in an emergency it stands below the panel', () => {
  expect(labelsOf(rendered(savedSummary('emergency-stop', { ending }))).slice(0, 4)).toEqual([
    'EMERGENCY',
    'THEN',
    'PANEL',
    'THIS CALL',
  ]);
});

test('an emergency asks nothing more: open safety questions wait for afterwards', () => {
  const questions = [{ id: 'danger', says: 'Is anybody in danger?', because: 'not-asked' as const }];
  const safety = { says: 'One safety question has not been asked yet.', urgent: false, questions, lines: [] };
  expect(rendered(savedSummary('iop-settled', { safety }))).toContain('Is anybody in danger?');
  expect(rendered(savedSummary('emergency-stop', { safety }))).not.toContain('Is anybody in danger?');
});
