import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runProgram } from './run-program.ts';

/** A folder whose one policy counts pairs of answers that stand far apart, in no order that would bring them together. */
const folder = mkdtempSync(join(tmpdir(), 'intakeline-budget-'));
afterAll(() => rmSync(folder, { recursive: true }));
cpSync('test/fixtures/small', folder, { recursive: true });
for (const id of ['strict', 'back']) rmSync(join(folder, 'policies', `${id}.yaml`));

const ASKED = 64;
const question = (index: number): string =>
  `  - { id: far_${index}, section: use, type: yes-no, say: Number ${index}?, worse: yes }\n`;
const pairs = Array.from({ length: ASKED }, (_, index) => [index, (index * 37 + 11) % ASKED]);
const far = `count: { of: [${pairs.map(([one, other]) => `{ far_${one}: yes, far_${other}: yes }`).join(', ')}], at_least: 12 }`;
const questionnaire = readFileSync(join(folder, 'questionnaire.yaml'), 'utf8');
const asked = Array.from({ length: ASKED }, (_, index) => question(index)).join('');
writeFileSync(join(folder, 'questionnaire.yaml'), questionnaire.replace('facts:\n', `${asked}facts:\n`));
const rule = (id: string, when: string): string =>
  `  - { id: ${id}, when: { ${when} }, then: { at_least: php }, because: B., cites: [book#A1] }\n`;
const base = readFileSync(join(folder, 'policies', 'base.yaml'), 'utf8');
writeFileSync(
  join(folder, 'policies', 'base.yaml'),
  `${base}${rule('near', 'home_use: heavy, far_1: yes')}${rule('far-apart', far)}`,
);

const ANSWERS = 'format: intakeline/answers/1\nquestionnaire: small\nanswers: { has_home: "no" }\n';
const NAMED = /policy `base` needs more than \d+ (nodes|remembered steps); most come from rule `far-apart` \(\d+\)/;

test.each([
  ['check', ['check', folder], 'stdout', 1],
  ['decide', ['decide', '-', '--policy', 'base', '--questionnaire', folder], 'stderr', 2],
  ['sql', ['sql', '--policy', 'base', '--questionnaire', folder], 'stderr', 2],
  ['score', ['score', '-', '--policy', 'base', '--questionnaire', folder], 'stderr', 2],
] as const)(
  '%s ends within seconds, and names the rule that is too large',
  (_, args, where, status) => {
    const start = performance.now();
    const ended = runProgram(args, ANSWERS);
    expect(ended[where]).toMatch(NAMED);
    expect(ended.status).toBe(status);
    expect(performance.now() - start).toBeLessThan(40_000); // alone on the machine, a few seconds
  },
  60_000,
);
