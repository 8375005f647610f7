import { expect, test } from 'vitest';
import { performCall } from '../../src/cli/call-loop.ts';
import { callWordsFor } from '../../src/cli/call-words.ts';
import { createRecorder, noRecorder, type Recorder } from '../../src/cli/recorder.ts';
import { createCall, startCall } from '../../src/interview/call.ts';
import { type DialogueInput, startDialogue } from '../../src/interview/dialogue.ts';
import type { Input, Screen } from '../../src/interview/screen.ts';
import type { CallConsole } from '../../src/io/call-console.ts';
import { shippedContent } from '../fixtures/shipped.ts';
import { compiledPolicy } from '../questionnaires/shipped-policies.ts';

const content = await shippedContent();
const call = createCall(compiledPolicy('intake-line'));
const PAUSE: Input = { kind: 'command', command: 'pause' };
const chose = (id: string): Input => ({ kind: 'chose', id });

function dialogue(parts: Partial<DialogueInput> = {}) {
  const textsIn = callWordsFor(content);
  const setting = { call, textsIn, today: '2026-11-22', clock: () => '10:00' };
  return startDialogue({ ...setting, state: startCall(call, 0), ...parts });
}

/** A desk at which these inputs are made, one a screen, and a log of everything in the order in which it happened. */
function desk(inputs: readonly Input[]) {
  const left = [...inputs];
  const log: string[] = [];
  const screens: Screen[] = [];
  const own: CallConsole = {
    show: async (screen) => {
      screens.push(screen);
      log.push('show');
      return left.shift() ?? { kind: 'hung-up' };
    },
    flash: (screen) => log.push(`flash ${screen.isAlarm ? 'alarm' : 'calm'}`),
    close: () => {},
  };
  const recorder = (append: () => ReturnType<Recorder['unsaved']>): Recorder =>
    createRecorder(0, {
      append: (lines) => {
        const kinds = lines
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line).event.kind);
        log.push(`write ${kinds.join(' ')}`);
        return append();
      },
    });
  return { desk: own, log, screens, recorder };
}

test('what happened is written before the next screen is shown', async () => {
  const { desk: own, log, recorder } = desk([chose('no'), chose('self'), PAUSE]);
  const left = await performCall(dialogue(), { desk: own, recorder: recorder(() => undefined), now: () => 5 });
  expect(log).toEqual(['show', 'write answered', 'show', 'write answered', 'show', 'write paused']);
  expect(left.leave).toBe('paused');
});

test('an emergency is on screen before it is written, and the very same screen is shown then', async () => {
  const { desk: own, log, screens, recorder } = desk([chose('yes'), { kind: 'interrupted' }]);
  await performCall(dialogue(), { desk: own, recorder: recorder(() => undefined), now: () => 5 });
  expect(log).toEqual(['show', 'flash alarm', 'write answered', 'show', 'write paused']);
  expect(screens[1]?.isAlarm).toBe(true);
});

test('the emergency panel, too, is on screen before its opening is written', async () => {
  const open: Input = { kind: 'command', command: 'emergency' };
  const { desk: own, log, recorder } = desk([open, PAUSE]);
  await performCall(dialogue(), { desk: own, recorder: recorder(() => undefined), now: () => 5 });
  expect(log.slice(0, 3)).toEqual(['show', 'flash alarm', 'write panel-opened']);
});

test('that a call is not being saved, and why, is said in the language that is spoken', async () => {
  const { desk: own, screens, recorder } = desk([chose('no'), chose('self')]);
  const state = startCall(call, 0, 'es');
  const fault = { kind: 'lost', why: 'deleted' } as const;
  await performCall(dialogue({ state }), { desk: own, recorder: recorder(() => fault), now: () => 5 });
  expect(screens[1]?.notices).toEqual([
    'la llamada no se está guardando (se borró su archivo): siga, y anote lo que no debe perderse',
  ]);
});

test('a full disk is told on every screen until it is not full any more, and the call goes on', async () => {
  const faults = [{ kind: 'failed', cause: 'ENOSPC' } as const, { kind: 'failed', cause: 'ENOSPC' } as const];
  const { desk: own, screens, recorder } = desk([chose('no'), chose('self'), { kind: 'typed', text: '34' }, PAUSE]);
  const left = await performCall(dialogue(), { desk: own, recorder: recorder(() => faults.shift()), now: () => 5 });
  const warned = screens.map(({ notices }) => notices.some((notice) => /not being saved .*ENOSPC/.test(notice)));
  expect(warned).toEqual([false, true, true, false]);
  expect(left.dialogue.state.given.size).toBe(3);
});

test('the input ends: the call ends as one that was cut off', async () => {
  const { desk: own } = desk([chose('no')]);
  const left = await performCall(dialogue(), { desk: own, recorder: noRecorder(), now: () => 5 });
  expect(left.leave).toBe('hung-up');
  expect(left.dialogue.state.place).toEqual({ kind: 'over', how: { kind: 'disposition', id: 'dropped' } });
});

test('notices and the mark of a call stand on its first screen', async () => {
  const { desk: own, screens } = desk([PAUSE]);
  const parts = { notices: ['something changed'], mark: () => 'example: iop, nothing is saved' };
  await performCall(dialogue(parts), { desk: own, recorder: noRecorder(), now: () => 5 });
  expect(screens[0]).toMatchObject({ notices: ['something changed'], header: { mark: parts.mark() } });
});
