import { expect, test } from 'vitest';
import { decide } from '../../src/decision/decide.ts';
import { isStop } from '../../src/interview/alarm.ts';
import { answersOf } from '../../src/interview/answers-of.ts';
import { askOf } from '../../src/interview/ask.ts';
import { startCall } from '../../src/interview/call.ts';
import type { Call } from '../../src/interview/model.ts';
import { reachableQuestions } from '../../src/interview/reach.ts';
import { standingOf } from '../../src/interview/standing.ts';
import { transition } from '../../src/interview/transition.ts';
import { FIRST_STEPS } from '../../src/policy/care-lists.ts';
import { all, any, choice, choices, ending, is, names, number, rule, within, yesNo } from '../decision/given.ts';
import {
  BACK,
  CLOSED,
  callOf,
  declined,
  ended,
  isRefused,
  jumped,
  kept,
  logged,
  noted,
  on,
  overrode,
  PANEL,
  PAUSED,
  played,
  RESUMED,
  REVIEWED,
  said,
  unsure,
  WENT_ON,
  where,
} from './play.ts';

const call = callOf(
  [
    yesNo('danger', { safety: true, stop: ['yes'] }),
    choice('role', ['self', 'other'], { uses: ['third_party'] }),
    number('age', 0, 99),
    choices('harm', ['thoughts', 'means', 'plan'], {
      safety: true,
      stop: ['plan'],
      sayForOther: { en: 'Are they?' },
    }),
    choices('others', ['threat'], { safety: true, stop: ['threat'], askIf: is('role', 'self') }),
    yesNo('drinks'),
    yesNo('shakes', { askIf: is('drinks', 'yes') }),
    yesNo('home'),
  ],
  [
    rule('danger', is('danger', 'yes'), { atLeast: 'emergency' }),
    rule('plan', any(names('harm', 'plan'), names('others', 'threat')), { atLeast: 'emergency' }),
    rule('means', all(names('harm', 'thoughts'), names('harm', 'means')), { atLeast: 'emergency' }),
    rule('thoughts', names('harm', 'thoughts'), { atLeast: 'residential' }),
    rule('shaking', all(is('shakes', 'yes'), is('home', 'no')), { atLeast: 'emergency' }),
    rule('drinks', is('drinks', 'yes'), { atLeast: 'iop' }),
  ],
  { dispositions: [ending('dropped', undefined, { level: 'open' }), ending('youth', within('age', 0, 17))] },
);

const toHarm = [said('danger', 'no'), said('role', 'self'), said('age', 40)];
const safe = [...toHarm, said('harm', []), said('others', [])];

test('a reply that names a stop option stops the call at once', () => {
  const state = played(call, said('danger', 'yes'));
  expect(state.place).toEqual({ kind: 'stopped', by: { kind: 'answer', question: 'danger', options: ['yes'] } });
  expect(askOf(call, state)).toEqual(state.place);
  const harm = played(call, ...toHarm, said('harm', ['plan', 'thoughts'], 'means'));
  expect(harm.place).toEqual({ kind: 'stopped', by: { kind: 'answer', question: 'harm', options: ['plan'] } });
  const { questions } = call.compiled.callers.questionnaire;
  expect(questions.map((question) => isStop(question, { said: ['plan', 'threat'] }))).toEqual(
    questions.map(({ id }) => id === 'harm' || id === 'others'),
  );
  expect(questions.some((question) => isStop(question, { unknown: 'unsure' }))).toBe(false);
});

test('a stop is on screen before any diagram was walked', () => {
  let walked = 0;
  const { callers } = call.compiled;
  const child: typeof callers.forest.child = (node, value) => {
    walked++;
    return callers.forest.child(node, value);
  };
  const forest = { ...callers.forest, child };
  const watched: Call = { ...call, compiled: { ...call.compiled, callers: { ...callers, forest } } };
  const state = played(watched, ...toHarm);
  expect(walked).toBeGreaterThan(0);
  walked = 0;
  const [stopped, ask] = transition(watched, state, said('harm', ['plan']), 5000);
  expect([ask.kind, walked]).toEqual(['stopped', 0]);
  standingOf(watched, stopped);
  expect(walked).toBeGreaterThan(0); // the count would have told
});

