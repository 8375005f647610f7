import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantOf, instantText } from '../../src/interview/instant.ts';

/** As far as four digits go. */
const instants = fc.integer({
  min: Date.parse('0000-01-01T00:00:00.000Z'),
  max: Date.parse('9999-12-31T23:59:59.999Z'),
});

test('an instant is written as the language itself writes it, and read back', () => {
  fc.assert(
    fc.property(instants, (at) => {
      expect(instantText(at)).toBe(new Date(at).toISOString());
      expect(instantOf(instantText(at))).toBe(at);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  '1969-12-31T23:59:59.999Z',
  '2000-02-29T00:00:00.000Z',
  '2024-02-29T12:00:00.000Z',
  '1900-02-28T23:59:59.999Z',
  '2026-11-22T06:50:59.123Z',
])('%s is read as the language reads it', (text) => {
  expect(instantOf(text)).toBe(Date.parse(text));
});

test.each([
  '',
  '2026-11-22',
  '2026-11-22T06:50:59Z',
  '2026-11-22T06:50:59.123',
  '2026-11-22T06:50:59.123+00:00',
  '2026-11-22 06:50:59.123Z',
  '2026-02-29T00:00:00.000Z',
  '1900-02-29T00:00:00.000Z',
  '2026-04-31T00:00:00.000Z',
  '2026-00-10T00:00:00.000Z',
  '2026-13-10T00:00:00.000Z',
  '2026-11-00T00:00:00.000Z',
  '2026-11-22T24:00:00.000Z',
  '2026-11-22T23:60:00.000Z',
  '2026-11-22T23:59:60.000Z',
  '2026-11-22T06:50:59.123Z\n',
])('%j is no instant', (text) => {
  expect(instantOf(text)).toBeUndefined();
});
