/** Headers and events of journals, of every kind. */

import type { JournalHeader } from '../../src/interview/journal.ts';
import type { CallEvent } from '../../src/interview/model.ts';

export const HEADER: JournalHeader = {
  id: '1122-7f3k',
  startedAt: Date.UTC(2026, 10, 22, 6, 50, 59, 123),
  questionnaire: { id: 'adult-intake', version: '2026-11', hash: 'a'.repeat(64) },
  policy: { id: 'intake-line', version: '3', hash: 'b'.repeat(64) },
  brief: false,
  language: 'en',
};

type EventsOf<Kind extends CallEvent['kind']> = readonly Extract<CallEvent, { kind: Kind }>[];

/** At least one event of each kind, with and without what may be left out; a new kind does not compile until it is here. */
const EXAMPLES = {
  answered: [
    { kind: 'answered', question: 'home_safe', reply: { said: 'yes' } },
    { kind: 'answered', question: 'age', reply: { said: 34 } },
    { kind: 'answered', question: 'dose', reply: { said: -0.5 } },
    { kind: 'answered', question: 'substances', reply: { said: [] } },
    { kind: 'answered', question: 'substances', reply: { said: ['alcohol'], unsure: ['opioids', 'other'] } },
    { kind: 'answered', question: 'home_safe', reply: { unknown: 'unsure' } },
    { kind: 'answered', question: 'religion', reply: { unknown: 'declined' } },
  ],
  kept: [{ kind: 'kept', question: 'age' }],
  'went-back': [{ kind: 'went-back' }],
  jumped: [{ kind: 'jumped', to: 'age' }],
  noted: [
    { kind: 'noted', text: 'call after six' },
    { kind: 'noted', question: 'age', text: 'line\nbreak, \u2028, "quotes", \u0000, \u{1f4de}' },
  ],
  'panel-opened': [{ kind: 'panel-opened' }],
  'panel-logged': [{ kind: 'panel-logged', done: 'asked for the address' }],
  'panel-closed': [{ kind: 'panel-closed' }],
  'went-on': [{ kind: 'went-on' }],
  ended: [{ kind: 'ended' }, { kind: 'ended', disposition: 'wrong-service' }],
  overrode: [
    { kind: 'overrode', override: null },
    { kind: 'overrode', override: { level: 'iop', code: 'transport' } },
    { kind: 'overrode', override: { level: 'residential', code: 'other', note: 'asked for by the court' } },
  ],
  reviewed: [{ kind: 'reviewed' }],
  spoke: [{ kind: 'spoke', language: 'es' }],
  'handed-off': [
    { kind: 'handed-off', handOff: { program: 'A program', outcome: 'no-answer', how: 'message' } },
    {
      kind: 'handed-off',
      handOff: {
        program: 'A program',
        programId: 'a-program',
        outcome: 'accepted',
        how: 'appointment',
        by: 'intake nurse',
        appointment: '2026-11-24',
        note: 'bring a card',
      },
    },
  ],
  paused: [{ kind: 'paused' }],
  resumed: [{ kind: 'resumed' }],
  disclosed: [
    { kind: 'disclosed', disclosure: { for: 'emergency', to: 'the crew on duty', by: 'the counselor' } },
    { kind: 'disclosed', disclosure: { for: 'program', to: 'a program', by: 'us', because: 'referral' } },
    { kind: 'disclosed', disclosure: { for: 'emergency', basis: 'emergency', sections: ['danger', 'caller'] } },
  ],
} satisfies { readonly [Kind in CallEvent['kind']]: EventsOf<Kind> };

export const EVENTS: readonly CallEvent[] = Object.values(EXAMPLES).flat();
