import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { interruptionBy } from '../../src/io/interruption.ts';

const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGQUIT', 'SIGHUP'] as const;

function listening() {
  const signals = new EventEmitter();
  const ended: string[] = [];
  const interruption = interruptionBy(signals, () => ended.push('now'));
  return { send: (name: string) => signals.emit(name, name), ended, interruption, signals };
}

test.each(ENDINGS)('%s interrupts, and ends nothing by itself', async (name) => {
  const { send, ended, interruption } = listening();
  expect([interruption.isOver(), interruption.signal.aborted]).toEqual([false, false]);
  send(name);
  expect([interruption.isOver(), interruption.signal.aborted, ended]).toEqual([true, true, []]);
  expect(await interruption.happened).toBe('interrupted');
});

test.each(ENDINGS)('after %s, whatever asks again is left to the system, but for a core dump', (first) => {
  vi.useFakeTimers();
  const { send, ended, signals } = listening();
  send(first);
  vi.advanceTimersByTime(150);
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) expect([name, signals.listenerCount(name)]).toEqual([name, 0]);
  send('SIGQUIT');
  expect(ended).toEqual(['now']);
  vi.useRealTimers();
});

test('a closed window that says so twice at once asks once; two Ctrl-C are two', () => {
  vi.useFakeTimers();
  const { send, ended, signals } = listening();
  send('SIGHUP');
  vi.advanceTimersByTime(50);
  expect([signals.listenerCount('SIGHUP'), signals.listenerCount('SIGINT')]).toEqual([1, 0]);
  send('SIGHUP');
  send('SIGQUIT');
  expect(ended).toEqual([]);
  vi.useRealTimers();
});

test('closed, it leaves the signals to others', () => {
  const { send, ended, interruption, signals } = listening();
  interruption.close();
  for (const name of [...ENDINGS, ...ENDINGS]) send(name);
  expect([interruption.isOver(), ended]).toEqual([false, []]);
  expect(signals.eventNames()).toEqual([]);
});
