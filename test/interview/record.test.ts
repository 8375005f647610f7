import { expect, test } from 'vitest';
import { recordOf } from '../../src/interview/record.ts';
import { choices, yesNo } from '../decision/given.ts';
import { callOf, on, played } from './play.ts';

const said = (question: string, value: string | readonly string[]) =>
  ({ kind: 'answered', question, reply: { said: value } }) as const;

const call = callOf(
  [
    yesNo('danger', { safety: true, stop: ['yes'] }),
    yesNo('drinks'),
    choices('kinds', ['beer', 'wine'], {
      askIf: { kind: 'is', id: 'drinks', values: ['yes'] },
    }),
  ],
  [],
);

test('the times of the call, what it is called, and that it goes on', () => {
  const state = played(call, said('danger', 'no'), said('drinks', 'no'));
  expect(recordOf(call, state, 'one')).toEqual({
    id: 'one',
    startedAt: 0,
    lastAt: 2000,
    minutes: 1,
    status: { kind: 'open' },
    panelLog: [],
    setAside: [],
    askAgain: [],
    told: [],
    disclosures: [],
    isDangerUnasked: false,
    override: undefined,
  });
});

test('minutes that were begun count, those away do not', () => {
  const begun = played(call, said('danger', 'no'));
  const minutes = (gap: number, away: number) =>
    recordOf(call, { ...begun, lastAt: begun.startedAt + gap, away }, 'one').minutes;
  expect([minutes(0, 0), minutes(1, 0), minutes(60_000, 0), minutes(60_001, 0)]).toEqual([0, 1, 1, 2]);
  expect(minutes(3_600_000 + 120_000, 3_600_000)).toBe(2);
});

test('what was done in an emergency, and that it stopped the call', () => {
  const state = played(
    call,
    said('danger', 'yes'),
    { kind: 'panel-logged', done: 'Called for help' },
    { kind: 'ended' },
  );
  expect(recordOf(call, state, 'one')).toMatchObject({
    status: { kind: 'stopped' },
    panelLog: [{ done: 'Called for help', at: 2000 }],
  });
});

test('the questions whose reply no longer applies, and the safety questions to be asked afresh', () => {
  const asked = played(call, said('danger', 'no'), said('drinks', 'yes'), said('kinds', ['beer']));
  const corrected = on(call, asked, said('drinks', 'no'));
  expect(recordOf(call, corrected, 'one').setAside).toEqual(['kinds']);
  const stopped = on(call, corrected, said('danger', 'yes'), { kind: 'ended' }, { kind: 'resumed' });
  expect(recordOf(call, stopped, 'one')).toMatchObject({ askAgain: ['danger'], setAside: ['kinds'] });
});

const yes = said('danger', 'yes');
const gone = [{ kind: 'went-on' }, { kind: 'ended', disposition: 'gone' }] as const;
const toldIn = (...events: Parameters<typeof played> extends [unknown, ...infer Rest] ? Rest : never) => {
  const { told, isDangerUnasked } = recordOf(call, played(call, ...events), 'one');
  return { told: told.map(({ isAskedAfresh, ...one }) => [one.question, one.said, isAskedAfresh]), isDangerUnasked };
};

test('danger that was told stays in the record while nobody has asked again', () => {
  expect(toldIn(yes, gone[0])).toEqual({ told: [['danger', ['yes'], true]], isDangerUnasked: true });
});

test('asked again it is no danger, and not forgotten', () => {
  const asked = toldIn(yes, gone[0], said('danger', 'no'));
  expect(asked).toEqual({ told: [['danger', ['yes'], false]], isDangerUnasked: false });
});

test('told twice, the first time is past and the second one open', () => {
  const twice = toldIn(yes, gone[0], yes, gone[0]);
  expect(twice.told).toEqual([
    ['danger', ['yes'], false],
    ['danger', ['yes'], true],
  ]);
});

test('a stop in force is the emergency itself, and a slip corrected at the steps was never told', () => {
  expect(toldIn(yes)).toEqual({ told: [], isDangerUnasked: false });
  expect(toldIn(yes, said('danger', 'no'))).toEqual({ told: [], isDangerUnasked: false });
});

test('an answer without danger that is asked afresh is not told', () => {
  const state = on(call, played(call, said('danger', 'no')), { kind: 'panel-opened' });
  const afresh = on(call, state, { kind: 'panel-logged', done: 'Called' }, { kind: 'panel-closed' });
  expect(recordOf(call, afresh, 'one')).toMatchObject({ askAgain: ['danger'], told: [], isDangerUnasked: false });
});
