/** What the counselor adds to the answers: how the call ended, another level, notes, and what was done when. */

import { expect, test } from 'vitest';
import type { Override } from '../../src/interview/model.ts';
import type { CallRecord } from '../../src/interview/record.ts';
import type { Level } from '../../src/policy/care-lists.ts';
import { summarize } from '../../src/referral/summarize.ts';
import type { SummaryInput } from '../../src/referral/summary-input.ts';
import {
  aCallRecord,
  aDecision,
  aDirectory,
  anInput,
  answersOf,
  aPolicy,
  aProgram,
  aQuestion,
  aQuestionnaire,
  aRule,
  thirdParty,
  youth,
} from './given.ts';

const day = aProgram({ id: 'day', name: 'Day Program', levels: ['iop'] });
const house = aProgram({ id: 'house', name: 'House', levels: ['residential'] });
const summaryOf = (given: Partial<SummaryInput> = {}) =>
  summarize(anInput({ directory: aDirectory([day, house]), ...given }));

const cutOff = { ...thirdParty, id: 'cut-off', title: 'Cut off', when: undefined, supports: [] };
const abusive = { ...youth, id: 'abusive', title: 'Abusive', when: undefined, supports: [] };
const questionnaire = aQuestionnaire({ dispositions: [{ ...youth, when: { kind: 'any', of: [] } }, cutOff, abusive] });
const ended = (id: string, given: Partial<SummaryInput> = {}) =>
  summaryOf({ questionnaire, ...given, answers: { ...answersOf({ home_state: 'CA' }), ...given.answers, ended: id } });

test('a call that was cut off shows the levels as open, settles none and refers nowhere', () => {
  const summary = ended('cut-off', { decision: aDecision(['iop', 'residential']) });
  expect(summary.ending).toMatchObject({ id: 'cut-off', title: 'Cut off' });
  expect(summary.level).toMatchObject({ kind: 'if-scored', id: null, sentence: null });
  expect(summary.level.possible.map(({ id }) => id)).toEqual(['iop', 'residential']);
  expect([summary.referral, summary.week, summary.aftercare]).toEqual([null, null, null]);
  expect(summary.fallback.place).toBe('if');
});

test('so it does where one level is left', () => {
  expect(ended('cut-off').level).toMatchObject({ kind: 'if-scored', id: null });
});

test('safety questions that were never asked are named, with what to treat the caller as', () => {
  const decision = aDecision(['outpatient', 'iop'], { unknownSafety: ['danger'] });
  const summary = ended('cut-off', { decision });
  expect(summary.safety?.questions).toMatchObject([{ id: 'danger', because: 'not-asked' }]);
  expect(summary.level.untilAsked).toBe('Treat as at least level residential until asked.');
  expect(summary.now[0]).toContain('reach the caller again first');
  expect(summary.now[1]).toContain('not been asked yet');
});

test('with every safety question answered there is nothing to treat the caller as', () => {
  expect(ended('cut-off', { decision: aDecision(['outpatient', 'iop']) }).level.untilAsked).toBeNull();
});

test('a call that ends for a reason of its own gets no level, and nobody is to be asked any more', () => {
  const decision = aDecision(['outpatient', 'emergency'], { unknownSafety: ['danger'] });
  const summary = ended('abusive', { decision });
  expect(summary.level).toMatchObject({ kind: 'none', id: null, possible: [], untilAsked: null });
  expect([summary.safety, summary.open, summary.now]).toEqual([null, null, []]);
  expect(summary.fallback.status).toBe('no');
});

test('but a safety question that was not answered when it was asked is still named', () => {
  const answers = answersOf({}, new Map([['danger', 'declined']]));
  const summary = ended('abusive', { answers, decision: aDecision(['iop'], { unknownSafety: ['danger'] }) });
  expect(summary.safety).toMatchObject({ urgent: true, questions: [{ id: 'danger', because: 'declined' }] });
});

test('a disposition that the answers could show is no end of the safety questions', () => {
  const decision = aDecision(['iop', 'emergency'], { unknownSafety: ['danger'] });
  expect(ended('youth', { decision }).safety?.questions).toHaveLength(1);
});

test('what the counselor ended the call with stands before what the answers show', () => {
  const decision = aDecision([], { dispositions: [{ id: 'youth', certainty: 'certain' }] });
  expect(ended('abusive', { decision }).ending?.id).toBe('abusive');
});

