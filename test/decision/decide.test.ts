import { expect, test } from 'vitest';
import { ALWAYS, type FactValue } from '../../src/conditions/model.ts';
import { contradictions, decide } from '../../src/decision/decide.ts';
import {
  all,
  answers,
  any,
  choice,
  choices,
  compiled,
  ending,
  is,
  names,
  none,
  policy,
  questionnaire,
  rule,
  yesNo,
} from './given.ts';

const asked = questionnaire(
  [
    yesNo('danger', { safety: true, stop: ['yes'] }),
    choice('role', ['self', 'other']),
    choices('self_harm', ['wish', 'plan'], { safety: true, stop: ['plan'] }),
    choices('others', ['threat'], { safety: true, stop: ['threat'], askIf: is('role', 'self') }),
    yesNo('drinks'),
    yesNo('shakes', { askIf: is('drinks', 'yes') }),
    yesNo('home', { changeable: true }),
  ],
  {
    dispositions: [ending('third-party', is('role', 'other'), { level: 'open', supports: ['family-support'] })],
  },
);

const by = policy([
  rule('danger', is('danger', 'yes'), { atLeast: 'emergency', do: ['call-911'] }),
  rule('plan', any(names('self_harm', 'plan'), names('others', 'threat')), { atLeast: 'emergency', do: ['call-988'] }),
  rule('wish', names('self_harm', 'wish'), { atLeast: 'residential', first: ['crisis-assessment-today'] }),
  rule('drinks', is('drinks', 'yes'), { atLeast: 'iop' }),
  rule('shakes', is('shakes', 'yes'), { first: ['withdrawal-management'], add: ['telehealth'] }),
  rule('no-home', all(is('drinks', 'yes'), is('home', 'no')), { atLeast: 'residential', add: ['recovery-residence'] }),
]);
const made = compiled(asked, by);

const unremarkable = {
  danger: 'no',
  role: 'self',
  self_harm: [],
  others: [],
  drinks: 'no',
  home: 'yes',
} satisfies Record<string, FactValue>;

function decided(differing: Readonly<Record<string, FactValue>>, ...unasked: readonly string[]) {
  const values = Object.fromEntries(
    Object.entries({ ...unremarkable, ...differing }).filter(([id]) => !unasked.includes(id)),
  );
  return decide(made, answers(values));
}

test('all answered: one level, settled, nothing to ask', () => {
  expect(decided({ drinks: 'yes', shakes: 'no' })).toMatchObject({
    levels: ['iop'],
    lowest: 'iop',
    highest: 'iop',
    settled: true,
    deciding: { kind: 'rules', rules: ['drinks'] },
    holding: ['drinks'],
    pending: [],
    ask: [],
    stops: [],
    unknownSafety: [],
  });
});

test('an unanswered question leaves the levels of all its answers, never fewer', () => {
  const { levels, lowest, highest, settled, pending } = decided({ drinks: 'yes', shakes: 'no' }, 'home');
  expect([levels, lowest, highest, settled]).toEqual([['iop', 'residential'], 'iop', 'residential', false]);
  expect(pending).toEqual([{ rule: 'no-home', waitsFor: ['home'] }]);
});

test('an unanswered question that decides nothing any more leaves the decision settled', () => {
  expect(decided({ drinks: 'no' }, 'home')).toMatchObject({ levels: ['information'], settled: true, ask: [] });
});

test('one level with a first step merely possible is not settled, and the question is asked', () => {
  const { levels, settled, firstSteps, ask } = decided({ drinks: 'yes' }, 'shakes');
  expect([levels, settled, firstSteps['withdrawal-management']]).toEqual([['iop'], false, 'possible']);
  expect(ask.map(({ question }) => question)).toEqual(['shakes']);
});

