/** One test for each thing that a summary has to say. */

import { expect, test } from 'vitest';
import { inLanguage } from '../../src/questionnaire/in-words.ts';
import { summarize } from '../../src/referral/summarize.ts';
import type { SummaryInput } from '../../src/referral/summary-input.ts';
import {
  aCare,
  aDecision,
  aDirectory,
  anInput,
  anOption,
  answersOf,
  aPolicy,
  aProgram,
  aQuestion,
  aQuestionnaire,
  aRule,
  thirdParty,
  youth,
} from './given.ts';

const summaryOf = (given: Partial<SummaryInput> = {}) => summarize(anInput(given));
const iop = aProgram({ id: 'day', name: 'Day Program', levels: ['iop'] });

test('it is plain JSON: saved and read back it is the same', () => {
  const summary = summaryOf({ directory: aDirectory([iop]), decision: aDecision(['iop', 'residential']) });
  expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
  expect(summary.format).toBe('intakeline/summary/1');
});

test('it says under which rules, of which questionnaire, and for which day it was made', () => {
  expect(summaryOf()).toMatchObject({
    date: '2026-11-22',
    questionnaire: { id: 'small', version: '1' },
    policy: { id: 'house', version: '1', date: '2026-01-01' },
  });
});

test('in an emergency the actions of the rules, the panel and the numbers come first; nothing else is to do', () => {
  const decision = aDecision(['emergency'], {}, { 'call-911': 'certain', 'poison-help': 'possible' });
  const summary = summaryOf({ decision });
  expect(summary.emergency).toMatchObject({
    actions: [{ id: 'call-911', says: 'Action call-911.' }],
    steps: ['Stay calm.', 'Ask where they are.', 'Call back.'],
    where: ['lives in California'],
  });
  expect(summary.emergency?.lines.map(({ number }) => number)).toEqual(['555-0111']);
  expect(summary.now).toEqual([]);
  expect(summary.referral).toBeNull();
});

test('a stop is an emergency even under a policy that decides otherwise', () => {
  const summary = summaryOf({
    decision: aDecision(['iop', 'emergency'], { stops: [{ question: 'danger', option: 'yes' }] }),
  });
  expect(summary.emergency).not.toBeNull();
  expect(summary.level.id).toBe('emergency');
  expect(summary.settled).toBe(true);
});

test('an emergency that is only possible is no emergency panel, but stays among what is open', () => {
  const summary = summaryOf({ decision: aDecision(['iop', 'emergency']) });
  expect(summary.emergency).toBeNull();
  expect(summary.open?.says.join(' ')).toContain('level emergency');
});

test('a settled level is named and read out', () => {
  expect(summaryOf().level).toMatchObject({
    kind: 'settled',
    headline: 'Level iop',
    id: 'iop',
    sentence: 'Sentence of iop.',
  });
});

test('an open level is said as “at least”, and its sentence is not read out', () => {
  const { level } = summaryOf({ decision: aDecision(['outpatient', 'iop']) });
  expect(level).toMatchObject({
    kind: 'at-least',
    headline: 'At least level outpatient',
    id: 'outpatient',
    sentence: null,
  });
  expect(level.possible.map(({ id }) => id)).toEqual(['outpatient', 'iop']);
});

test('first steps come with their sentence, the meanwhile and the rules that ask for them', () => {
  const policy = aPolicy({ rules: [aRule({ id: 'harm', first: ['crisis-assessment-today'] })] });
  const decision = aDecision(
    ['outpatient'],
    { holding: ['harm'] },
    { 'crisis-assessment-today': 'certain', 'safe-place': 'possible' },
  );
  const summary = summaryOf({ policy, decision });
  expect(summary.firstSteps).toMatchObject([
    {
      id: 'crisis-assessment-today',
      certainty: 'certain',
      meanwhile: 'Until crisis-assessment-today.',
      reasons: [{ rule: 'harm' }],
    },
    { id: 'safe-place', certainty: 'possible', reasons: [] },
  ]);
});

