import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createProgress } from '../../src/io/progress.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  vi.stubEnv('TERM', 'xterm');
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

const ERASE = '\r\u001b[K';

/** Progress of a run that shows something every so many milliseconds, and all that is written. */
function shown(facts: { readonly isTTY?: boolean; readonly columns?: number }, moments: readonly number[]) {
  const written: string[] = [];
  const progress = createProgress((elapsed) => `${elapsed} ms ${'x'.repeat(200)}`, {
    ...facts,
    write: (text) => written.push(text),
  });
  let now = 0;
  for (const moment of moments) {
    vi.advanceTimersByTime(moment - now);
    now = moment;
    progress.show();
  }
  return { progress, written };
}

test('where nobody sees a terminal, and on one that cannot erase, nothing is written', () => {
  for (const facts of [{ isTTY: false }, {}]) {
    const { progress, written } = shown(facts, [3000, 4000]);
    progress.clear();
    expect(written).toEqual([]);
  }
  vi.stubEnv('TERM', 'dumb');
  const { progress, written } = shown({ isTTY: true }, [3000, 4000]);
  progress.clear();
  expect(written).toEqual([]);
});

test('short work says nothing; long work at most ten times a second, over the line before', () => {
  expect(shown({ isTTY: true }, [100, 1900]).written).toEqual([]);
  const { written } = shown({ isTTY: true, columns: 12 }, [2600, 2650, 2750, 3000]);
  expect(written).toEqual([`${ERASE}2600 ms xxx`, `${ERASE}2750 ms xxx`, `${ERASE}3000 ms xxx`]);
});

test('the line goes away, once', () => {
  const { progress, written } = shown({ isTTY: true, columns: 12 }, [2600]);
  progress.clear();
  progress.clear();
  expect(written).toEqual([expect.stringContaining('2600 ms'), ERASE]);
});

test('a terminal that does not know its width gets a line like any other', () => {
  for (const columns of [0, 80]) {
    const { written } = shown({ isTTY: true, columns }, [2600]);
    expect(written[0]).toHaveLength(ERASE.length + 79);
  }
});