test('a support that is open does not keep a decision from being settled', () => {
  const withSupport = compiled(asked, policy([rule('support', is('home', 'no'), { add: ['peer-support'] })]));
  const decision = decide(withSupport, answers({ role: 'self' }));
  expect([decision.settled, decision.supports['peer-support']]).toEqual([true, 'possible']);
});

test('the question that leaves the fewest levels comes first, the script breaks ties', () => {
  // home alone cannot matter unless drinks: what is asked first leaves fewer levels on the mean.
  const { ask } = decided({}, 'drinks', 'home');
  expect(ask.map(({ question }) => question)).toEqual(['drinks', 'home', 'shakes']);
  // drinks: yes leaves iop and residential, no leaves information; home: yes leaves information and iop, no all but iop.
  expect(ask.slice(0, 2)).toEqual([
    { question: 'drinks', expected: 1.5, worst: 2 },
    { question: 'home', expected: 2, worst: 2 },
  ]);
  // shakes never changes the level: every answer leaves all three.
  expect(ask[2]).toEqual({ question: 'shakes', expected: 3, worst: 3 });
});

test('stops are named in script order, each option on its own, whatever the policy says of them', () => {
  const silent = compiled(asked, policy([]));
  const stopped = answers({ ...unremarkable, danger: 'yes', self_harm: ['plan', 'wish'], others: ['threat'] });
  const expected = [
    { question: 'danger', option: 'yes' },
    { question: 'self_harm', option: 'plan' },
    { question: 'others', option: 'threat' },
  ];
  expect(decide(made, stopped).stops).toEqual(expected);
  expect(decide(silent, stopped).stops).toEqual(expected);
});

test('a stop counts where its question may apply, and not where it certainly does not', () => {
  expect(decide(made, answers({ others: ['threat'] })).stops).toEqual([{ question: 'others', option: 'threat' }]);
  expect(decide(made, answers({ role: 'other', others: ['threat'] })).stops).toEqual([]);
});

test('an option that is unknown is no stop', () => {
  const { stops, unknownSafety } = decide(
    made,
    answers({ ...unremarkable, self_harm: ['wish'] }, { self_harm: ['plan'] }),
  );
  expect(stops).toEqual([]);
  expect(unknownSafety).toEqual(['self_harm']);
});

test('safety questions without an answer are listed where they apply or may apply', () => {
  expect(decide(made, answers({})).unknownSafety).toEqual(['danger', 'self_harm', 'others']);
  expect(decided({}, 'self_harm').unknownSafety).toEqual(['self_harm']);
  expect(decided({ role: 'other' }, 'others', 'danger').unknownSafety).toEqual(['danger']);
  expect(decided({}, 'drinks', 'home').unknownSafety).toEqual([]);
});

test('answers to questions that certainly do not apply are contradictions, and decide nothing', () => {
  const said = answers({ ...unremarkable, role: 'other', drinks: 'no', shakes: 'yes' });
  expect(contradictions(made, said)).toEqual(['others', 'shakes']);
  expect(decide(made, said).firstSteps['withdrawal-management']).toBe('no');
});

test('an answer to a question that may still apply is no contradiction', () => {
  expect(contradictions(made, answers({ shakes: 'yes' }))).toEqual([]);
  expect(decide(made, answers({ shakes: 'yes' })).firstSteps['withdrawal-management']).toBe('possible');
});

test('a disposition that is certain leaves no level; one that shows it as open keeps what the answers ask for', () => {
  const { levels, lowest, dispositions, levelsIfScored, deciding, settled, supports } = decided(
    { role: 'other', drinks: 'yes', shakes: 'no', home: 'no' },
    'others',
  );
  expect([levels, lowest, settled]).toEqual([[], undefined, true]);
  expect(dispositions).toEqual([{ id: 'third-party', certainty: 'certain' }]);
  expect(levelsIfScored).toEqual(['residential']);
  expect(deciding).toEqual({ kind: 'none' });
  expect([supports['family-support'], supports['recovery-residence']]).toEqual(['certain', 'certain']);
});

