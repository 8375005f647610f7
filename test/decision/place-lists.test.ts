import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPlaceLists } from '../../src/decision/place-lists.ts';

const places = fc.array(fc.nat({ max: 5 }), { maxLength: 6 });

function ascending(numbers: readonly number[]): readonly number[] {
  return [0, 1, 2, 3, 4, 5].filter((place) => numbers.includes(place));
}

test('a list has its places once and ascending, and is one object however it came about', () => {
  const lists = createPlaceLists();
  fc.assert(
    fc.property(places, places, (one, other) => {
      const united = lists.united(lists.of(one), lists.of(other));
      expect(united.places).toEqual(ascending([...one, ...other]));
      expect(united).toBe(lists.of([...other, ...one]));
      expect(united).toBe(lists.united(lists.of(other), lists.of(one)));
    }),
  );
});

test('lists beyond those that are remembered are right, and none has the number of another one', () => {
  const lists = createPlaceLists();
  const numbers = new Set<number>();
  const some = lists.of([900_001]);
  for (let place = 0; place < 40_000; place++) {
    const list = lists.of([place]);
    expect(list.places[0]).toBe(place);
    numbers.add(list.number);
    const united = lists.united(list, some);
    if (place % 1000 === 0) expect(united.places).toEqual([place, 900_001]);
  }
  expect(numbers.size).toBe(40_000);
});

test.each([2 ** 26 - 3, 2 ** 30])(
  'numbered from %d on, a pair of which is no exact number, lists are right all the same',
  (first) => {
    const lists = createPlaceLists(first);
    const singles = [10, 20, 30, 40, 50, 60].map((place) => lists.of([place]));
    expect(singles[0]?.number).toBe(first);
    for (const one of singles)
      for (const other of singles) {
        const wanted = [...new Set([...one.places, ...other.places])].sort((left, right) => left - right);
        expect(lists.united(one, other).places).toEqual(wanted);
        expect(lists.united(one, other).places).toEqual(wanted);
      }
  },
);
