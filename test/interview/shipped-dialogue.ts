/** Dialogues of calls with the shipped questionnaire, input by input. */

import { createCall, startCall } from '../../src/interview/call.ts';
import { type CallTexts, callTexts } from '../../src/interview/call-texts.ts';
import { type DialogueInput, respond, screenOf, startDialogue } from '../../src/interview/dialogue.ts';
import type { Dialogue, Turn } from '../../src/interview/dialogue-model.ts';
import type { Call, CallEvent, CallState } from '../../src/interview/model.ts';
import type { Command, Field, Input, Screen } from '../../src/interview/screen.ts';
import { transition } from '../../src/interview/transition.ts';
import { shippedContent } from '../fixtures/shipped.ts';
import { compiledPolicy } from '../questionnaires/shipped-policies.ts';

const { questionnaire, care, emergency, directory } = await shippedContent();

export { emergency, questionnaire };

/** A Sunday. */
export const TODAY = '2026-11-22';

export const CALL: Call = createCall(compiledPolicy('intake-line'));

export const TEXTS: CallTexts = callTexts({
  questionnaire,
  care,
  emergency,
  language: 'en',
  lineInWords: (id) => {
    const line = directory.lines.find((one) => one.id === id);
    return line && `${line.name}: ${line.number}`;
  },
  lineInShort: (id) => directory.lines.find((one) => one.id === id)?.number,
  stepNumber: (step) => (step === 'crisis-assessment-today' ? '988' : undefined),
  dropped: 'dropped',
});

/** What every dialogue here goes by; times are shown as whole seconds. */
export const SETTING = {
  call: CALL,
  textsIn: () => TEXTS,
  today: TODAY,
  clock: (at: number) => `${at / 1000} s`,
} satisfies Omit<DialogueInput, 'state'>;

/** A dialogue after these events, each a second after the one before, from a start at 0. */
export function dialogueAfter(events: readonly CallEvent[] = [], more: Partial<DialogueInput> = {}): Dialogue {
  return startDialogue({ ...SETTING, state: stateAfter(events, more.call ?? CALL), ...more });
}

/** A state after these events. */
export function stateAfter(events: readonly CallEvent[], call: Call = CALL): CallState {
  return events.reduce((state, event) => transition(call, state, event, state.lastAt + 1000)[0], startCall(call, 0));
}

/** The turn that an input takes, a second after the last event. */
export function turn(dialogue: Dialogue, input: Input): Turn {
  return respond(dialogue, input, dialogue.state.lastAt + 1000);
}

/** The dialogue after these inputs. */
export function after(dialogue: Dialogue, ...inputs: readonly Input[]): Dialogue {
  return inputs.reduce((before, input) => turn(before, input).dialogue, dialogue);
}

/** The screen as it stands when the last event has just happened. */
export function shown(dialogue: Dialogue): Screen {
  return screenOf(dialogue, dialogue.state.lastAt);
}

export const command = (name: Command, text?: string): Input =>
  text === undefined ? { kind: 'command', command: name } : { kind: 'command', command: name, text };
/** A command given while something stands on the line. */
export const leaving = (name: Command, typed: string): Input => ({ kind: 'command', command: name, typed });
export const chose = (id: string): Input => ({ kind: 'chose', id });
export const typed = (text: string): Input => ({ kind: 'typed', text });
export const ticked = (ids: readonly string[], unsure: readonly string[] = []): Input => ({
  kind: 'ticked',
  ids,
  unsure,
});
export const KEPT: Input = { kind: 'kept' };

/** The ids of a list's options. */
export function optionIds(field: Field): readonly string[] {
  return field.kind === 'line' ? [] : field.options.map(({ id }) => id);
}

/** All that a screen says, in one text. */
export function wordsOf({ notices, blocks, field }: Screen): string {
  const told = blocks.flatMap((block) => (block.kind === 'list' ? block.items : [block.text]));
  const options = field.kind === 'line' ? [] : field.options.map(({ label, detail = '' }) => `${label} ${detail}`);
  return [...notices, ...told, ...options].join('\n');
}
