import { expect, test } from 'vitest';
import { hadEmergency } from '../../src/interview/call-status.ts';
import type { CallEvent } from '../../src/interview/model.ts';
import { ended, jumped, logged, PANEL, RESUMED, said, WENT_ON } from './play.ts';
import { CALL, stateAfter } from './shipped-dialogue.ts';

const START = [said('danger_now', 'no'), said('role', 'self')];
const PLAN = said('self_harm', ['plan']);

test.each<readonly [string, readonly CallEvent[]]>([
  ['stopped', [PLAN]],
  ['stopped, gone on and cut off', [PLAN, WENT_ON, ended('dropped')]],
  ['taken up again', [PLAN, ended('dropped'), RESUMED]],
  ['stopped by what the answers add up to', [said('self_harm', ['thoughts', 'means-at-hand', 'cannot-stay-safe'])]],
  ['ended as an emergency', [PANEL, ended()]],
  ['worked on in the panel', [PANEL, logged('rang 911'), ended('silent')]],
])('there was an emergency in a call that was %s', (_what, events) => {
  expect(hadEmergency(CALL, stateAfter([...START, ...events]))).toBe(true);
});

test.each<readonly [string, readonly CallEvent[]]>([
  ['went on', []],
  ['was cut off', [ended('dropped')]],
  ['had a slip corrected', [said('danger_now', 'yes'), said('danger_now', 'no')]],
  ['had the panel opened alone', [PANEL, ended('dropped')]],
  ['told of a wish to be dead', [said('self_harm', ['wish-dead'])]],
  ['was gone through', [jumped('role')]],
])('there was none in a call that %s', (_what, events) => {
  expect(hadEmergency(CALL, stateAfter([...START, ...events]))).toBe(false);
});
