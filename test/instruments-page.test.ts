/** What docs/instruments.md tells a site to write, written into a copy of the adult intake. */

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadContent } from '../src/cli/content.ts';
import { contentFiles } from '../src/cli/content-files.ts';
import { decideAnswers } from '../src/cli/decide-caller.ts';
import type { FactValue } from '../src/conditions/model.ts';
import { valueIn } from './fixtures/read-fixture.ts';
import { contentIncluding, edit, SHIPPED_MODULES } from './fixtures/with-modules.ts';

const parent = mkdtempSync(join(tmpdir(), 'intakeline-page-'));
afterAll(() => rmSync(parent, { recursive: true }));

const page = readFileSync('docs/instruments.md', 'utf8');
const [include = '', rule = '', panel = '', module = ''] = [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(
  ([, block]) => block,
);

test('a site includes an instrument and reads its fact in a rule', async () => {
  const folder = join(parent, 'site');
  cpSync('questionnaires/adult-intake', folder, { recursive: true });
  edit(join(folder, 'questionnaire.yaml'), (text) => `${text}\n${include}`);
  edit(join(folder, 'policies', 'intake-line.yaml'), (text) => `${text}${rule}`);
  const content = valueIn(await loadContent({ folder }, contentFiles()));
  const ids = content.questionnaire.questions.map(({ id }) => id);
  expect(ids.slice(ids.indexOf('mind_effect')).slice(0, 3)).toEqual(['mind_effect', 'phq2_interest', 'phq2_low']);
  const policy = content.policies.find(({ id }) => id === 'intake-line');
  if (policy === undefined) throw new Error('no policy');
  const ruleOf = (low: string): string | undefined => {
    const values = new Map<string, FactValue>([
      ['role', 'self'],
      ['phq2_interest', 'several-days'],
      ['phq2_low', low],
    ]);
    const answers = { questionnaire: 'adult-intake', values, unknown: new Map(), unknownOptions: new Map() };
    const { decision } = valueIn(decideAnswers(content, { policy, answers, place: folder }));
    return decision.holding.includes('screened-low-mood') ? 'certain' : 'no';
  };
  expect(ruleOf('more-than-half')).toBe('certain'); // 1 and 2 points: the limit is 3
  expect(ruleOf('several-days')).toBe('no');
});

test('the module on the page is one', async () => {
  const folder = contentIncluding(parent, '  - { module: modules/sleep, section: use }\n');
  mkdirSync(join(folder, 'modules'));
  writeFileSync(join(folder, 'modules', 'sleep.yaml'), module);
  expect((await loadContent({ folder }, contentFiles())).problems).toEqual([]);
  expect(panel).toMatch(/^panel: \[/);
});

test('the page names every shipped module twice', () => {
  for (const name of SHIPPED_MODULES) {
    const rows = page.split('\n').filter((line) => line.startsWith('|') && line.includes(`\`${name}\``));
    expect([name, rows.length]).toEqual([name, 2]);
  }
});
