import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsOf } from '../../src/render/graph-columns.ts';

const area = fc.record({ width: fc.integer({ min: 50, max: 900 }), height: fc.integer({ min: 50, max: 900 }) });

test('areas keep their order, and none overlaps another', () => {
  fc.assert(
    fc.property(fc.array(area, { minLength: 1, maxLength: 14 }), (areas) => {
      const places = columnsOf(areas).flatMap(({ places: column }) => column);
      expect(places.map((place) => place.area)).toEqual(areas);
      for (const [index, one] of places.entries())
        for (const other of places.slice(index + 1)) {
          const isBeside = one.x + one.area.width < other.x || other.x + other.area.width < one.x;
          const isAbove = one.y + one.area.height < other.y || other.y + other.area.height < one.y;
          expect(isBeside || isAbove).toBe(true);
        }
    }),
    { numRuns: 1000 },
  );
});

test('equal areas come near the shape of a sheet', () => {
  const columns = columnsOf(Array.from({ length: 24 }, () => ({ width: 100, height: 100 })));
  expect(columns.length).toBeGreaterThanOrEqual(4);
  expect(columns.length).toBeLessThanOrEqual(8);
});
