import { expect, test } from 'vitest';
import type { CellReport, PairReport } from '../../src/analysis/compare-report.ts';
import { shareOf } from '../../src/analysis/share-of.ts';
import { LEVELS } from '../../src/policy/care-lists.ts';
import { matrixBlock } from '../../src/render/compare-matrix.ts';
import { MATRIX_ORDER } from '../../src/render/compare-words.ts';

const ENDED = ['no-level/one', 'no-level/other'];

/** Two ways to end without a level, which are one cell of the matrix, with these parts of all callers. */
function shown(parts: readonly bigint[], whole: bigint): string | undefined {
  const none = shareOf(0n, 1n);
  const cells = parts.map((part, place): CellReport => {
    const said = ENDED[place] ?? '';
    const share = shareOf(part, whole);
    return { before: said, after: said, step: 'same', shares: { all: [share], calm: [share] }, shown: null };
  });
  const shares = { all: [none], calm: [none] };
  const steps = { same: shares, down: shares, up: shares, silent: shares, 'no-level': shares, differ: shares };
  const policy = { name: 'p', id: 'p', version: '1', title: 'P' };
  const pair: PairReport = { before: policy, after: policy, calm: [none], steps, cells, additions: [], given: shares };
  const [table] = matrixBlock(pair);
  return table?.kind === 'table' ? table.rows[0]?.[1] : undefined;
}

test('results that share a cell are added up exactly: nobody is nobody, all are all, and a few are somebody', () => {
  expect(shown([0n, 0n], 3n)).toBe('–');
  expect(shown([1n, 2n], 3n)).toBe('100');
  expect(shown([1n, 1n], 10n ** 400n)).toBe('<0.1');
  expect(shown([1n, 10n ** 400n - 2n], 10n ** 400n)).toBe('>99.9');
  expect(shown([1n, 1n], 8n)).toBe('25.0');
});

test('the rows and columns of a matrix are the levels in their order, and what is no level', () => {
  expect(MATRIX_ORDER).toEqual([...LEVELS, 'says nothing', 'no level']);
});
