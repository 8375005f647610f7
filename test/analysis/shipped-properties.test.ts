import { expect, test } from 'vitest';
import { valueIn } from '../fixtures/read-fixture.ts';
import { shippedContent } from '../fixtures/shipped.ts';

const content = await shippedContent();
const properties = valueIn(await content.properties())?.value ?? [];

function statement(id: string) {
  return properties.find((property) => property.id === id)?.statement;
}

test('all thirteen properties of the default policy are stated', () => {
  const numbers = properties
    .filter((property) => property.policies.includes('intake-line'))
    .map((property) => property.number);
  expect(numbers.filter((number) => number !== undefined)).toEqual(
    expect.arrayContaining(Array.from({ length: 13 }, (_, index) => index + 1)),
  );
});

test('every policy has to satisfy what belongs to safety', () => {
  const everywhere = properties
    .filter((property) => property.policies.length === content.policies.length)
    .map((one) => one.number);
  expect(everywhere).toEqual(expect.arrayContaining([2, 3, 4, 10, 11, 12, 13]));
});

test('what is said about rules and about unknown answers keeps its kind', () => {
  expect(statement('nothing-idle')).toEqual({ kind: 'every-effect-counts' });
  expect(statement('unknown-removes-nothing')).toEqual({ kind: 'unknown-removes-nothing' });
});

test('an implication speaks of all callers unless it is narrowed to those who get a level', () => {
  expect(statement('stops-are-emergencies')).toMatchObject({ kind: 'implies', scoredOnly: false });
  expect(statement('safe-place-first')).toMatchObject({ kind: 'implies', scoredOnly: true });
});