test('an emergency stands above a disposition, which is still shown', () => {
  const { levels, dispositions, actions } = decided({ role: 'other', danger: 'yes' }, 'others');
  expect([levels, actions['call-911']]).toEqual([['emergency'], 'certain']);
  expect(dispositions).toEqual([{ id: 'third-party', certainty: 'certain' }]);
});

test('a possible disposition stands beside the levels of those who do not get it', () => {
  const { levels, dispositions } = decided({ drinks: 'yes', shakes: 'no' }, 'role', 'others');
  // Without the role nobody can say whether a threat was asked for, so an emergency is possible.
  expect(levels).toEqual(['iop', 'emergency']);
  expect(dispositions).toEqual([{ id: 'third-party', certainty: 'possible' }]);
});

test('where no single rule is certain, those that cover every completion decide together', () => {
  const split = compiled(
    asked,
    policy([
      rule('home', is('home', 'yes'), { atLeast: 'iop' }),
      rule('no-home', is('home', 'no'), { atLeast: 'php' }),
      rule('drinks', is('drinks', 'yes'), { atLeast: 'iop' }),
    ]),
  );
  const { lowest, deciding } = decide(split, answers({ role: 'self' }));
  expect(lowest).toBe('iop');
  expect(deciding.kind).toBe('one-of');
  expect(deciding.kind === 'one-of' && [...deciding.rules].sort()).toEqual(['home', 'no-home']);
});

test('where no rule with a floor holds, otherwise decides, silent or not', () => {
  expect(decided({}).deciding).toEqual({ kind: 'otherwise' });
  expect(decided({}).silent).toBe('no');
  const silent = compiled(asked, policy([rule('drinks', is('drinks', 'yes'), { atLeast: 'iop' })], { silent: true }));
  const silence = (drinks: Readonly<Record<string, FactValue>>) =>
    decide(silent, answers({ role: 'self', ...drinks })).silent;
  expect([silence({}), silence({ drinks: 'no' }), silence({ drinks: 'yes' })]).toEqual(['possible', 'certain', 'no']);
});

test('the smallest change is one changeable answer where that is enough', () => {
  const { changes } = decided({ drinks: 'yes', shakes: 'no', home: 'no' });
  expect(changes[0]).toEqual({
    changed: [{ question: 'home', value: 'yes' }],
    changeable: true,
    newlyAsked: [],
    levels: ['iop'],
  });
});

test('a question that is newly asked counts as one answer more', () => {
  // Only `shakes` gives php, and it applies to those who drink: two answers, against one for residential.
  const gated = compiled(
    asked,
    policy([
      rule('shakes', is('shakes', 'yes'), { atLeast: 'php' }),
      rule('drinks', all(is('drinks', 'yes'), none(is('shakes', 'yes'))), { atLeast: 'information' }),
      rule('no-home', is('home', 'no'), { atLeast: 'residential' }),
    ]),
  );
  const { changes } = decide(gated, answers(unremarkable));
  expect(changes.map(({ changed }) => changed)).toEqual([[{ question: 'home', value: 'no' }]]);
  const { changes: without } = decide(
    compiled(asked, policy([rule('shakes', is('shakes', 'yes'), { atLeast: 'php' })])),
    answers(unremarkable),
  );
  expect(without).toEqual([
    {
      changed: [{ question: 'drinks', value: 'yes' }],
      changeable: false,
      newlyAsked: ['shakes'],
      levels: ['information', 'php'],
    },
  ]);
});

test('a policy without rules gives everyone its otherwise', () => {
  const { levels, settled } = decide(compiled(asked, policy([], { level: 'outpatient' })), answers({ role: 'self' }));
  expect([levels, settled]).toEqual([['outpatient'], true]);
  expect(
    decide(compiled(asked, policy([rule('all', ALWAYS, { atLeast: 'php' })])), answers({ role: 'self' })).levels,
  ).toEqual(['php']);
});