test('why: the deciding rules’ sentences with their sources in short', () => {
  const policy = aPolicy({
    rules: [aRule({ id: 'need', atLeast: 'iop', cites: ['page#P1', 'page#P2', 'practice#J'] })],
  });
  const { why } = summaryOf({ policy, decision: aDecision(['iop'], { deciding: { kind: 'rules', rules: ['need'] } }) });
  expect(why).toMatchObject({ kind: 'rules', says: null });
  expect(why.reasons).toEqual([
    {
      rule: 'need',
      because: 'Because of need.',
      note: null,
      cites: [
        { id: 'page#P1', source: 'Page', fact: 'P1' },
        { id: 'page#P2', source: 'Page', fact: 'P2 (to verify)' },
        { id: 'practice#J', source: 'our own judgement', fact: null },
      ],
    },
  ]);
});

test('why: “one of these” where no single rule is certain', () => {
  const policy = aPolicy({ rules: [aRule({ id: 'a' }), aRule({ id: 'b' })] });
  const { why } = summaryOf({
    policy,
    decision: aDecision(['iop'], { deciding: { kind: 'one-of', rules: ['a', 'b'] } }),
  });
  expect(why.says).toContain('One of these');
  expect(why.reasons.map(({ rule }) => rule)).toEqual(['a', 'b']);
});

test.each([
  ['residential', 'this page only says that IOP does not fit'],
  ['iop', 'this page names no level here'],
] as const)('why: a reading of ours at %s is said to be one', (atLeast, note) => {
  const policy = aPolicy({ rules: [aRule({ id: 'a', atLeast, readingOurs: true })] });
  const { why } = summaryOf({ policy, decision: aDecision([atLeast], { deciding: { kind: 'rules', rules: ['a'] } }) });
  expect(why.reasons[0]?.note).toContain(note);
});

const silentPolicy = aPolicy({
  program: 'day',
  otherwise: { level: 'information', silent: true, because: 'The page speaks of others.', cites: ['page#P1'] },
});

test('a silent page is said to be silent, and no level is read into it', () => {
  const decision = aDecision(['information'], { silent: 'certain', deciding: { kind: 'otherwise' } });
  const summary = summaryOf({ policy: silentPolicy, directory: aDirectory([iop]), decision });
  expect(summary.level).toMatchObject({ kind: 'silent', headline: 'This page does not say', id: null, sentence: null });
  expect(summary.why).toMatchObject({ kind: 'silent', says: 'This page does not say.' });
  expect(summary.week).toBeNull();
  expect(summary.aftercare).toBeNull();
  expect(summary.referral?.primary?.id).toBe('day');
  expect(summary.fallback.status).toBe('no');
});

test('a page that may be silent is never shown as its placeholder level', () => {
  const decision = aDecision(['information', 'residential'], { silent: 'possible' });
  const summary = summaryOf({ policy: silentPolicy, decision });
  expect(summary.level).toMatchObject({
    kind: 'silent-or',
    headline: 'Perhaps level residential; otherwise this page does not say',
    id: null,
  });
  expect(summary.open?.says.join(' ')).not.toContain('level information');
  expect(summary.open?.says).toContain('Still possible: level residential, or that this page does not say.');
});

test('what is open: levels still possible, possible first steps, and the script of the best question', () => {
  const decision = aDecision(
    ['outpatient', 'iop'],
    {
      ask: [
        { question: 'shelter', expected: 1, worst: 1 },
        { question: 'danger', expected: 2, worst: 2 },
      ],
    },
    { 'safe-place': 'possible' },
  );
  const summary = summaryOf({ decision });
  expect(summary.open).toEqual({
    says: ['Still possible: level outpatient or level iop.', 'Perhaps first: step safe-place.'],
    next: { question: 'shelter', says: 'Is there another place where you could stay?' },
    further: 1,
  });
  expect(summary.now).toEqual(['Ask next: “Is there another place where you could stay?”']);
});

test('a settled result has nothing open', () => {
  expect(summaryOf().open).toBeNull();
});

const unknownDanger = (reason: 'unsure' | 'declined' | undefined, levels: Parameters<typeof aDecision>[0]) =>
  summaryOf({
    answers: answersOf({ home_state: 'CA' }, new Map(reason === undefined ? [] : [['danger', reason]])),
    decision: aDecision(levels, { unknownSafety: ['danger'] }),
  });

