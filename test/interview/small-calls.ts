/** Random small calls: questionnaires with red flags, stops and roles, and whatever a counselor may do in them. */

import fc from 'fast-check';
import type { FactValue } from '../../src/conditions/model.ts';
import { compilePolicy } from '../../src/decision/compile.ts';
import { createCall } from '../../src/interview/call.ts';
import type { Call, CallEvent, CallState, Reply } from '../../src/interview/model.ts';
import type { Policy } from '../../src/policy/model.ts';
import type { Question, Questionnaire } from '../../src/questionnaire/model.ts';
import { type Small, small, valuesOf } from '../laws/small-policies.ts';

export interface SmallCall {
  readonly questionnaire: Questionnaire;
  readonly policy: Policy;
  readonly call: Call;
}

/** What a question is for beside its conditions, drawn apart from them. */
const traits = fc.record({
  safety: fc.boolean(),
  isWorded: fc.boolean(),
  use: fc.constantFrom(
    undefined,
    undefined,
    'third_party' as const,
    'payment' as const,
    'age' as const,
    'location' as const,
  ),
  stop: fc.integer({ min: -4, max: 3 }), // below 0: none
});

/** A call of a random questionnaire by a random policy; `role`: whether one question surely asks who is meant. */
export function smallCall(options: {
  readonly brief: fc.Arbitrary<boolean>;
  readonly role?: boolean;
}): fc.Arbitrary<SmallCall> {
  const drawn = fc.tuple(
    small,
    fc.array(traits, { minLength: 5, maxLength: 5 }),
    fc.array(fc.constantFrom('at-once' as const, 'after-safety' as const), { minLength: 2, maxLength: 2 }),
    options.brief,
    options.role === true ? fc.nat(4) : fc.constant(undefined),
  );
  return drawn.map(([base, drawnTraits, ends, brief, role]) => {
    const asked = base.questionnaire.questions;
    const questions = asked.map((question, place) => {
      const made = withTraits(question, drawnTraits[place]);
      return role !== undefined && place === role % asked.length ? { ...made, uses: ['third_party' as const] } : made;
    });
    const shown = base.questionnaire.dispositions.map((one, place) => ({ ...one, ends: ends[place] ?? one.ends }));
    const hungUp = { id: 'hung-up', title: 'hung up', say: 'words', steps: [], lines: [], supports: [] };
    const dispositions = [...shown, { ...hungUp, when: undefined, level: 'open', ends: 'after-safety' } as const];
    const questionnaire = { ...base.questionnaire, questions, dispositions };
    return { questionnaire, policy: base.policy, call: callOn({ ...base, questionnaire }, brief) };
  });
}

function withTraits(question: Question, drawn: typeof traits extends fc.Arbitrary<infer T> ? T | undefined : never) {
  if (drawn === undefined) return question;
  const { kind } = question;
  const options = kind.kind === 'values' ? kind.values : kind.kind === 'options' ? kind.options : [];
  return {
    ...question,
    safety: drawn.safety,
    sayForOther: drawn.isWorded ? { en: 'their words' } : undefined,
    uses: drawn.use === undefined ? [] : [drawn.use],
    stop: options.slice(drawn.stop, drawn.stop < 0 ? 0 : drawn.stop + 1),
  };
}

function callOn({ questionnaire, policy }: Small, brief: boolean): Call {
  const compilation = compilePolicy(questionnaire, policy);
  if (!compilation.ok) throw new Error('over budget');
  return createCall(compilation.value, { brief });
}

/** Something that a counselor may do, before it is known where the call stands. */
export interface Move {
  readonly kind:
    | 'reply'
    | 'reply' // to the question on screen
    | 'correct' // any question
    | 'keep'
    | 'back'
    | 'jump'
    | 'note'
    | 'panel'
    | 'log'
    | 'leave-panel'
    | 'go-on'
    | 'resume'
    | 'resume-late'
    | 'end'
    | 'hang-up'
    | 'override'
    | 'accept';
  readonly seed: number;
}

const MOVES = [
  ...Array.from({ length: 6 }, () => 'reply' as const),
  ...Array.from({ length: 3 }, () => 'correct' as const),
  ...(['keep', 'back', 'back', 'jump', 'jump', 'note', 'panel', 'log', 'log', 'leave-panel', 'leave-panel'] as const),
  ...(['go-on', 'go-on', 'resume', 'resume-late', 'end', 'hang-up', 'override', 'accept'] as const),
];

export const moves: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.record({ kind: fc.constantFrom(...MOVES), seed: fc.nat(1_000_000) }),
  { maxLength: 30 },
);

/** What the move is in a call that stands here. */
export function eventOf({ questionnaire }: SmallCall, state: CallState, { kind, seed }: Move): CallEvent {
  const { questions } = questionnaire;
  const any = questions[seed % questions.length] ?? questions[0];
  const id = any?.id ?? '';
  const rest = Math.floor(seed / questions.length);
  switch (kind) {
    case 'reply': {
      const { place } = state;
      const onScreen = questions.find((one) => 'id' in place && one.id === place.id) ?? any;
      return { kind: 'answered', question: onScreen?.id ?? '', reply: replyTo(onScreen, seed) };
    }
    case 'correct':
      return { kind: 'answered', question: id, reply: replyTo(any, rest) };
    case 'keep':
      return { kind: 'kept', question: 'id' in state.place ? state.place.id : id };
    case 'back':
      return { kind: 'went-back' };
    case 'jump':
      return { kind: 'jumped', to: id };
    case 'note':
      return seed % 2 === 0 ? { kind: 'noted', text: 'words' } : { kind: 'noted', text: 'words', question: id };
    case 'panel':
      return { kind: 'panel-opened' };
    case 'log':
      return { kind: 'panel-logged', done: 'step' };
    case 'leave-panel':
      return { kind: 'panel-closed' };
    case 'go-on':
      return { kind: 'went-on' };
    case 'resume':
    case 'resume-late':
      return { kind: 'resumed' };
    case 'end':
      return { kind: 'ended' };
    case 'hang-up':
      return { kind: 'ended', disposition: 'hung-up' };
    case 'override':
      return { kind: 'overrode', override: { level: 'outpatient', code: 'other', note: 'words' } };
    case 'accept':
      return { kind: 'reviewed' };
    default:
      return kind satisfies never;
  }
}

/** Milliseconds until the move happens. */
export function delayOf({ kind }: Move): number {
  return kind === 'resume-late' ? 25 * 60 * 60 * 1000 : 1000;
}

/** A reply that the question takes: mostly a value, sometimes with an unsure option, sometimes none. */
export function replyTo(question: Question | undefined, seed: number): Reply {
  const values = question === undefined ? [] : valuesOf(question.kind);
  const value: FactValue | undefined = values[seed % values.length];
  const way = Math.floor(seed / Math.max(1, values.length)) % 8;
  if (value === undefined || way < 2) return { unknown: way === 0 ? 'unsure' : 'declined' };
  if (way > 2 || question?.kind.kind !== 'options' || typeof value !== 'object') return { said: value };
  const unsure = question.kind.options.filter((option) => !value.includes(option)).slice(0, 1);
  return { said: value, unsure };
}
