import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadContent } from '../../src/cli/content.ts';
import { contentFiles } from '../../src/cli/content-files.ts';
import { readAnswers } from '../../src/questionnaire/read-answers.ts';
import { shippedContent } from '../fixtures/shipped.ts';
import { soundContent } from '../fixtures/sound-content.ts';
import { runProgram } from './run-program.ts';

const folder = mkdtempSync(join(tmpdir(), 'intakeline-places-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['a folder that is not there', 'nowhere', 'file-missing', 'there is no such folder'],
  ['a folder of other files', 'docs', 'file-missing', 'it has no `questionnaire.yaml`'],
  ['a file', 'docs/examples/iop.yaml', 'file-unreadable', 'this is a file, not a folder'],
])('%s is no questionnaire, which is one problem', async (_, place, code, said) => {
  const { ok, problems } = await loadContent({ folder: place }, contentFiles());
  expect(ok).toBe(false);
  expect(problems).toMatchObject([{ code, file: place, message: expect.stringContaining(said) }]);
});

test.each([
  ['docs/policies.md', readFileSync('README.md', 'utf8')],
  ['intakes.csv', readFileSync('docs/examples/intakes.csv', 'utf8')],
  ['LICENSE', readFileSync('LICENSE', 'utf8')],
  ['half.yaml', 'answers:\n  role: self\n'],
])('%s is no answers file, which is one problem that shows nothing of it', async (file, text) => {
  const { questionnaire } = await shippedContent();
  const { ok, problems } = await readAnswers(file, text, questionnaire);
  expect(ok).toBe(false);
  expect(problems).toMatchObject([{ code: 'no-content', excerpt: undefined }]);
  expect(problems[0]?.remedy).toContain('`intakeline score`');
});

test.each([
  ['format: intakeline/answers/1\nanswers:\n  role: self\n', 'missing-key'],
  ['{ "answers": {}, "format": "intakeline/answers/1" }', 'missing-key'],
])('what names its format is told all that is wrong with it', async (text, code) => {
  const { questionnaire } = await shippedContent();
  const { problems } = await readAnswers('caller.yaml', text, questionnaire);
  expect(problems.map((problem) => problem.code)).toContain(code);
});

test('marginals are checked alone against a questionnaire', () => {
  const shipped = 'questionnaires/adult-intake/marginals.yaml';
  expect(runProgram(['check', shipped])).toMatchObject({ status: 0, stdout: expect.stringContaining('no problems') });
  const other = runProgram(['check', shipped, '--questionnaire', 'test/fixtures/small']);
  expect(other).toMatchObject({ status: 1, stdout: expect.stringContaining('[wrong-questionnaire]') });
});

test('a policy beside no questionnaire is not sent to a folder that is none', () => {
  const path = join(folder, 'safety.yaml');
  cpSync('questionnaires/adult-intake/policies/safety.yaml', path);
  const ended = runProgram(['check', path]);
  expect(ended.status).toBe(2);
  expect(ended.stderr).not.toContain('`intakeline check ');
});

test('where no finding has a caller it is said that none was saved', () => {
  const callers = join(folder, 'callers');
  const ended = runProgram(['check', soundContent(folder), '--witnesses', callers]);
  expect(ended.stderr).toContain(`nothing saved in \`${callers}\``);
  expect(existsSync(callers)).toBe(false);
});

test('a checkout that was never built says what to do, and nothing else', () => {
  const copy = join(folder, 'checkout');
  mkdirSync(join(copy, 'bin'), { recursive: true });
  cpSync('bin/intakeline.js', join(copy, 'bin/intakeline.js'));
  writeFileSync(join(copy, 'package.json'), '{ "type": "module" }');
  const run = () => spawnSync(process.execPath, [join(copy, 'bin/intakeline.js')], { encoding: 'utf8' });
  expect(run()).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('run `npm ci` in ') });
  // A fault of the program itself is shown as what it is.
  mkdirSync(join(copy, 'dist'));
  writeFileSync(join(copy, 'dist/run.js'), "import './not-there.js';\n");
  expect(run().stderr).toContain('not-there.js');
});