test.each(['unsure', 'declined'] as const)(
  'a red flag that was %s: treat as at least residential until asked',
  (reason) => {
    const summary = unknownDanger(reason, ['outpatient', 'emergency']);
    expect(summary.level.untilAsked).toBe('Treat as at least level residential until asked.');
    expect(summary.safety).toMatchObject({ urgent: true, questions: [{ id: 'danger', because: reason }] });
    expect(summary.safety?.lines.map(({ id }) => id)).toEqual(['urgent']);
    expect(summary.now[0]).toContain('ask it again');
  },
);

test('a red flag that was not asked yet is said more mildly', () => {
  const summary = unknownDanger(undefined, ['outpatient', 'emergency']);
  expect(summary.level.untilAsked).toBeNull();
  expect(summary.safety).toMatchObject({ urgent: false, lines: [], questions: [{ because: 'not-asked' }] });
  expect(summary.now[0]).toContain('not been asked yet');
});

test('an unsure option of a list counts as unsure', () => {
  const answers = {
    ...answersOf({}),
    unknownOptions: new Map([
      [
        'danger',
        new Map([
          ['a', 'not-asked'],
          ['b', 'unsure'],
        ] as const),
      ],
    ]),
  };
  const summary = summaryOf({ answers, decision: aDecision(['iop'], { unknownSafety: ['danger'] }) });
  expect(summary.safety?.urgent).toBe(true);
});

test('where the level is residential already, nothing is raised', () => {
  expect(unknownDanger('unsure', ['residential', 'emergency']).level.untilAsked).toBeNull();
});

test('the program to call is the one for the level, with what ruled the others out', () => {
  const away = aProgram({ id: 'away', name: 'Away', levels: ['iop'], states: ['MN'] });
  const { referral } = summaryOf({ directory: aDirectory([away, iop]) });
  expect(referral).toMatchObject({ title: 'For level iop', primary: { id: 'day' }, alternatives: [] });
  expect(referral?.ruledOut).toEqual([{ name: 'Away', because: ['in MN, not in California'] }]);
});

test('while the call is open the referral is for the lowest level, and says “at least”', () => {
  const { referral } = summaryOf({ directory: aDirectory([iop]), decision: aDecision(['iop', 'php']) });
  expect(referral?.primary?.id).toBe('day');
  expect(referral?.title).toContain('at least level iop');
});

test('no program is said plainly, with the national lines', () => {
  const { referral } = summaryOf();
  expect(referral).toMatchObject({ primary: null, locator: { name: 'Finder' } });
  expect(referral?.says[0]).toContain('no program');
  expect(referral?.lines.map(({ id }) => id)).toEqual(['helpline']);
});

test.each([
  ['medical-check-today', 'emergency department, or a doctor'],
  ['crisis-assessment-today', 'mobile crisis'],
] as const)('hospital care after %s is reached through: %s', (firstStep, way) => {
  const { referral } = summaryOf({ decision: aDecision(['inpatient'], {}, { [firstStep]: 'certain' }) });
  expect(referral?.says.join()).toContain(way);
});

test('the week: hours, days, length, therapies and sources of the level', () => {
  const care = aCare();
  const level = {
    ...care.levels.iop,
    hours: '9 hours',
    days: '3 days',
    length: '90 days',
    therapies: ['groups'],
    week: ['Monday'],
    cites: ['page#P1'],
  };
  const { week } = summaryOf({ care: { ...care, levels: { ...care.levels, iop: level } } });
  expect(week).toMatchObject({
    title: 'Level iop',
    hours: '9 hours',
    days: '3 days',
    length: '90 days',
    therapies: ['groups'],
    week: ['Monday'],
  });
  expect(week?.cites.map(({ id }) => id)).toEqual(['page#P1']);
});

