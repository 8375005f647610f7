import { expect, test } from 'vitest';
import { changesInto } from '../../src/decision/changes.ts';
import { knownCaller } from '../../src/decision/known-caller.ts';
import { LEVELS } from '../../src/policy/care-lists.ts';
import { all, answers, any, compiled, is, policy, questionnaire, rule, yesNo } from './given.ts';

const pairs = [
  ['home', 'job'],
  ['home', 'car'],
  ['home', 'phone'],
  ['home', 'friends'],
  ['job', 'car'],
] as const;
const circumstances = ['home', 'job', 'car', 'phone', 'friends'];

/** Any of five pairs of circumstances gives IOP; where the last is wanted, one answer of the caller's history does, too. */
function changesFrom(history: boolean): readonly string[] {
  const asked = questionnaire([...circumstances.map((id) => yesNo(id, { changeable: true })), yesNo('history')]);
  const ways = pairs.map(([one, other]) => all(is(one, 'yes'), is(other, 'yes')));
  const enough = any(...ways, ...(history ? [is('history', 'yes')] : []));
  const nobody = answers(Object.fromEntries([...circumstances, 'history'].map((id) => [id, 'no'])));
  const value = compiled(asked, policy([rule('enough', enough, { atLeast: 'iop' })]));
  const target = { root: value.outcome, goals: 1 << LEVELS.indexOf('iop') };
  return changesInto(knownCaller(value, nobody), target).map(({ changed }) =>
    changed.map(({ question }) => question).join(),
  );
}

test('five changes of circumstances leave a place for a smaller change of another answer', () => {
  const all = pairs.map((pair) => pair.join());
  expect(changesFrom(false)).toEqual(all);
  expect(changesFrom(true)).toEqual([...all.slice(0, 4), 'history']);
});
