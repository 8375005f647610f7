import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { interruptionBy } from '../../src/io/interruption.ts';

const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGQUIT', 'SIGHUP'] as const;

function listening() {
  const signals = new EventEmitter();
  const ended: string[] = [];
  const interruption = interruptionBy(signals, (signal) => ended.push(signal));
  return { send: (name: string) => signals.emit(name, name), ended, interruption, signals };
}

test.each(ENDINGS)('%s interrupts, and ends nothing by itself', async (name) => {
  const { send, ended, interruption } = listening();
  expect([interruption.isOver(), interruption.signal.aborted]).toEqual([false, false]);
  send(name);
  expect([interruption.isOver(), interruption.signal.aborted, ended]).toEqual([true, true, []]);
  expect(await interruption.happened).toBe('interrupted');
});

test.each(ENDINGS.flatMap((first) => ENDINGS.map((second) => [first, second] as const)))(
  'after %s, %s ends the process',
  (first, second) => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const { send, ended } = listening();
    send(first);
    vi.advanceTimersByTime(1000);
    send(second);
    expect(ended).toEqual([second]);
    vi.useRealTimers();
  },
);

test('a closed window that says so twice at once asks once; two Ctrl-C are two', () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const closed = listening();
  closed.send('SIGHUP');
  vi.advanceTimersByTime(5);
  closed.send('SIGHUP');
  expect(closed.ended).toEqual([]);
  const typed = listening();
  typed.send('SIGINT');
  typed.send('SIGINT');
  expect(typed.ended).toEqual(['SIGINT']);
  vi.useRealTimers();
});

test('closed, it leaves the signals to others', () => {
  const { send, ended, interruption, signals } = listening();
  interruption.close();
  for (const name of [...ENDINGS, ...ENDINGS]) send(name);
  expect([interruption.isOver(), ended]).toEqual([false, []]);
  expect(signals.eventNames()).toEqual([]);
});