const barrierQuestions = aQuestionnaire({
  questions: [
    aQuestion({
      id: 'pay',
      type: 'choice',
      uses: ['payment'],
      baseline: 'private',
      options: [anOption('private', 'Private'), anOption('own', 'Own money')],
    }),
    aQuestion({
      id: 'duties',
      type: 'choices',
      uses: ['schedule', 'barrier'],
      baseline: [],
      options: [anOption('work', 'Work'), anOption('school', 'School')],
    }),
    aQuestion({ id: 'car', type: 'yes-no', uses: ['transport'], baseline: 'yes', say: 'Can you get there?' }),
  ],
});

test('barriers are named once each, with how the referral answers them', () => {
  const answers = answersOf({ pay: 'own', duties: ['work'], car: 'no' });
  const { barriers } = summaryOf({ questionnaire: barrierQuestions, answers });
  expect(barriers.map(({ says }) => says)).toEqual([
    'Payment: Own money',
    'Time: Work',
    'Getting there: “Can you get there?” No',
  ]);
  expect(barriers.every(({ answer }) => answer.length > 0)).toBe(true);
});

test('what is like anybody’s is no barrier', () => {
  expect(
    summaryOf({ questionnaire: barrierQuestions, answers: answersOf({ pay: 'private', duties: [], car: 'yes' }) })
      .barriers,
  ).toEqual([]);
});

test('barriers change neither level nor first step nor program', () => {
  const directory = aDirectory([iop]);
  const free = summaryOf({ directory, questionnaire: barrierQuestions, answers: answersOf({ car: 'yes' }) });
  const barred = summaryOf({
    directory,
    questionnaire: barrierQuestions,
    answers: answersOf({ pay: 'own', duties: ['work'], car: 'no' }),
  });
  expect([barred.level, barred.firstSteps, barred.referral]).toEqual([free.level, free.firstSteps, free.referral]);
});

test('evening sessions are no answer where somebody moves in', () => {
  const given = { questionnaire: barrierQuestions, answers: answersOf({ duties: ['work'] }) };
  expect(summaryOf(given).barriers[0]?.answer).toContain('evening');
  expect(summaryOf({ ...given, decision: aDecision(['residential']) }).barriers[0]?.answer).not.toContain('evening');
});

test('the nearest change of circumstances names the level and the answer; history is left out', () => {
  const change = { newlyAsked: [], levels: ['iop'] as const };
  const { changes } = summaryOf({
    decision: aDecision(['residential'], {
      changes: [
        { ...change, changeable: false, changed: [{ question: 'years', value: 50 }] },
        { ...change, changeable: true, changed: [{ question: 'shelter', value: 'yes' }] },
      ],
    }),
  });
  expect(changes.map(({ says }) => says)).toEqual([
    'Level iop would be possible if the answer to “Is there another place where you could stay?” were “Yes”.',
  ]);
});

test('answers of one question that change the result in the same way are said together', () => {
  const to = (value: string, levels: readonly ['iop' | 'php']) => ({
    changeable: true,
    newlyAsked: [],
    changed: [{ question: 'shelter', value }],
    levels,
  });
  const decision = aDecision(['outpatient'], { changes: [to('yes', ['iop']), to('no', ['iop']), to('no', ['php'])] });
  expect(summaryOf({ decision }).changes.map(({ says }) => says)).toEqual([
    'Level iop would be needed if the answer to “Is there another place where you could stay?” were “Yes” or “No”.',
    'Level php would be needed if the answer to “Is there another place where you could stay?” were “No”.',
  ]);
});

test('a change that only makes a page silent is no change to aim for', () => {
  const to = { newlyAsked: [], changeable: true, changed: [{ question: 'shelter', value: 'yes' }] };
  const decision = aDecision(['residential'], {
    changes: [
      { ...to, levels: ['information'] },
      { ...to, levels: ['information', 'iop'] },
    ],
  });
  const silent = summaryOf({ policy: silentPolicy, decision }).changes;
  expect(silent.map(({ levels }) => levels.map(({ id }) => id))).toEqual([['iop']]);
  expect(summaryOf({ decision }).changes).toHaveLength(2);
});

test('supports: certain ones first, possible ones marked', () => {
  const decision = aDecision(['iop'], {}, { naloxone: 'certain', telehealth: 'possible' });
  expect(summaryOf({ decision }).supports).toMatchObject([
    { id: 'naloxone', certainty: 'certain' },
    { id: 'telehealth', certainty: 'possible' },
  ]);
});