test.each(['cut-off', 'abusive'])('an emergency that is certain stands above a call ended as %s', (id) => {
  const decision = aDecision(['emergency'], {}, { 'call-911': 'certain' });
  const summary = ended(id, { decision });
  expect(summary.emergency?.actions.map((action) => action.id)).toEqual(['call-911']);
  expect(summary.level.id).toBe('emergency');
  expect(summary.ending?.id).toBe(id);
});

const chosen = (level: Level, given: Partial<Override> = {}): Override => ({ level, code: 'no-opening', ...given });

test('another level: both are kept and said, with the reason and the note', () => {
  const { override, level } = summaryOf({ override: chosen('residential', { note: 'A bed is free.' }) });
  expect(override).toEqual({
    level: 'residential',
    name: 'Level residential',
    code: 'no-opening',
    says: 'By the rules: Level iop. Chosen by the counselor: Level residential, because there is no opening nearby.',
    note: 'A bed is free.',
    byRules: { kind: 'settled', headline: 'Level iop', id: 'iop', possible: [{ id: 'iop', name: 'Level iop' }] },
  });
  expect(level).toMatchObject({ kind: 'chosen', headline: 'Level residential', id: 'residential' });
  expect(level.sentence).toBe('Sentence of residential.');
});

test('referral, fallback and week are for the chosen level', () => {
  const up = summaryOf({ override: chosen('residential') });
  expect([up.referral, up.fallback.status, up.fallback.place]).toEqual([null, 'yes', 'call-now']);
  expect([up.fallback.title, up.fallback.offer?.primary?.id]).toEqual(['Chosen: level residential', 'house']);
  const down = summaryOf({ decision: aDecision(['residential']), override: chosen('iop', { note: 'Until then.' }) });
  expect([down.referral?.primary?.id, down.referral?.title]).toEqual(['day', 'For level iop']);
  expect([down.fallback.status, down.fallback.place, down.fallback.offer?.primary?.id]).toEqual([
    'yes',
    'beside',
    'house',
  ]);
  expect(down.fallback.title).toContain('By the rules');
  const beside = summaryOf({ override: chosen('php') });
  expect([beside.fallback.place, beside.fallback.title]).toEqual(['beside', 'As the fallback: level residential']);
});

test('the rules, the first steps and the supports stay those of the answers', () => {
  const given = {
    policy: aPolicy({ rules: [aRule({ id: 'need', atLeast: 'iop', first: ['safe-place'] })] }),
    decision: aDecision(
      ['iop'],
      { deciding: { kind: 'rules', rules: ['need'] }, holding: ['need'] },
      { 'safe-place': 'certain', naloxone: 'certain' },
    ),
  };
  const [plain, other] = [summaryOf(given), summaryOf({ ...given, override: chosen('php') })];
  expect(other.why.reasons).toEqual(plain.why.reasons);
  expect(other.why.says).toBe('For the level by the rules:');
  expect([other.firstSteps, other.supports, other.decision]).toEqual([
    plain.firstSteps,
    plain.supports,
    plain.decision,
  ]);
});

test('the levels still possible are said, too, where the rules leave several', () => {
  const { override, level, open } = summaryOf({
    decision: aDecision(['outpatient', 'iop']),
    override: chosen('iop'),
  });
  expect(override?.says).toContain('By the rules: At least level outpatient.');
  expect(level.possible.map(({ id }) => id)).toEqual(['outpatient', 'iop']);
  expect(open).not.toBeNull();
});

test('a withheld safety answer weighs more than the choice of a low level', () => {
  const answers = answersOf({ home_state: 'CA' }, new Map([['danger', 'unsure']]));
  const decision = aDecision(['residential', 'emergency'], { unknownSafety: ['danger'] });
  const given = { answers, decision };
  expect(summaryOf(given).level.untilAsked).toBeNull();
  const low = summaryOf({ ...given, override: chosen('iop', { note: 'Wants it.' }) });
  expect(low.level.untilAsked).toBe('Treat as at least level residential until asked.');
  expect(low.week).toBeNull();
});

test('that nothing is needed is not said of whoever was only not sent anywhere', () => {
  const { referral } = summaryOf({ override: chosen('information', { note: 'Wants no more.' }) });
  expect(referral?.says.join()).toContain('No program was chosen');
  expect(referral?.says.join()).not.toContain('needed');
});

