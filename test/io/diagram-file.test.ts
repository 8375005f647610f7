import { expect, test } from 'vitest';
import { diagramBytes, diagramsIn } from '../../src/io/diagram-file.ts';

const FILE = { header: { meaning: 'x', order: ['a', 'bc'], roots: [1] }, numbers: Int32Array.of(7, -1, 2_000_000_000) };

test('what was written is read', () => {
  expect(diagramsIn(diagramBytes(FILE))).toEqual(FILE);
});

test('a file of which a single byte is missing, added or another is not read at all', () => {
  const bytes = diagramBytes(FILE);
  for (let length = 0; length < bytes.length; length++) expect(diagramsIn(bytes.subarray(0, length))).toBeUndefined();
  expect(diagramsIn(new Uint8Array([...bytes, 0]))).toBeUndefined();
  for (let place = 0; place < bytes.length; place++) {
    const other = Uint8Array.from(bytes, (byte, index) => (index === place ? byte ^ 1 : byte));
    expect(diagramsIn(other)).toBeUndefined();
  }
});