test('what has to happen first is not worked out before the steps of an emergency are on screen', () => {
  const read: unknown[] = [];
  const firstSteps = new Proxy(call.compiled.firstSteps, {
    get: (target, id) => {
      read.push(id);
      return Reflect.get(target, id);
    },
  });
  const watched: Call = { ...call, compiled: { ...call.compiled, firstSteps } };
  const stopped = played(watched, ...toHarm, said('harm', ['thoughts', 'means']));
  expect([where(stopped), read]).toEqual(['stopped by rules', []]);
  expect(standingOf(watched, stopped).firstSteps).toEqual([]);
  expect(new Set(read)).toEqual(new Set(FIRST_STEPS));
  const often = read.length;
  expect([standingOf(watched, stopped).firstSteps, read.length]).toEqual([[], often]);
});

test('while stopped, nothing is asked: the steps are logged, notes are taken, the reply is corrected', () => {
  const stopped = played(call, ...toHarm, said('harm', ['plan']));
  const refused = [said('danger', 'no'), jumped('role'), kept('harm'), REVIEWED, CLOSED];
  expect(refused.filter((event) => !isRefused(call, stopped, event))).toEqual([]);
  expect(reachableQuestions(call, stopped)).toEqual([]);
  const logbook = on(call, stopped, logged('ambulance called'), noted('crying'));
  expect(logbook.panelLog).toEqual([{ done: 'ambulance called', at: 5000 }]);
  expect([where(logbook), logbook.notes.length]).toEqual(['stopped by harm', 1]);
  expect(where(on(call, stopped, said('harm', ['thoughts'])))).toBe('others');
  const back = on(call, stopped, BACK);
  expect(askOf(call, back)).toMatchObject({ id: 'harm', earlier: { said: ['plan'] }, mayKeep: true });
  expect(where(on(call, back, said('harm', [])))).toBe('others');
});

test('a stop that was not corrected stops the call again, whatever way is tried', () => {
  const back = played(call, ...toHarm, said('harm', ['plan']), BACK);
  expect(where(on(call, back, kept('harm')))).toBe('stopped by harm');
  expect(where(on(call, back, said('age', 41)))).toBe('stopped by harm');
  expect(reachableQuestions(call, back)).toEqual(['danger', 'role', 'age', 'harm']);
  expect(where(on(call, back, jumped('age'), kept('age')))).toBe('stopped by harm');
  expect(where(on(call, back, BACK, said('age', 41)))).toBe('stopped by harm');
});

test('a correction of a question that is not on screen can stop the call, if that question applies', () => {
  expect(where(played(call, ...safe, said('harm', ['plan'])))).toBe('stopped by harm');
  const other = played(call, said('danger', 'no'), said('role', 'other'));
  expect(isRefused(call, other, said('others', ['threat']))).toBe(true);
});

test('a stopped call ends as an emergency, or with a caller who is gone; never with what answers would show', () => {
  const stopped = played(call, said('danger', 'yes'));
  expect(where(on(call, stopped, ended()))).toBe('over stopped');
  const dropped = on(call, stopped, ended('dropped'));
  expect(where(dropped)).toBe('over dropped');
  expect(isRefused(call, stopped, ended('youth'))).toBe(true);
  const answers = answersOf(call, dropped);
  expect([answers.ended, answers.values.get('danger')]).toEqual(['dropped', 'yes']);
  expect(decide(call.compiled, answers)).toMatchObject({ levels: ['emergency'], stops: [{ question: 'danger' }] });
});

test('a level chosen before a stop goes with it', () => {
  const reviewed = [...safe, said('drinks', 'yes'), said('shakes', 'no'), said('home', 'yes')];
  const chosen = played(call, ...reviewed, overrode({ level: 'php', code: 'clinical-judgement' }));
  expect(chosen.override).toBeDefined();
  expect(on(call, chosen, said('danger', 'yes')).override).toBeUndefined();
});

