import { expect, test } from 'vitest';
import { inOrder } from '../../src/cli/in-order.ts';

/** A promise that is settled from outside. */
function later<T>(): {
  readonly promise: Promise<T>;
  readonly give: (value: T) => void;
  readonly fail: (why: Error) => void;
} {
  let give: (value: T) => void = () => {};
  let fail: (why: Error) => void = () => {};
  const promise = new Promise<T>((resolve, reject) => {
    give = resolve;
    fail = reject;
  });
  return { promise, give, fail };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('pieces are taken in the order in which they were begun, whichever is made first', async () => {
  const taken: string[] = [];
  const queue = inOrder<string>(3, async (piece) => {
    taken.push(piece);
    return true;
  });
  const [a, b, c] = [later<string>(), later<string>(), later<string>()];
  for (const { promise } of [a, b, c]) queue.add(promise);
  c.give('c');
  b.give('b');
  await turn();
  expect(taken).toEqual([]);
  a.give('a');
  await queue.finish();
  expect(taken).toEqual(['a', 'b', 'c']);
});

test('no more pieces are begun than may be made or wait at once', async () => {
  const queue = inOrder<string>(2, async () => true);
  const [a, b] = [later<string>(), later<string>()];
  queue.add(a.promise);
  expect(await queue.ready()).toBe(true);
  queue.add(b.promise);
  let isReady = false;
  const waiting = queue.ready().then((more) => {
    isReady = more;
  });
  await turn();
  expect(isReady).toBe(false);
  b.give('b'); // the second is done, and still waits for the first
  await turn();
  expect(isReady).toBe(false);
  a.give('a');
  await waiting;
  expect(isReady).toBe(true);
});

test('once nothing more is wanted, what follows is dropped', async () => {
  const taken: number[] = [];
  const queue = inOrder<number>(9, async (piece) => {
    taken.push(piece);
    return piece < 2;
  });
  for (const piece of [1, 2, 3]) queue.add(Promise.resolve(piece));
  expect(await queue.over).toBe('over');
  await queue.finish();
  expect(taken).toEqual([1, 2]);
  expect(await queue.ready()).toBe(false);
});

test('a piece that fails ends everything, after those before it, and finishing says why', async () => {
  const taken: number[] = [];
  const queue = inOrder<number>(9, async (piece) => {
    taken.push(piece);
    return true;
  });
  const broken = later<number>();
  queue.add(Promise.resolve(1));
  queue.add(broken.promise);
  queue.add(Promise.resolve(3));
  broken.fail(new Error('made of nothing'));
  await expect(queue.finish()).rejects.toThrow('made of nothing');
  expect(taken).toEqual([1]);
  expect(await queue.ready()).toBe(false);
});

test('a piece that cannot be taken ends everything, also for whoever waits to begin another', async () => {
  const queue = inOrder<number>(1, async () => {
    throw new Error('no room left');
  });
  queue.add(Promise.resolve(1));
  expect(await queue.ready()).toBe(false);
  await expect(queue.finish()).rejects.toThrow('no room left');
});
