/** Sets of places against sets. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addPlace, addPlaces, emptyPlaces, type PlaceSet, placesIn, readPlaces } from '../../src/decision/place-set.ts';

const ROOM = 100; // no multiple of 32

const somePlaces = fc.array(fc.integer({ min: 0, max: ROOM - 1 }));

function setOf(places: readonly number[]): PlaceSet {
  const set = emptyPlaces(ROOM);
  for (const place of places) addPlace(set, place);
  return set;
}

function ascending(places: readonly number[]): readonly number[] {
  return [...new Set(places)].sort((left, right) => left - right);
}

test('a set holds each place once, ascending', () => {
  fc.assert(
    fc.property(somePlaces, (places) => {
      expect(placesIn(setOf(places))).toEqual(ascending(places));
    }),
  );
  expect(placesIn(setOf(Array.from({ length: ROOM }, (_, place) => place)))).toHaveLength(ROOM);
});

test('sets are united', () => {
  fc.assert(
    fc.property(somePlaces, somePlaces, (some, others) => {
      const set = setOf(some);
      addPlaces(set, setOf(others));
      expect(placesIn(set)).toEqual(ascending([...some, ...others]));
    }),
  );
});

test('the lowest places fill what room there is, and all are counted', () => {
  fc.assert(
    fc.property(somePlaces, fc.nat({ max: 8 }), fc.nat({ max: 3 }), (places, room, from) => {
      const into = new Int32Array(from + room).fill(-1);
      expect(readPlaces(setOf(places), into, from)).toBe(ascending(places).length);
      const read = ascending(places).slice(0, room);
      const left = new Array<number>(room - read.length).fill(-1);
      expect([...into]).toEqual([...new Array<number>(from).fill(-1), ...read, ...left]);
    }),
  );
});