test('a choice does not stand beside an emergency, or beside the end of a call', () => {
  const emergency = summaryOf({ decision: aDecision(['emergency']), override: chosen('iop') });
  expect([emergency.override, emergency.level.id]).toEqual([null, 'emergency']);
  expect(ended('cut-off', { override: chosen('php') })).toMatchObject({ override: null, level: { id: null } });
});

const clock = (at: number): string => `local ${new Date(at).getUTCMinutes()}`;
const called = (given: Partial<CallRecord> = {}, input: Partial<SummaryInput> = {}) =>
  summaryOf({ ...input, call: { record: aCallRecord(given), clock, day: () => '2026-11-22' } });

test('the call: its id, its times in UTC and on the clock, and how it ended', () => {
  expect(called().call).toMatchObject({
    id: 'one',
    startedAt: '2026-11-22T09:58:07.000Z',
    lastAt: '2026-11-22T10:12:30.005Z',
    from: 'local 58',
    until: 'local 12',
    minutes: 13,
    state: 'done',
    disposition: null,
  });
  expect(called({ status: { kind: 'ended', disposition: 'cut-off' } }).call?.disposition).toBe('cut-off');
  expect(summaryOf().call).toBeNull();
});

const at = Date.UTC(2026, 10, 22, 10, 1);
const told = { question: 'danger', said: ['yes'], at, isAskedAfresh: true };

test('what was told and not asked again since is said with its time, and treated as an emergency until asked', () => {
  const decision = aDecision(['information', 'emergency'], { unknownSafety: ['danger'] });
  const summary = called({ told: [told], isDangerUnasked: true }, { decision });
  expect(summary.told).toMatchObject({
    says: ['Told at local 1 and not asked again since: Yes, to: “Is anybody in danger?”'],
    isEmergency: true,
  });
  expect(summary.told?.lines.map(({ number }) => number)).toEqual(['555-0111']);
  expect(summary.level).toMatchObject({ id: null, untilAsked: 'Treat it as an emergency until asked.' });
  expect(summary.level.headline).not.toContain('information');
  expect(summary.fallback.place).not.toBe('call-now');
});

test('a caller who is gone then is called back by the panel’s own step, with number and place', () => {
  const answers = { ...answersOf({ home_state: 'CA', zip: '00000' }), ended: 'cut-off' };
  const decision = aDecision(['iop', 'emergency'], { unknownSafety: ['danger'] });
  const given = { told: [told], isDangerUnasked: true, status: { kind: 'ended', disposition: 'cut-off' } } as const;
  const summary = called(given, { questionnaire, answers, decision });
  expect(summary.now[0]).toBe('Call back.');
  expect(summary.callBack).toMatchObject({ says: 'Call back.', number: null });
  expect(summary.callBack?.where).toEqual(['lives in California', 'ZIP code at home 00000']);
  expect(summary.level).toMatchObject({ kind: 'if-scored', headline: 'Not decided' });
});

test('even where the call then ends without any level, its safety questions are still to be asked', () => {
  const answers = { ...answersOf(), ended: 'abusive' };
  const decision = aDecision(['iop', 'emergency'], { unknownSafety: ['danger'] });
  const summary = called({ told: [told], isDangerUnasked: true }, { questionnaire, answers, decision });
  expect(summary.safety).toMatchObject({ urgent: true, questions: [{ id: 'danger' }] });
  expect(summary.level.untilAsked).toContain('emergency');
});

test('a day later the hour alone would mislead', () => {
  const earlier = { ...told, at: at - 24 * 60 * 60 * 1000 };
  expect(called({ told: [earlier] }).told?.says[0]).toMatch(/^Told 1 day earlier, at local 1 /);
});

test('what was asked again since is one line of the call, and no danger any more', () => {
  const summary = called({ told: [{ ...told, isAskedAfresh: false }] });
  expect(summary.told).toBeNull();
  expect(summary.call?.toldBefore).toEqual(['Told at local 1 and asked again since: Yes, to: “Is anybody in danger?”']);
  expect(summary.level).toMatchObject({ id: 'iop', untilAsked: null });
});

test('an emergency whose caller is gone begins with calling back; one whose caller is there does not', () => {
  const decision = aDecision(['emergency'], {}, { 'stay-on-the-line': 'certain' });
  expect(ended('cut-off', { decision }).callBack).toMatchObject({ says: 'Call back.', where: ['lives in California'] });
  expect(summaryOf({ decision }).callBack).toBeNull();
  expect(ended('cut-off', { decision: aDecision(['iop']) }).callBack).toBeNull();
});

