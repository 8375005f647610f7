import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadContent } from '../../src/cli/content.ts';
import { contentFiles } from '../../src/cli/content-files.ts';
import type { FileText } from '../../src/problems/file-fault.ts';
import type { ProblemCode } from '../../src/problems/problem.ts';

const SHIPPED = 'questionnaires/adult-intake';

/** A slip that somebody may make in the shipped content: what stands there, what is written instead, and the faulty part of that. */
interface Slip {
  readonly file: string;
  readonly code: ProblemCode;
  readonly from: string;
  readonly to: string;
  readonly faulty: string;
}

function slip(file: string, code: ProblemCode, from: string, [good, faulty]: readonly [string, string]): Slip {
  return { file, code, from, to: from.replace(good, faulty), faulty };
}

/** Each is independent of the others and breaks one thing: half of them the shape of a file, half of them its meaning. */
const SLIPS: readonly Slip[] = [
  slip('questionnaire.yaml', 'wrong-value', "type: yes-no\n    say:\n      en: I'm glad", ['yes-no', 'yes_no']),
  slip('questionnaire.yaml', 'unknown-key', 'unordered: Who calls changes', ['unordered', 'unordred']),
  slip('questionnaire.yaml', 'unknown-fact', '{ role: other }\n    unordered: Whether the facts', ['role', 'rolle']),
  slip('questionnaire.yaml', 'wrong-type', 'max: 120', ['120', '12O']),
  slip('questionnaire.yaml', 'unknown-section', 'section: caller\n    type: phone', ['caller', 'caler']),
  slip('questionnaire.yaml', 'unknown-support', 'supports: [family-support]', ['family-support', 'family-suport']),
  slip('policies/intake-line.yaml', 'unknown-option', 'when: { harm: present }', ['present', 'presnt']),
  slip('policies/intake-line.yaml', 'unquoted-text', '{ at_least: inpatient }\n    because:\n      en: When', [
    'inpatient',
    '3.75',
  ]),
  slip('policies/intake-line.yaml', 'unknown-citation', 'cites: [inspire-recovery#I4]', ['#I4', '#I99']),
  slip('policies/intake-line.yaml', 'unknown-policy', 'extends: [safety]', ['safety', 'safty']),
  slip('policies/intake-line.yaml', 'wrong-value', 'date: 2026-11-22', ['2026-11-22', 'tomorrow']),
  slip('levels.yaml', 'unquoted-text', 'hours: { en: staff around the clock', ['staff around the clock', '987']),
  slip('levels.yaml', 'unknown-citation', 'cites: [inspire-recovery#I1, practice#J]', ['recovery', 'recovry']),
  slip('emergency.yaml', 'unknown-line', 'lines: [emergency-911', ['emergency-911', 'emergency-912']),
  slip('sources.yaml', 'unknown-citation', 'for: [iop-explainer#E4c', ['E4c', 'E44']),
  slip('sources.yaml', 'unknown-option', 'opioids: dependent }]\n    says:\n      en: >-\n        A mental-health', [
    'dependent',
    'dependant',
  ]),
  slip('sources.yaml', 'wrong-type', 'short: { same: Pride Institute }', ['{ same: Pride Institute }', '[Pride]']),
  slip('directory.yaml', 'wrong-type', 'stale_after_days: 180', ['180', 'ninety']),
  slip('directory.yaml', 'wrong-value', 'verified_on: 2026-11-22', ['2026-11-22', 'lately']),
];

function shipped(file: string): string {
  return readFileSync(join(SHIPPED, file), 'utf8');
}

function withSlips(file: string, slips: readonly Slip[]): string {
  return slips.filter((one) => one.file === file).reduce((text, { from, to }) => text.replace(from, to), shipped(file));
}

/** `file:line code` of every problem in the shipped content with these slips, in the order in which they are reported. */
async function found(slips: readonly Slip[]): Promise<readonly string[]> {
  const files = contentFiles();
  const read = (path: string): FileText => {
    const file = path.slice(SHIPPED.length + 1);
    return { ok: true, text: withSlips(file, slips), sha256: path };
  };
  const { ok, problems } = await loadContent({ folder: SHIPPED }, { ...files, read, built: () => undefined });
  expect(ok).toBe(slips.length === 0);
  return problems.map(({ file, position, code }) => `${file}:${position?.line} ${code}`);
}

/** The same as it must be: one problem for each slip, in its line, and no other. */
function planted(slips: readonly Slip[]): readonly string[] {
  return slips.map(({ file, code, faulty }) => {
    const text = withSlips(file, slips);
    return `${SHIPPED}/${file}:${text.slice(0, text.indexOf(faulty)).split('\n').length} ${code}`;
  });
}

test('every slip changes the text, in a way that is found nowhere else in it', () => {
  for (const { file, from, to, faulty } of SLIPS) {
    expect(shipped(file)).toContain(from);
    expect(shipped(file)).not.toContain(faulty);
    expect(to).toContain(faulty);
  }
});

test('all slips at once are all found in one pass', async () => {
  expect((await found(SLIPS)).toSorted()).toEqual(planted(SLIPS).toSorted());
}, 20_000);

test('any slips together are found, each once, and nothing else is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.subarray([...SLIPS], { minLength: 1 }), async (slips) => {
      expect((await found(slips)).toSorted()).toEqual(planted(slips).toSorted());
    }),
    { numRuns: 12 },
  );
}, 60_000);
