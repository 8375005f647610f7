import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type Mutable, mutants } from '../../src/analysis/mutate.ts';
import { checkFolder } from '../../src/cli/check-folder.ts';
import { checkMutants } from '../../src/cli/check-mutants.ts';
import { loadContent } from '../../src/cli/content.ts';
import { contentFiles } from '../../src/cli/content-files.ts';
import { judgeSlips, workersFor } from '../../src/cli/slip-runner.ts';
import { ALWAYS } from '../../src/conditions/model.ts';
import { valueIn } from '../fixtures/read-fixture.ts';
import { SURROUNDINGS } from './run-program.ts';

const FOLDER = fileURLToPath(new URL('../fixtures/small', import.meta.url));

async function smallContent() {
  return valueIn(await loadContent({ folder: FOLDER }, { ...contentFiles(), built: () => undefined }));
}

async function mutable(): Promise<Mutable> {
  const { questionnaire, policies, sources, documents } = await smallContent();
  if (documents.questionnaire === undefined) throw new Error('the fixture has no questionnaire');
  const files = { questionnaire: documents.questionnaire, policies: documents.policies };
  return { questionnaire, policies, sources, files, cases: [], properties: [] };
}

test('however many workers share the slips, the report is the same', async () => {
  const alone = await checkFolder(FOLDER, { mutate: true, workers: 0 });
  // There is something that could differ: every fate but one, and callers who show what goes unnoticed.
  expect(alone.mutation?.all.made).toBeGreaterThan(48);
  const { caughtByCase = 0, caughtByProperty = 0, survived = 0 } = alone.mutation?.all ?? {};
  expect(Math.min(caughtByCase, caughtByProperty, survived)).toBeGreaterThan(0);
  expect(alone.problems.filter(({ code }) => code === 'mutant-survives').length).toBe(survived);
  for (const workers of [1, 2, 3])
    expect(JSON.stringify(await checkFolder(FOLDER, { mutate: true, workers }))).toBe(JSON.stringify(alone));
});

test('a few slips, or one processor, need no worker', () => {
  expect([workersFor(20, 8), workersFor(2000, 1), workersFor(2000, 2), workersFor(2000, 64)]).toEqual([0, 0, 2, 8]);
});

test('a worker that fails is a fault of the whole search', async () => {
  const content = await mutable();
  const statement = { kind: 'equivalent-to', policy: 'nowhere', when: ALWAYS } as const;
  const property = { id: 'broken', index: 0, number: undefined, says: 'Nothing.', cites: [], policies: ['base'] };
  const broken: Mutable = { ...content, properties: [{ ...property, statement }] };
  await expect(judgeSlips(broken, mutants(broken), { workers: 2 })).rejects.toThrow('not compiled');
});

test('a slip that is too large to judge is a problem at its place, and counts as nothing else', async () => {
  const content = await smallContent();
  const watch = { cases: [], failing: 0, properties: [] };
  const free = await checkMutants(content, watch, { place: 'small', workers: 0 });
  let partly = 0;
  for (let nodes = 40; nodes < 400; nodes += 16) {
    const budget = { nodes, memo: 1_000_000 };
    const { problems, report } = await checkMutants(content, watch, { place: 'small', workers: 0, budget });
    const tooLarge = problems.filter(({ code }) => code === 'over-budget');
    if (report === undefined) {
      expect(tooLarge.map(({ file, message }) => [file, message])).toEqual([
        ['small', `the search for slips needs more than ${nodes} nodes in all, together with the policies`],
      ]);
      continue;
    }
    const { all } = report;
    expect(tooLarge.length).toBe(all.tooLarge);
    expect(all.made).toBe(free.report?.all.made);
    expect(all.survived + all.equivalent + all.reasonsOnly + all.refused + all.tooLarge).toBe(all.made);
    if (all.tooLarge === 0 || all.survived === 0) continue;
    partly += 1;
    for (const { file, position, message } of tooLarge) {
      expect(file).toMatch(/\.yaml$/);
      expect(position?.line).toBeGreaterThan(1);
      expect(message).toMatch(new RegExp(`^nobody can say who would notice .*: with it .* more than ${nodes} nodes$`));
    }
  }
  expect(partly).toBeGreaterThan(3);
});

test('Ctrl-C in the middle of the search ends the program at once', { timeout: 60_000 }, async () => {
  const child = spawn(process.execPath, ['bin/intakeline.js', 'check', '--mutate'], {
    env: SURROUNDINGS,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => said.push(text.toString()));
  await new Promise((resolve) => setTimeout(resolve, 4000));
  const pressed = performance.now();
  child.kill('SIGINT');
  const [status, signal] = await once(child, 'exit');
  // A shell makes 130 of either.
  expect(status ?? signal).toBe('SIGINT');
  expect(performance.now() - pressed).toBeLessThan(5000);
  expect(said.join('')).toBe('');
});
