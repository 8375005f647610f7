import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { EXIT_STATUSES, STATUS_MEANINGS } from '../src/cli/outcome.ts';
import { runProgram } from './cli/run-program.ts';

const description = JSON.parse(readFileSync('package.json', 'utf8'));
const read = (page: string): string => readFileSync(page, 'utf8');

test('every dependency at run time has its line in ARCHITECTURE.md, with its version', () => {
  const lines = read('ARCHITECTURE.md')
    .match(/^\| [@a-z/-]+ [0-9.]+ \|/gm)
    ?.map((line) => line.slice(2, -2));
  const packages = Object.entries(description.dependencies).map(([name, version]) => `${name} ${version}`);
  expect(lines?.sort()).toEqual(packages.sort());
});

test('the exit statuses of the README are those of the program', () => {
  const rows = [...read('README.md').matchAll(/^\| ([0-9]+) \| (.*) \|$/gm)].map(([, status, meaning]) => [
    Number(status),
    meaning,
  ]);
  const outcomes = ['fine', 'found-something', 'could-not-run', 'our-fault', 'interrupted'] as const;
  expect(rows).toEqual(outcomes.map((outcome) => [EXIT_STATUSES[outcome], STATUS_MEANINGS[outcome]]));
});

test('every link to a file in the pages leads to one', () => {
  for (const page of ['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md', 'CHANGELOG.md']) {
    const links = [...read(page).matchAll(/\]\(([^):#]+)\)/g)].map(([, path]) => path ?? '');
    expect(links.filter((path) => !existsSync(path))).toEqual([]);
  }
});

test('the scripts that the pages name exist', () => {
  const named = ['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md', '.ci/run'].flatMap((page) =>
    [...read(page).matchAll(/\bnpm (?:run ([a-z:]+)|(test|start)\b)/g)].map(([, run, plain]) => run ?? plain ?? ''),
  );
  expect(named.length).toBeGreaterThan(4);
  expect(named.filter((name) => description.scripts[name] === undefined)).toEqual([]);
});

test('the answers of the README can be decided', () => {
  const [, yaml = ''] = /```yaml\n(format: intakeline\/answers\/[\s\S]*?)```/.exec(read('README.md')) ?? [];
  expect(runProgram(['decide', '-'], yaml)).toMatchObject({ status: 0, stderr: '' });
});

test('every command line of the README is one that the program knows', () => {
  const lines = [...read('README.md').matchAll(/^node bin\/intakeline\.js (.*?)(?:\s+#.*)?$/gm)].map(
    ([, line]) => line ?? '',
  );
  expect(lines.length).toBeGreaterThan(4);
  for (const line of lines) {
    const ended = runProgram([...line.split(' '), '--help']);
    expect([line, ended.status, ended.stderr]).toEqual([line, 0, '']);
  }
});

test('the help of `check` and the README name everything that it checks', () => {
  const { stdout } = runProgram(['check', '--help']);
  expect(stdout.replace(/\s+/g, ' ')).toContain("a questionnaire's folder, an answers file or a mapping");
  expect(read('README.md')).toContain("a questionnaire's folder, an answers file or a mapping");
});

test('what the lines of the README save at the top level is ignored there, and nowhere else', () => {
  const lines = read('.gitignore').split('\n');
  for (const line of ['/*.html', '/*.csv', '/*.tsv', '/*.xlsx', '/*.gz', '/*.sql', '/rejects/', '.intakeline-*.tmp'])
    expect(lines).toContain(line);
  const saved = [...read('README.md').matchAll(/(?:--(?:out|report|draft-mapping)|>) ([a-z.-]+\.[a-z]+)\b/g)];
  expect(saved.length).toBeGreaterThan(3);
  const isIgnored = (name: string): boolean =>
    lines.includes(`/*.${name.split('.').at(-1)}`) || lines.includes(`/${name.split('.')[0]}*`);
  expect(saved.map(([, name = '']) => name).filter((name) => !isIgnored(name))).toEqual([]);
});
