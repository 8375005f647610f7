import { expect, test } from 'vitest';
import { citationNames } from '../../src/render/citations.ts';

test('facts of one source stand together; our own judgement has none', () => {
  const cites = [
    { id: 'a#P1', source: 'A page', fact: 'P1' },
    { id: 'b#E1', source: 'B page', fact: 'E1' },
    { id: 'a#P2', source: 'A page', fact: 'P2' },
    { id: 'practice#J', source: 'our own judgement', fact: null },
  ];
  expect(citationNames(cites)).toEqual(['A page P1, P2', 'B page E1', 'our own judgement']);
});
