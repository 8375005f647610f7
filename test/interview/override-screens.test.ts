import { expect, test } from 'vitest';
import type { Dialogue } from '../../src/interview/dialogue-model.ts';
import { type CallEvent, OVERRIDE_CODES } from '../../src/interview/model.ts';
import { overridableLevels } from '../../src/interview/reach.ts';
import { standingOf } from '../../src/interview/standing.ts';
import { choice, is, rule, yesNo } from '../decision/given.ts';
import { callOf } from './play.ts';
import {
  after,
  chose,
  command,
  dialogueAfter,
  KEPT,
  optionIds,
  shown,
  TEXTS,
  turn,
  typed,
  wordsOf,
} from './shipped-dialogue.ts';

const call = callOf(
  [
    choice('use', ['none', 'some', 'much'], {
      options: ['none', 'some', 'much'].map((id) => ({ id, label: id, synonyms: [] })),
    }),
    yesNo('home', { options: ['yes', 'no'].map((id) => ({ id, label: id, synonyms: [] })) }),
  ],
  [
    rule('some', is('use', 'some', 'much'), { atLeast: 'iop' }),
    rule('much', is('use', 'much'), { atLeast: 'residential' }),
  ],
);
const said = (question: string, value: string): CallEvent => ({ kind: 'answered', question, reply: { said: value } });
const review: Dialogue = dialogueAfter([said('use', 'some'), said('home', 'yes')], { call });

test('the levels that may be chosen are those that the call allows, by name', () => {
  const { field } = shown(after(review, chose('choose-level')));
  const allowed = overridableLevels(call, review.state);
  expect(allowed).toEqual(['information', 'outpatient', 'php', 'residential', 'inpatient']);
  expect(field.kind === 'one' && field.options.map(({ label }) => label)).toEqual(
    allowed.map((id) => TEXTS.levels[id]),
  );
});

test('every reason can be given, and the choice is complete only with what it needs', () => {
  const reasons = after(review, chose('choose-level'), chose('residential'));
  expect(optionIds(shown(reasons).field)).toEqual([...OVERRIDE_CODES]);
  for (const code of OVERRIDE_CODES) {
    const note = after(reasons, chose(code));
    const isNeeded = code === 'other';
    expect(shown(note).field.kept === undefined, code).toBe(isNeeded);
    for (const nothing of [KEPT, typed(' ')]) {
      const { events } = turn(note, nothing);
      expect(events, code).toEqual(isNeeded ? [] : [{ kind: 'overrode', override: { level: 'residential', code } }]);
    }
    expect(turn(note, typed(' a  reason ')).events, code).toEqual([
      { kind: 'overrode', override: { level: 'residential', code, note: 'a reason' } },
    ]);
  }
});

test('less than the rules ask for always needs a note', () => {
  const note = after(review, chose('choose-level'), chose('outpatient'), chose('transport'));
  expect(shown(note).field.kept).toBeUndefined();
  expect(turn(note, KEPT).events).toEqual([]);
  const nothing = turn(note, typed('  '));
  expect([nothing.events, nothing.dialogue.notices]).toEqual([[], ['this choice needs a note']]);
  expect(turn(note, typed('the bus does not run')).events).toHaveLength(1);
});

test('a level that was chosen is shown in the review with its reason, and can be taken back there', () => {
  const chosen = after(review, chose('choose-level'), chose('residential'), chose('other'), typed('asked for'));
  expect(shown(chosen).header.section).toBe('Review');
  expect(wordsOf(shown(chosen))).toContain(
    `${TEXTS.levels.residential}, because there is another reason, which the note gives (asked for)`,
  );
  const { events, dialogue } = turn(after(chosen, chose('choose-level')), chose('withdraw-level'));
  expect(events).toEqual([{ kind: 'overrode', override: null }]);
  expect(dialogue.state.override).toBeUndefined();
  expect(optionIds(shown(after(review, chose('choose-level'))).field)).not.toContain('withdraw-level');
});

test('answers that change the levels take the choice back, and that is said', () => {
  const chosen = after(review, chose('choose-level'), chose('residential'), chose('transport'), KEPT);
  const changed = after(chosen, chose('use'), chose('much'));
  expect(standingOf(call, changed.state).levels).toEqual(['residential']);
  expect(changed.state.override).toBeUndefined();
  expect(changed.notices).toEqual([expect.stringContaining('choose again in the review')]);
  const same = after(chosen, chose('home'), chose('no'));
  expect([same.state.override?.level, same.notices]).toEqual(['residential', []]);
});

test('a step back leads from the note to the reasons and from there to the levels; closing, to the review', () => {
  const note = after(review, chose('choose-level'), chose('residential'), chose('transport'));
  const [reasons, levels] = [after(note, command('back')), after(note, command('back'), command('back'))];
  expect(optionIds(shown(reasons).field)).toEqual([...OVERRIDE_CODES]);
  expect(optionIds(shown(levels).field)).toContain('residential');
  expect(shown(after(note, command('close')))).toEqual(shown(review));
});

test('where the result is certain to be an emergency, or no level is given, none can be chosen', () => {
  const stopping = callOf([yesNo('fire')], [rule('fire', is('fire', 'yes'), { atLeast: 'emergency' })]);
  const went = dialogueAfter([said('fire', 'yes'), { kind: 'went-on' }], { call: stopping });
  expect(went.state.place.kind).toBe('review');
  expect(optionIds(shown(went).field)).toEqual(['accept-answers', 'hand-off', 'fire']);
});
