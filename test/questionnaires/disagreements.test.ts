import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decide } from '../../src/decision/decide.ts';
import { compileAnswers } from '../../src/questionnaire/compile-answers.ts';
import { readAnswers } from '../../src/questionnaire/read-answers.ts';
import { valueIn } from '../fixtures/read-fixture.ts';
import { PAGES } from '../fixtures/shipped.ts';
import { compiledPolicy, questionnaire } from './shipped-policies.ts';

type Said = 'iop' | 'residential' | 'silent';

/**
 * What the pages say, row by row, of the callers of the transcripts: Pride Institute, the IOP explainer, Inspire Recovery,
 * the cautious guide, the sobriety guide; then the default policy.
 */
const ROWS: Readonly<Record<string, readonly Said[]>> = {
  'treated-anxiety': ['iop', 'iop', 'iop', 'residential', 'iop', 'iop'],
  'severe-use': ['iop', 'iop', 'iop', 'residential', 'iop', 'iop'],
  'drinking-at-home': ['residential', 'iop', 'iop', 'residential', 'iop', 'residential'],
  'stressful-home': ['silent', 'iop', 'iop', 'residential', 'iop', 'iop'],
  'thoughts-of-suicide': ['residential', 'residential', 'residential', 'residential', 'residential', 'residential'],
  'depression-alone': ['iop', 'iop', 'silent', 'iop', 'silent', 'iop'],
  'works-and-pays-alone': ['iop', 'iop', 'iop', 'iop', 'iop', 'iop'],
  'hours-to-ask-for': ['iop', 'iop', 'iop', 'iop', 'iop', 'iop'],
};

/** The pages that themselves name residential care for the caller; for the others it is our reading. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  'treated-anxiety': ['cautious-guide'],
  'severe-use': ['cautious-guide'],
  'thoughts-of-suicide': ['inspire-recovery'],
};

async function decided(caller: string, policy: string) {
  const path = `test/fixtures/callers/${caller}.yaml`;
  const document = valueIn(await readAnswers(path, readFileSync(path, 'utf8'), questionnaire));
  return decide(compiledPolicy(policy), valueIn(compileAnswers(document, questionnaire)));
}

test.each(Object.entries(ROWS))('%s: each policy says what its page says', async (caller, said) => {
  for (const [place, policy] of [...PAGES, 'intake-line'].entries()) {
    const { levels, settled, silent } = await decided(caller, policy);
    expect([settled, silent === 'certain' ? 'silent' : levels.join()], policy).toEqual([true, said[place]]);
  }
});

test.each(Object.keys(ROWS))('%s: a residential level is our reading where the page names no place', async (caller) => {
  for (const policy of PAGES) {
    const { levels, deciding } = await decided(caller, policy);
    if (levels[0] !== 'residential' || deciding.kind !== 'rules') continue;
    const rules = compiledPolicy(policy).policy.rules.filter(({ id }) => deciding.rules.includes(id));
    const named = NAMED[caller]?.includes(policy) ?? false;
    expect(
      rules.some(({ readingOurs }) => !readingOurs),
      policy,
    ).toBe(named);
  }
});

test('the first step for a risk of harm comes from the safety rules, whatever the page', async () => {
  for (const policy of [...PAGES, 'intake-line', 'safety']) {
    const { firstSteps } = await decided('thoughts-of-suicide', policy);
    expect(firstSteps['crisis-assessment-today'], policy).toBe('certain');
  }
});