test('aftercare comes with its sources, and not where there is no treatment', () => {
  expect(summaryOf().aftercare).toEqual({
    lines: ['Keep going.'],
    cites: [{ id: 'page#P1', source: 'Page', fact: 'P1' }],
  });
  expect(summaryOf({ decision: aDecision(['information']) }).aftercare).toBeNull();
});

const contact = aQuestionnaire({
  questions: [
    aQuestion({ id: 'number', type: 'phone', uses: ['callback'] }),
    aQuestion({
      id: 'message',
      type: 'choice',
      uses: ['callback_message'],
      options: [anOption('fine', 'A message is fine'), anOption('none', 'No message')],
    }),
    aQuestion({ id: 'day', type: 'date', uses: ['follow_up'] }),
    aQuestion({ id: 'share', type: 'choices', uses: ['consent'], options: [anOption('program', 'The program')] }),
  ],
});

test('follow-up: date, call-back number and whether a message is safe', () => {
  const answers = answersOf({ number: '555-0100', message: 'none', day: '2026-11-24' });
  expect(summaryOf({ questionnaire: contact, answers }).followUp).toEqual({
    date: '2026-11-24',
    day: 'November 24, 2026',
    callback: '555-0100',
    notes: ['No message.'],
  });
});

test('what was agreed is noted in the words in which a third party was asked', () => {
  const role = aQuestionnaire().questions.filter(({ id }) => id === 'role');
  const ask = aQuestion({
    id: 'when',
    type: 'yes-no',
    uses: ['follow_up'],
    say: 'May I call you?',
    sayForOther: 'May I call them?',
  });
  const questionnaire = aQuestionnaire({ questions: [...role, ask] });
  const notes = (values: Record<string, string>) =>
    summaryOf({ questionnaire, answers: answersOf(values) }).followUp?.notes;
  expect(notes({ role: 'other', when: 'yes' })).toEqual(['“May I call them?” Yes']);
  expect(notes({ role: 'self', when: 'yes' })).toEqual(['“May I call you?” Yes']);
});

test('a number without a word about messages: leave none', () => {
  expect(
    summaryOf({ questionnaire: contact, answers: answersOf({ number: '555-0100' }) }).followUp?.notes[0],
  ).toContain('Leave no message');
});

test('nothing said, nothing invented', () => {
  expect(summaryOf({ questionnaire: contact, answers: answersOf() }).followUp).toBeNull();
});

test.each([
  [{}, 'No consent'],
  [{ share: [] }, 'No consent'],
  [{ share: ['program'] }, 'shared with: The program'],
])('consent after %j', (values, says) => {
  expect(summaryOf({ questionnaire: contact, answers: answersOf(values) }).consent).toContain(says);
});