const youthShown = { dispositions: [{ id: 'youth', certainty: 'certain' }], levelsIfScored: ['emergency'] } as const;

test('a call cut off hides nothing that the answers show: both ends are said, and no level of either is named', () => {
  const summary = ended('cut-off', { decision: aDecision(['emergency'], { ...youthShown, settled: false }) });
  expect([summary.ending?.id, summary.endingByAnswers?.id]).toEqual(['cut-off', 'youth']);
  expect(summary.level).toMatchObject({ kind: 'none', id: null, possible: [] });
  expect(summary.fallback.status).toBe('no');
  expect(summary.supports.map(({ id }) => id)).toEqual(['family-support']);
});

test('safety questions that a cut-off left unasked are still asked, of a minor too', () => {
  const decision = aDecision(['emergency'], { ...youthShown, settled: false, unknownSafety: ['danger'] });
  expect(ended('cut-off', { decision }).safety?.questions).toHaveLength(1);
});

const ASKED_FOR = { holding: ['harm'], cannotWait: ['crisis-assessment-today'] } as const;
const harm = aRule({ id: 'harm', atLeast: 'residential', first: ['crisis-assessment-today', 'safe-place'] });

test.each(['youth', 'abusive', 'cut-off'])('a crisis assessment waits for no level where a call ends as %s', (id) => {
  const decision = aDecision(['emergency'], { ...youthShown, settled: false, ...ASKED_FOR });
  const summary = ended(id, { decision, policy: aPolicy({ rules: [harm] }) });
  expect(summary.firstSteps.map((step) => [step.id, step.certainty])).toEqual([['crisis-assessment-today', 'certain']]);
  expect(summary.now.join(' ')).toContain('a clinician has to judge the danger today');
});

test('without an ending the first steps are those of the decision alone', () => {
  const policy = aPolicy({ rules: [harm] });
  expect(summaryOf({ policy, decision: aDecision(['residential'], ASKED_FOR) }).firstSteps).toEqual([]);
});

test('whoever cannot talk now is given the number before hanging up', () => {
  const atOnce = { ...youth, ends: 'at-once' as const };
  const decision = aDecision([], { ...youthShown, ...ASKED_FOR });
  const { now } = summaryOf({
    questionnaire: aQuestionnaire({ dispositions: [atOnce] }),
    decision,
    policy: aPolicy({ rules: [harm] }),
  });
  expect(now[0]).toContain('before hanging up');
});

test.each([
  ['self', 'Said: Yes, to: “Is anybody in danger?”'],
  ['other', 'Said of the other person: Yes, to: “Is that person in danger?”'],
])('under an ending it is said what was told, and of whom: %s', (role, says) => {
  const given = { answers: answersOf({ role, danger: 'yes' }) };
  for (const id of ['youth', 'cut-off', 'abusive'])
    expect(ended(id, given).said).toEqual([{ question: 'danger', says }]);
  expect(ended('abusive', { answers: answersOf({ role, danger: 'no' }) }).said).toEqual([]);
  expect(summaryOf(given).said).toEqual([]);
});

test('in an emergency a relative is spoken to about the other person', () => {
  const decision = aDecision(['emergency'], {}, { 'call-911': 'certain' });
  const actions = (role: string) => summaryOf({ answers: answersOf({ role }), decision }).emergency?.actions;
  expect(actions('self')).toEqual([{ id: 'call-911', says: 'Action call-911.' }]);
  expect(actions('other')).toEqual([{ id: 'call-911', says: 'Action call-911 for another.' }]);
});

test('the lowest level, chosen below the rules, is not read out as if nothing were needed', () => {
  const low = summaryOf({
    decision: aDecision(['residential']),
    override: chosen('information', { note: 'Wants it.' }),
  });
  expect(low.level).toMatchObject({ kind: 'chosen', id: 'information', sentence: null });
  expect(low.now.join(' ')).toContain('both levels');
  expect([low.fallback.place, low.fallback.offer?.primary?.id]).toEqual(['beside', 'house']);
  const open = summaryOf({ decision: aDecision(['iop', 'residential']), override: chosen('iop') });
  expect([open.fallback.status, open.fallback.place]).toEqual(['possible', 'if']);
});

test('what was done in an emergency, and when', () => {
  expect(called({ panelLog: [{ done: 'Called for help', at }] }).call?.log).toEqual([
    { at: '2026-11-22T10:01:00.000Z', clock: 'local 1', done: 'Called for help' },
  ]);
});

