/** Example callers' calls as they are typed at a terminal, with what must be on screen and in the journal after each answer. */

import { type ExampleCaller, exampleCallers } from '../../src/analysis/example-callers.ts';
import type { CallGround } from '../../src/cli/call-ground.ts';
import { callWordsFor } from '../../src/cli/call-words.ts';
import { createCall, startCall } from '../../src/interview/call.ts';
import { respond, screenOf, startDialogue } from '../../src/interview/dialogue.ts';
import type { Dialogue } from '../../src/interview/dialogue-model.ts';
import { FIELD_RULES } from '../../src/interview/field-keys.ts';
import { isSearched, NONE_KEY, optionKey } from '../../src/interview/field-options.ts';
import type { CallState, Place, Reply } from '../../src/interview/model.ts';
import type { Field, FieldState, Input, Screen } from '../../src/interview/screen.ts';
import { decodeKeys } from '../../src/io/key-decoder.ts';
import { valueIn } from '../fixtures/read-fixture.ts';
import { ctrl, KEY } from '../io/virtual-terminal.ts';

/** What is done on one screen: the keys of the answer, and the one that gives it. */
export interface Step {
  readonly keys: string;
  readonly last: string;
  /** Where the call stands afterwards. */
  readonly to: Place['kind'];
  /** How what is read aloud on the next screen begins; undefined where the call is left. */
  readonly shows: string | undefined;
  /** The events that the journal must hold for it, as JSON. */
  readonly events: readonly string[];
}

export interface TypedCall {
  readonly name: string;
  readonly steps: readonly Step[];
  /** The states that the call came through. */
  readonly states: readonly CallState[];
}

const START = Date.UTC(2026, 10, 22, 10);
const MOST_STEPS = 200;
const FIRST_WORDS = 30; // characters: they fit on one line and tell a script from the others

/** Every example caller's call, as a counselor would type it. Whoever is to hang up is laid aside at that point. */
export async function typedCalls(ground: CallGround, brief: boolean): Promise<readonly TypedCall[]> {
  const { questionnaire, cases } = ground.content;
  const callers = exampleCallers(valueIn(await cases())?.value ?? [], questionnaire);
  return callers.map((caller) => typedCall(ground, brief, caller));
}

function typedCall(ground: CallGround, brief: boolean, { name, answers }: ExampleCaller): TypedCall {
  const call = createCall(ground.compiled, { brief });
  const textsIn = callWordsFor(ground.content);
  const setting = { call, textsIn, today: '2026-11-22', clock: () => '10:00' };
  let dialogue = startDialogue({ ...setting, state: startCall(call, START) });
  const steps: Step[] = [];
  const states: CallState[] = [];
  while (steps.length < MOST_STEPS) {
    const screen = screenOf(dialogue, START);
    const { keys, last } = typedAt(dialogue, screen.field, answers);
    const turn = respond(dialogue, inputFrom(screen, keys + last), START);
    dialogue = turn.dialogue;
    states.push(dialogue.state);
    const isLeft = turn.leave !== undefined;
    steps.push({
      keys,
      last,
      to: dialogue.state.place.kind,
      shows: isLeft ? undefined : readAloud(screenOf(dialogue, START)),
      events: turn.events.map((event) => JSON.stringify(event)),
    });
    if (isLeft) return { name, steps, states };
  }
  throw new Error(`the call of ${name} does not come to an end`);
}

type Typed = Pick<Step, 'keys' | 'last'>;

function typedAt({ state: { place } }: Dialogue, field: Field, answers: ExampleCaller['answers']): Typed {
  if (place.kind === 'question') return typedReply(field, replyTo(place.id, answers));
  const wayOn = { 'safety-unknown': 'go-on', review: 'accept-answers' }[String(place.kind)] ?? 'end-call';
  return typedReply(field, { said: wayOn });
}

/** What the caller says; undefined where the call ends before that question. */
function replyTo(id: string, { values, unknown, unknownOptions, ended }: ExampleCaller['answers']): Reply | undefined {
  const said = values.get(id);
  if (said !== undefined) return { said, unsure: [...(unknownOptions.get(id)?.keys() ?? [])] };
  if (unknown.has(id) || ended === undefined)
    return { unknown: unknown.get(id) === 'declined' ? 'declined' : 'unsure' };
  return undefined;
}

function typedReply(field: Field, reply: Reply | undefined): Typed {
  if (reply === undefined) return { keys: '', last: ctrl('d') };
  if ('unknown' in reply) return { keys: '', last: reply.unknown === 'unsure' ? ctrl('u') : ctrl('r') };
  const { said, unsure = [] } = reply;
  if (typeof said !== 'object') return { keys: keyOf(field, String(said)), last: KEY.enter };
  const ticks = [...said, ...unsure].map((id) => keyOf(field, id) + (unsure.includes(id) ? '?' : ''));
  return { keys: ticks.join('') || NONE_KEY, last: KEY.enter };
}

/** The key of an option; what is typed where there is none. */
function keyOf(field: Field, said: string): string {
  if (field.kind === 'line' || isSearched(field)) return said;
  const place = field.options.findIndex(({ id }) => id === said);
  if (place === -1) throw new Error('an answer that the screen does not offer');
  return optionKey(place);
}

function inputFrom(screen: Screen, typed: string): Input {
  let state: FieldState | Input = FIELD_RULES.startField(screen.field);
  for (const key of decodeKeys(typed).keys) {
    if ('kind' in state) throw new Error('more keys than the screen takes');
    state = FIELD_RULES.pressed(screen, state, key);
  }
  if ('kind' in state) return state;
  throw new Error('the keys give no answer');
}

function readAloud({ blocks }: Screen): string {
  const [first] = blocks.flatMap((block) => ('text' in block ? [block.text] : []));
  if (first === undefined) throw new Error('a screen without a word');
  return first.slice(0, FIRST_WORDS);
}
