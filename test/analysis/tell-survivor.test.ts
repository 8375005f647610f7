import { expect, test } from 'vitest';
import { tellSurvivor } from '../../src/analysis/tell-survivor.ts';
import type { Verdict } from '../../src/decision/evaluate.ts';

const verdict = (result: Verdict['result']): Verdict => ({
  result,
  levelIfScored: 'iop',
  firstSteps: new Set(),
  supports: new Set(),
  actions: new Set(),
  rules: new Set(),
});
const LEVEL = verdict({ kind: 'level', level: 'iop', silent: false });
const SILENT = verdict({ kind: 'level', level: 'information', silent: true });

const told = (before: Verdict, after: Verdict): string =>
  tellSurvivor({
    kind: 'survivor',
    policy: 'base',
    caller: { questionnaire: 'small', answers: {}, differing: [] },
    before: { answers: new Map(), verdict: before },
    after: { answers: new Map(), verdict: after },
  });

test('a page that does not say gives no level, and none is named', () => {
  expect(told(LEVEL, SILENT)).toBe('under `base` `iop` becomes no level, because the page does not say');
  expect(told(SILENT, LEVEL)).toBe('under `base` no level, because the page does not say, becomes `iop`');
});