test('of what was not used the questions are named, in the words for whoever is on the line, and no answer', () => {
  const given = { setAside: ['shelter'], askAgain: ['danger'] };
  const answers = answersOf({ role: 'other', home_state: 'CA' });
  expect(called(given, { answers }).call).toMatchObject({
    setAside: [{ question: 'shelter', says: 'Is there another place where you could stay?' }],
    askAgain: [{ question: 'danger', says: 'Is that person in danger?' }],
  });
});

const twoRedFlags = aQuestionnaire({
  questions: ['hurt', 'danger'].map((id) => aQuestion({ id, type: 'yes-no', safety: true })),
});

test('a safety question that was answered and is asked afresh is not called unasked', () => {
  const decision = aDecision(['outpatient', 'emergency'], { unknownSafety: ['hurt', 'danger'] });
  const saysOf = (askAgain: readonly string[]) =>
    called({ askAgain, status: { kind: 'open' } }, { questionnaire: twoRedFlags, decision }).safety?.says;
  expect(saysOf([])).toBe('2 safety questions have not been asked yet.');
  expect(saysOf(['hurt'])).toBe(
    'One safety question is to be asked afresh. One safety question has not been asked yet.',
  );
  expect(saysOf(['hurt', 'danger'])).toBe('2 safety questions are to be asked afresh.');
});

test('of several safety questions the first of the script is asked next, whichever tells most', () => {
  const ask = [{ question: 'danger', expected: 1, worst: 1 }];
  const next = (unknownSafety: readonly string[]) =>
    called(
      { status: { kind: 'open' } },
      { questionnaire: twoRedFlags, decision: aDecision(['outpatient', 'emergency'], { unknownSafety, ask }) },
    ).now.filter((line) => line.startsWith('Ask next'));
  expect(next(['hurt', 'danger'])).toEqual(['Ask next: “Say hurt?”']);
  expect(next(['danger'])).toEqual(['Ask next: “Say danger?”']);
});

test('the counselor’s own judgement makes an emergency that the answers do not show', () => {
  const policy = aPolicy({ rules: [aRule({ id: 'need', atLeast: 'iop' })] });
  const decision = aDecision(['iop'], { deciding: { kind: 'rules', rules: ['need'] }, holding: ['need'] });
  const summary = called({ status: { kind: 'stopped' } }, { policy, decision });
  expect(summary.emergency?.steps).toEqual(['Stay calm.', 'Ask where they are.', 'Call back.']);
  expect([summary.level.id, summary.settled, summary.referral]).toEqual(['emergency', true, null]);
  expect(summary.why).toMatchObject({ kind: 'none', reasons: [] });
  expect(summary.why.says).toContain('counselor');
});

test('a stop that the answers show keeps the reasons that they give', () => {
  const policy = aPolicy({ rules: [aRule({ id: 'flag', atLeast: 'emergency' })] });
  const decision = aDecision(['emergency'], { deciding: { kind: 'rules', rules: ['flag'] }, holding: ['flag'] });
  const { why } = called({ status: { kind: 'stopped' } }, { policy, decision });
  expect(why.reasons.map(({ rule }) => rule)).toEqual(['flag']);
});

test('a choice of level that was overtaken is said not to be used; one that stands is not', () => {
  const override = chosen('php');
  const overtaken = called({ override }, { decision: aDecision(['emergency']) }).call?.unusedOverride;
  expect(overtaken).toContain('Not used: Level php');
  expect(called({ override }, { override }).call?.unusedOverride).toBeNull();
  expect(called().call?.unusedOverride).toBeNull();
});

test('notes stand with the sentence of the question that they belong to', () => {
  const answers = {
    ...answersOf(),
    notes: [{ question: 'danger', text: 'Said no quickly.' }, { text: 'Calls again.' }],
  };
  expect(summaryOf({ answers }).notes).toEqual([
    { question: 'danger', about: 'Is anybody in danger?', text: 'Said no quickly.' },
    { question: null, about: null, text: 'Calls again.' },
  ]);
  expect(summaryOf().notes).toEqual([]);
});

test('where somebody calls about another person it is said who “you” is, and only there', () => {
  const spoken = (role: string) => summaryOf({ answers: answersOf({ role }) }).notices.join(' ');
  expect(spoken('other')).toContain('“you” is the person whom the call is about');
  expect(spoken('self')).not.toContain('“you”');
});