test('where the sources differ: one line each, certain ones first', () => {
  const point = { says: 'They differ.', for: ['page#P1'], against: ['practice#J'], silent: ['page'] };
  const { disagreements } = summaryOf({
    disagreements: [
      { ...point, id: 'b', certainty: 'possible' },
      { ...point, id: 'a', certainty: 'certain' },
    ],
  });
  expect(disagreements.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(disagreements[0]).toMatchObject({
    for: [{ source: 'Page' }],
    against: [{ source: 'our own judgement' }],
    silent: ['Page'],
  });
});

test('where the sources differ: of equally certain points the one about what decided comes first', () => {
  const point = { says: 'They differ.', certainty: 'certain' as const, against: [], silent: [] };
  const policy = aPolicy({ rules: [aRule({ id: 'need', atLeast: 'iop', cites: ['page#P2'] })] });
  const { disagreements } = summaryOf({
    policy,
    decision: aDecision(['iop'], { deciding: { kind: 'rules', rules: ['need'] } }),
    disagreements: [
      { ...point, id: 'aside', for: ['page#P1'] },
      { ...point, id: 'decided', for: ['page#P2'] },
      { ...point, id: 'open', for: ['page#P2'], certainty: 'possible' },
    ],
  });
  expect(disagreements.map(({ id }) => id)).toEqual(['decided', 'aside', 'open']);
});

test('the whole decision is in the result, last but for the notices', () => {
  const decision = aDecision(['iop', 'php'], { holding: ['need'], pending: [{ rule: 'day', waitsFor: ['shelter'] }] });
  const summary = summaryOf({ decision });
  const { emergency, silentIfScored, cannotWait, ...told } = decision; // what blocks of their own say
  expect(summary.decision).toEqual(told);
  expect(Object.keys(summary).slice(-2)).toEqual(['decision', 'notices']);
  const ended = aDecision([], { dispositions: [{ id: 'youth', certainty: 'certain' }] });
  expect(summaryOf({ decision: ended }).decision).toMatchObject({ lowest: null, highest: null });
});

test('“one of these”: most intensive first, and what a policy says of everybody else last', () => {
  const rules = [
    aRule({ id: 'aside' }),
    aRule({ id: 'low', atLeast: 'iop' }),
    aRule({ id: 'high', atLeast: 'inpatient' }),
  ];
  const deciding = { kind: 'one-of', rules: ['otherwise', 'aside', 'low', 'high'] } as const;
  const { why } = summaryOf({ policy: aPolicy({ rules }), decision: aDecision(['iop', 'inpatient'], { deciding }) });
  expect(why.reasons.map(({ rule }) => rule)).toEqual(['high', 'low', 'aside', 'otherwise']);
});

test('every summary is provisional, and not clinically reviewed until somebody signed', () => {
  expect(summaryOf().notices).toEqual([
    expect.stringContaining('licensed counselor decides'),
    expect.stringContaining('Not clinically reviewed'),
  ]);
  const signed = summaryOf({ policy: aPolicy({ reviewedBy: 'A. Clinician' }) }).notices;
  expect(signed).toEqual([expect.stringContaining('licensed counselor decides'), 'Rules reviewed by A. Clinician.']);
});

test('in a further language it is said who answers for the translation, and in the first one nothing', () => {
  const { questionnaire } = anInput();
  expect(questionnaire.languages).toEqual(['en', 'es']);
  const noticesIn = (language: string, translationReviewers?: ReadonlyMap<string, string>) =>
    summaryOf({ language, questionnaire: { ...questionnaire, translationReviewers } }).notices;
  const reviewers = new Map([['es', 'B. Clinician']]);
  expect(noticesIn('en', reviewers)).toEqual(noticesIn('en'));
  expect(noticesIn('en').join(' ')).not.toMatch(/translation/i);
  expect(noticesIn('es')).toEqual([
    expect.stringContaining('con licencia'),
    expect.stringContaining('Sin revisión clínica'),
    expect.stringContaining('Traducción sin revisión clínica'),
  ]);
  expect(noticesIn('es', reviewers)[2]).toBe('Traducción revisada por B. Clinician.');
  // A language without sentences of ours says it in English.
  const inFrench = summaryOf({ language: 'fr', questionnaire: { ...questionnaire, languages: ['en', 'fr'] } }).notices;
  expect(inFrench[2]).toMatch(/^Translation not clinically reviewed/);
});

test('a youth gets words, steps and lines, and no level, program or fallback', () => {
  const summary = summaryOf({
    answers: answersOf({ home_state: 'CA', years: 16 }),
    directory: aDirectory([iop]),
    decision: aDecision([], { settled: true, dispositions: [{ id: 'youth', certainty: 'certain' }] }),
  });
  expect(summary.ending).toMatchObject({
    id: 'youth',
    says: youth.say,
    steps: youth.steps,
    lines: [{ number: '555-0122' }],
  });
  expect(summary.level).toMatchObject({ kind: 'none', id: null, possible: [] });
  expect([summary.referral, summary.week, summary.open, summary.fallback.status]).toEqual([null, null, null, 'no']);
});

test('a third party sees levels only as still open, and family support', () => {
  const summary = summaryOf({
    answers: answersOf({ role: 'other' }),
    decision: aDecision([], {
      dispositions: [{ id: 'third-party', certainty: 'certain' }],
      levelsIfScored: ['outpatient', 'residential'],
    }),
  });
  expect(summary.level).toMatchObject({
    kind: 'if-scored',
    headline: 'Still open: level outpatient up to level residential',
    id: null,
  });
  expect(summary.ending?.says).toBe(inLanguage(thirdParty.say, 'en'));
  expect(summary.supports).toMatchObject([{ id: 'family-support', certainty: 'certain' }]);
  expect(summary.referral).toBeNull();
});

test('for somebody who is not on the line nothing is arranged, and no bed is waited for', () => {
  const { fallback, barriers } = summaryOf({
    answers: answersOf({ role: 'other', home_state: 'CA' }),
    directory: aDirectory([aProgram({ id: 'house' })]),
    decision: aDecision([], {
      dispositions: [{ id: 'third-party', certainty: 'certain' }],
      levelsIfScored: ['outpatient', 'residential'],
    }),
  });
  expect(fallback).toMatchObject({ place: 'if', offer: { primary: { id: 'house' } }, waiting: [] });
  expect(fallback.now).toEqual([expect.stringContaining('nothing is arranged without them')]);
  expect(barriers).toEqual([]);
});

test('a third party is asked in the third party’s words', () => {
  const summary = summaryOf({
    answers: answersOf({ role: 'other' }),
    decision: aDecision(['iop'], { unknownSafety: ['danger'] }),
  });
  expect(summary.safety?.questions[0]?.says).toBe('Is that person in danger?');
});

test('a disposition that is only possible is said as open', () => {
  const decision = aDecision(['iop'], { settled: false, dispositions: [{ id: 'youth', certainty: 'possible' }] });
  const summary = summaryOf({ decision });
  expect(summary.ending).toBeNull();
  expect(summary.level.kind).toBe('at-least');
  expect(summary.open?.says).toEqual(['The call may still end as: youth caller.']);
});

test('an emergency beside a possible disposition is not yet certain', () => {
  const decision = aDecision(['emergency'], { settled: false, dispositions: [{ id: 'youth', certainty: 'possible' }] });
  expect(summaryOf({ decision }).emergency).toBeNull();
});

const settledEmergency = aDecision(['emergency'], {
  settled: true,
  dispositions: [{ id: 'youth', certainty: 'certain' }],
});
const heldEmergency = aDecision(['emergency'], {
  settled: false,
  emergency: 'certain',
  holding: ['flag'],
  dispositions: [{ id: 'youth', certainty: 'certain' }],
});

test.each([settledEmergency, heldEmergency])(
  'a certain emergency stands above a certain disposition, and both are shown',
  (decision) => {
    const policy = aPolicy({ rules: [aRule({ id: 'flag', atLeast: 'emergency' })] });
    const summary = summaryOf({ decision, policy, answers: answersOf({ years: 16 }) });
    expect(summary.emergency).not.toBeNull();
    expect(summary.ending?.id).toBe('youth');
    expect(summary.fallback.status).toBe('no');
  },
);

test('a disposition before the safety questions are through: the emergency is still possible, and only that is said', () => {
  const decision = aDecision(
    ['emergency'],
    {
      settled: false,
      dispositions: [{ id: 'youth', certainty: 'certain' }],
      deciding: { kind: 'one-of', rules: [] },
      unknownSafety: ['danger'],
    },
    { 'crisis-assessment-today': 'possible', naloxone: 'possible' },
  );
  const summary = summaryOf({ decision });
  expect(summary.emergency).toBeNull();
  expect(summary.level.kind).toBe('none');
  expect(summary.open?.says.join()).toContain('emergency is still possible');
  expect([summary.why.reasons, summary.firstSteps]).toEqual([[], []]);
  expect(summary.supports.map(({ id }) => id)).toEqual(['family-support']);
  expect(summary.now[0]).toContain('not been asked yet');
});

test('texts come in the chosen language', () => {
  const questionnaire = aQuestionnaire({ dispositions: [{ ...youth, say: { en: 'Hello.', es: 'Hola.' } }] });
  const decision = aDecision([], { dispositions: [{ id: 'youth', certainty: 'certain' }] });
  expect(summaryOf({ questionnaire, decision, language: 'es' }).ending?.says).toBe('Hola.');
});