test('when the danger is over every safety question is asked afresh, and nothing else', () => {
  const stopped = played(call, ...safe, said('drinks', 'yes'), said('harm', ['plan']));
  const gone = on(call, stopped, WENT_ON);
  expect(where(gone)).toBe('danger');
  expect([...gone.again]).toEqual(['danger', 'others', 'harm']);
  expect(standingOf(call, gone).counted).toEqual(['role', 'age', 'drinks']);
  expect(askOf(call, gone)).toEqual({ kind: 'question', id: 'danger', earlier: { said: 'no' }, mayKeep: false });
  expect(isRefused(call, gone, kept('danger'))).toBe(true);
  expect([...answersOf(call, gone).values.keys()]).toEqual(['role', 'age', 'drinks']);
  expect(where(on(call, gone, said('danger', 'no'), said('harm', []), said('others', [])))).toBe('shakes');
});

test('what the replies add up to stops the call as well, once, until the counselor goes on', () => {
  const stopped = played(call, ...toHarm, said('harm', ['thoughts', 'means']));
  expect(where(stopped)).toBe('stopped by rules');
  expect(where(on(call, stopped, BACK))).toBe('harm');
  expect(where(on(call, stopped, BACK, kept('harm')))).toBe('stopped by rules');
  expect(where(on(call, stopped, BACK, said('harm', ['means', 'thoughts'])))).toBe('stopped by rules');
  expect(where(on(call, stopped, BACK, BACK, kept('age')))).toBe('stopped by rules');
  expect(where(on(call, stopped, BACK, said('harm', ['thoughts'])))).toBe('others');
  const gone = on(call, stopped, WENT_ON, said('danger', 'no'));
  expect(where(gone)).toBe('harm');
  expect(where(on(call, gone, said('harm', ['thoughts', 'means'])))).toBe('stopped by rules');
});

test('an emergency that rests on other replies is gone on from for good', () => {
  const atHome = played(call, ...safe, said('drinks', 'yes'), said('shakes', 'yes'));
  expect(where(atHome)).toBe('home');
  const stopped = on(call, atHome, said('home', 'no'));
  expect(where(stopped)).toBe('stopped by rules');
  const gone = on(call, stopped, WENT_ON, said('danger', 'no'), said('harm', []), said('others', []));
  expect(where(gone)).toBe('review');
  expect(standingOf(call, gone).levels).toEqual(['emergency']);
  const corrected = on(call, gone, said('home', 'yes'));
  expect(where(on(call, corrected, said('home', 'no')))).toBe('stopped by rules');
});

test('a safety question left without an answer offers the panel before the call goes on', () => {
  for (const reply of [unsure('danger'), declined('danger')]) {
    const state = played(call, reply);
    expect(askOf(call, state)).toEqual({ kind: 'safety-unknown', id: 'danger' });
    expect(where(on(call, state, WENT_ON))).toBe('role');
    expect(where(on(call, state, said('danger', 'no')))).toBe('role');
    expect(where(on(call, state, said('danger', 'yes')))).toBe('stopped by danger');
    expect(where(on(call, state, BACK))).toBe('danger');
    expect(where(on(call, state, BACK, kept('danger')))).toBe('unknown danger');
    expect(where(on(call, state, said('role', 'self')))).toBe('unknown danger');
    expect(isRefused(call, state, jumped('role'))).toBe(true);
    expect(askOf(call, on(call, state, PANEL))).toEqual({ kind: 'panel' });
    expect(where(on(call, state, PANEL, CLOSED))).toBe('unknown danger');
  }
  expect(where(played(call, ...toHarm, said('harm', ['thoughts'], 'plan')))).toBe('unknown harm');
  expect(where(played(call, ...toHarm, said('harm', ['plan'], 'means')))).toBe('stopped by harm');
  expect(where(played(call, ...safe, unsure('drinks')))).toBe('shakes');
});

test('nobody jumps past a safety question that is open', () => {
  const start = played(call, said('danger', 'no'));
  expect(reachableQuestions(call, start)).toEqual(['danger', 'role', 'age', 'harm']);
  expect(isRefused(call, start, jumped('drinks'))).toBe(true);
  expect(where(on(call, start, jumped('harm')))).toBe('harm');
  expect(reachableQuestions(call, played(call, ...safe))).toContain('home');
});

