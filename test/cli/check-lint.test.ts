import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { witnessYaml } from '../../src/analysis/witness-yaml.ts';
import { checkFolder } from '../../src/cli/check-folder.ts';
import { loadContent } from '../../src/cli/content.ts';
import { contentFiles } from '../../src/cli/content-files.ts';
import { decideCaller } from '../../src/cli/decide-caller.ts';
import { readAnswers } from '../../src/questionnaire/read-answers.ts';
import { FIXTURES, valueIn } from '../fixtures/read-fixture.ts';
import { soundContent } from '../fixtures/sound-content.ts';

const folder = mkdtempSync(join(tmpdir(), 'intakeline-lint-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** One fault in content that has no other: what stands there, what is written instead, and what must be found. */
interface Planted {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly expect: string;
  /** The text at which it is found, in the same file or in `file: text`. */
  readonly at: string;
  /** The unusual answers of the caller who shows it, where there is one. */
  readonly caller?: Readonly<Record<string, unknown>>;
}

const PLANTED = readdirSync(join(FIXTURES, 'lint')).map((name): readonly [string, Planted] => [
  name.replace('.yaml', '').replaceAll('-', ' '),
  parse(readFileSync(join(FIXTURES, 'lint', name), 'utf8'), { version: '1.2' }),
]);

/** What the cases and properties make of a changed rule is another matter. */
const OF_CHANGED_RULES = ['case-failed', 'missing-case', 'property-broken'];

test('the content in which faults are planted has none', async () => {
  expect((await checkFolder(soundContent(folder))).problems).toEqual([]);
});

test.each(PLANTED)(
  '%s: it is found where it stands, with the caller who shows it, and nothing else is',
  async (_, planted) => {
    const copy = soundContent(folder);
    const path = join(copy, planted.file);
    const before = readFileSync(path, 'utf8');
    expect(before.split(planted.from).length).toBe(2);
    writeFileSync(path, before.replace(planted.from, planted.to));
    const problems = (await checkFolder(copy)).problems.filter(({ code }) => !OF_CHANGED_RULES.includes(code));
    expect(problems.map(({ code }) => code)).toEqual([planted.expect]);
    const [problem] = problems;
    const [file, at] = planted.at.startsWith('questionnaire.yaml: ')
      ? ['questionnaire.yaml', planted.at.slice('questionnaire.yaml: '.length)]
      : [planted.file, planted.at];
    const lines = readFileSync(join(copy, file), 'utf8').split('\n');
    const line = lines.findIndex((text) => text.includes(at));
    expect(problem?.file).toBe(join(copy, file));
    expect(problem?.position).toMatchObject({ line: line + 1, column: (lines[line] ?? '').indexOf(at) + 1 });
    const { witness } = problem ?? {};
    expect(witness && Object.fromEntries(witness.differing.map((id) => [id, witness.answers[id]]))).toEqual(
      planted.caller,
    );
    if (witness === undefined) return;
    const content = valueIn(await loadContent({ folder: copy }, contentFiles()));
    const policy = content.policies.find(({ id }) => id === witness.policy);
    const document = valueIn(
      await readAnswers({ file: 'w' }.file, witnessYaml(witness, 'something'), content.questionnaire),
    );
    expect(policy && decideCaller(document, content, { policy, place: copy }).problems).toEqual([]);
  },
);
