/** What a call shows as its result, by examples whose results follow from the definition. */

import { expect, test } from 'vitest';
import type { FactValue } from '../../src/conditions/model.ts';
import { decide } from '../../src/decision/decide.ts';
import { shownResult } from '../../src/interview/shown-result.ts';
import type { Policy } from '../../src/policy/model.ts';
import { choice, compiled, ending, is, number, policy, questionnaire, rule, within, yesNo } from '../decision/given.ts';

const ASKED = questionnaire(
  [
    yesNo('danger', { safety: true, stop: ['yes'] }),
    yesNo('hurt', { safety: true }),
    choice('role', ['self', 'other']),
    number('age', 0, 99, { uses: ['age'] }),
    choice('use', ['none', 'some', 'heavy']),
    yesNo('shakes'),
  ],
  {
    dispositions: [
      ending('youth', within('age', 0, 17)),
      ending('for-another', is('role', 'other'), { level: 'open' }),
      ending('cut-off', undefined, { level: 'open' }),
      ending('wrong-number', undefined),
    ],
  },
);

const RULES = [
  rule('hurt-now', is('hurt', 'yes'), { atLeast: 'emergency', first: ['crisis-assessment-today'] }),
  rule('heavy-use', is('use', 'heavy'), { atLeast: 'residential' }),
  rule('some-use', is('use', 'some'), { atLeast: 'outpatient' }),
  rule('shaking', is('shakes', 'yes'), { first: ['medical-check-today', 'safe-place'] }),
];

const SPEAKING = policy(RULES);
const SILENT: Policy = { ...SPEAKING, otherwise: { ...SPEAKING.otherwise, silent: true } };
/** The level that the policy gives otherwise is the lowest. */
const CALM = { danger: 'no', hurt: 'no', role: 'self', age: 40 };

interface Given {
  readonly ended?: string;
  readonly isStopped?: boolean;
  readonly by?: Policy;
}

/** Levels at least and at most, `settled` where they are, how the call ends, and first steps. */
function shown(
  said: Readonly<Record<string, FactValue>>,
  { ended, isStopped = false, by = SPEAKING }: Given = {},
): string {
  const values = new Map(Object.entries(said));
  const answers = { questionnaire: ASKED.id, values, unknown: new Map(), unknownOptions: new Map() };
  const decision = decide(compiled(ASKED, by), answers);
  const result = shownResult(
    { decision, ended, isStopped: isStopped || decision.stops.length > 0 },
    ASKED.dispositions,
  );
  const { lowest = '', highest = '', settled, ending: end, firstSteps } = result;
  return [`${lowest}..${highest}`, settled ? 'settled' : 'open', end?.id ?? '-', ...firstSteps].join(' ');
}

test('one level is settled, several are open, and so is one with a first step that is merely possible', () => {
  expect(shown({ ...CALM, use: 'heavy', shakes: 'no' })).toBe('residential..residential settled -');
  expect(shown({ ...CALM, shakes: 'no' })).toBe('information..residential open -');
  expect(shown({ ...CALM, use: 'heavy' })).toBe('residential..residential open -');
});

test('a certain emergency is settled, however open first steps are and however the call ended', () => {
  const emergency = 'emergency..emergency settled';
  const hurt = { danger: 'no', hurt: 'yes' };
  expect(shown(hurt)).toBe(`${emergency} - crisis-assessment-today`);
  for (const ended of ['cut-off', 'wrong-number'])
    expect(shown(hurt, { ended })).toBe(`${emergency} ${ended} crisis-assessment-today`);
  expect(shown({ ...hurt, age: 12 })).toBe(`${emergency} youth crisis-assessment-today`);
  expect(shown({ danger: 'yes' })).toBe(`${emergency} -`);
});

test('a call that the counselor stopped is an emergency, whatever was said', () => {
  expect(shown({ ...CALM, use: 'none', shakes: 'no' }, { isStopped: true })).toBe('emergency..emergency settled -');
  expect(shown({ ...CALM, age: 12 }, { isStopped: true })).toBe('emergency..emergency settled youth');
});

test('an emergency that is only possible beside an end without a level promises none', () => {
  expect(shown({ danger: 'no', age: 12 })).toBe('..emergency open youth');
  expect(shown({ danger: 'no', hurt: 'no', age: 12 })).toBe('.. settled youth');
  expect(shown({ danger: 'no', age: 12 }, { ended: 'cut-off' })).toBe('..emergency open cut-off');
  // Nobody is on the line who could be asked more.
  expect(shown({ danger: 'no', age: 40 }, { ended: 'wrong-number' })).toBe('.. open wrong-number');
});

test('an end that shows levels as open has their bounds and is never settled', () => {
  const another = { danger: 'no', hurt: 'no', role: 'other', age: 40 };
  expect(shown({ ...another, use: 'heavy', shakes: 'no' })).toBe('residential..residential open for-another');
  expect(shown({ ...another, shakes: 'no' })).toBe('information..residential open for-another');
  expect(shown({ ...CALM, use: 'heavy', shakes: 'no' }, { ended: 'cut-off' })).toBe(
    'residential..residential open cut-off',
  );
  // A minor gets no level, whoever calls and however the call ended.
  expect(shown({ ...another, age: 12 })).toBe('.. settled youth');
  expect(shown({ ...CALM, age: 12 }, { ended: 'cut-off' })).toBe('.. open cut-off');
});

test('what cannot wait holds also where the call ends without a level, and nothing else does', () => {
  const minor = { danger: 'no', hurt: 'no', role: 'self', age: 12 };
  expect(shown({ ...minor, shakes: 'yes' })).toBe('.. settled youth medical-check-today');
  expect(shown(minor)).toBe('.. settled youth');
  expect(shown({ ...CALM, use: 'none', shakes: 'yes' }, { ended: 'wrong-number' })).toBe(
    '.. open wrong-number medical-check-today safe-place',
  );
});

test('where the policy does not say there is no level, and where it may not say none is promised', () => {
  const by = SILENT;
  expect(shown({ ...CALM, use: 'none', shakes: 'no' }, { by })).toBe('.. open -');
  expect(shown({ ...CALM, shakes: 'no' }, { by })).toBe('..residential open -');
  expect(shown({ ...CALM, use: 'heavy', shakes: 'no' }, { by })).toBe('residential..residential settled -');
  expect(shown({ ...CALM, role: 'other', use: 'none', shakes: 'yes' }, { by })).toBe(
    '.. open for-another medical-check-today safe-place',
  );
  expect(shown({ ...CALM, use: 'none', shakes: 'no' }, { by, ended: 'cut-off' })).toBe('.. open cut-off');
  expect(shown({ danger: 'no', hurt: 'yes' }, { by })).toBe('emergency..emergency settled - crisis-assessment-today');
});

test('only a level that the rules give is owed to them', () => {
  const values = new Map<string, FactValue>(Object.entries({ danger: 'no', role: 'other', age: 40, use: 'some' }));
  const answers = { questionnaire: ASKED.id, values, unknown: new Map(), unknownOptions: new Map() };
  const decision = decide(compiled(ASKED, SPEAKING), answers);
  // The deciding rules are those of the emergency that is still possible.
  expect(decision.lowest).toBe('emergency');
  expect(shownResult({ decision, ended: undefined, isStopped: false }, ASKED.dispositions)).toMatchObject({
    lowest: 'outpatient',
    highest: 'emergency',
    isByRules: false,
  });
});