test('who turns out to call about somebody else is asked the safety questions that are worded for each afresh', () => {
  const atDrinks = played(call, ...safe);
  const other = on(call, atDrinks, said('role', 'other'));
  expect(where(other)).toBe('harm');
  expect([...other.again]).toEqual(['harm', 'others']);
  expect(standingOf(call, other)).toMatchObject({ setAside: ['others'], counted: ['danger', 'role', 'age'] });
  const self = on(call, other, said('role', 'self'));
  expect(where(self)).toBe('harm');
  expect(where(on(call, self, said('harm', [])))).toBe('others'); // set aside once, so asked afresh
  expect(on(call, atDrinks, said('role', 'self')).again.size).toBe(0);
});

test('the panel opens over anything but the end, holds what was done, and unused leaves the call where it was', () => {
  const states = [played(call), played(call, unsure('danger')), played(call, said('danger', 'yes'))];
  for (const state of states) {
    const open = on(call, state, PANEL, logged('988 called'));
    expect(askOf(call, open)).toEqual({ kind: 'panel' });
    expect(open.panelLog).toHaveLength(1);
    expect(isRefused(call, open, said('danger', 'no'))).toBe(true);
    expect(on(call, state, PANEL, CLOSED)).toMatchObject({
      place: state.place,
      given: state.given,
      isPanelOpen: false,
    });
    expect(on(call, open, ended())).toMatchObject({
      place: { kind: 'over', how: { kind: 'stopped' } },
      isPanelOpen: false,
    });
  }
});

test('after a pause the call stands where it stood, and the time away is known', () => {
  const state = played(call, ...safe, PAUSED);
  const [back] = transition(call, state, RESUMED, state.lastAt + 60_000);
  expect(back).toEqual({ ...state, away: 60_000, lastAt: state.lastAt + 60_000 });
  expect(transition(call, state, RESUMED, state.lastAt - 5)[0].away).toBe(0);
  const review = on(call, back, said('drinks', 'no'), said('home', 'yes'));
  expect(where(on(call, review, REVIEWED, RESUMED))).toBe('review');
});

test('after a stop, or more than a day, the red flags are asked afresh', () => {
  const stopped = played(call, ...safe, said('harm', ['plan']));
  for (const left of [
    stopped,
    on(call, stopped, ended()),
    on(call, stopped, ended('dropped')),
    on(call, stopped, BACK),
  ]) {
    const back = on(call, left, RESUMED);
    expect(where(back)).toBe('danger');
    expect([...back.again].sort()).toEqual(['danger', 'harm', 'others']);
  }
});

test('red flags are asked afresh when they were answered more than a day ago', () => {
  const day = 24 * 60 * 60 * 1000;
  const left = played(call, ...safe); // red flags answered after 1, 4 and 5 seconds
  expect(where(transition(call, left, RESUMED, day + 1000)[0])).toBe('drinks');
  const late = transition(call, left, RESUMED, day + 4500)[0];
  expect([where(late), [...late.again], late.given.size]).toEqual(['danger', ['danger', 'harm'], 5]);
  const often = [0.4, 0.8, 1.2].reduce((state, days) => transition(call, state, RESUMED, days * day)[0], left);
  expect([...often.again]).toEqual(['danger', 'harm', 'others']);
});

test('a call that was cut off is a new one when it goes on: the red flags are asked afresh, however soon', () => {
  const left = played(call, ...safe, ended('dropped'));
  expect([where(left), answersOf(call, left).ended]).toEqual(['over dropped', 'dropped']);
  const back = on(call, left, RESUMED);
  expect([where(back), answersOf(call, back).ended]).toEqual(['danger', undefined]);
  expect([...back.again]).toEqual(['danger', 'harm', 'others']);
  expect(where(on(call, back, said('danger', 'no'), said('harm', []), said('others', [])))).toBe('drinks');
});

test('a policy that calls everything an emergency does not stop a call that has not begun', () => {
  const grim = callOf([yesNo('drinks')], [rule('always', { kind: 'all', of: [] }, { atLeast: 'emergency' })]);
  expect(where(startCall(grim, 0))).toBe('drinks');
  expect(where(played(grim, said('drinks', 'no')))).toBe('review');
});
