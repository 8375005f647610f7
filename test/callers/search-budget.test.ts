import { expect, test } from 'vitest';
import { createCallers } from '../../src/callers/callers.ts';
import { cheapest, type Search, trueOf } from '../../src/callers/cheapest.ts';
import { callerCounter } from '../../src/callers/count-callers.ts';
import { BudgetExceeded } from '../../src/diagram/budget.ts';
import { TRUE } from '../../src/diagram/forest.ts';
import { all, is, questionnaire, yesNo } from '../decision/given.ts';

const ids = ['a', 'b', 'c', 'd'];
const asked = questionnaire([...ids.map((id) => yesNo(id)), yesNo('last', { askIf: is('a', 'yes') })]);
const everything = all(...ids.map((id) => is(id, 'yes')));
const callers = createCallers(asked, [everything]);
const search: Search = {
  callers,
  target: trueOf(callers.region(everything)),
  gates: [],
  price: (_, value) => (value === 0 ? 'change' : 'free'),
  most: 1,
};

test('a search that would remember too much says so and does not go on for ever', () => {
  expect(cheapest(search)?.changes).toBe(4);
  expect(() => cheapest(search, 3)).toThrow(BudgetExceeded);
});

test('so does a count', () => {
  expect(callerCounter(callers)(TRUE)).toBe(8n * 1n + 8n * 2n); // the last question only where the first is answered with yes
  expect(() => callerCounter(callers, 1)(TRUE)).toThrow(BudgetExceeded);
});
