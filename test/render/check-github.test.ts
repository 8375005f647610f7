import { expect, test } from 'vitest';
import { checkGithub } from '../../src/render/check-github.ts';
import type { ReportedProblem } from '../../src/render/check-report.ts';

const PROBLEM: ReportedProblem = {
  code: 'idle-rule',
  title: 'rule that can never decide',
  severity: 'error',
  file: 'site/policies/a.yaml',
  position: { line: 7, column: 9, length: 4 },
  message: '`rule` holds for nobody',
  remedy: undefined,
  excerpt: undefined,
};

/** What GitHub's runner makes of a line, as its own toolkit describes it. */
function readCommand(line: string): { command: string; properties: Record<string, string>; message: string } {
  const [, command = '', list = '', data = ''] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? [];
  const unescaped = (text: string): string =>
    text
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%');
  const properties = list.split(',').map((one) => {
    const at = one.indexOf('=');
    return [one.slice(0, at), unescaped(one.slice(at + 1))] as const;
  });
  return { command, properties: Object.fromEntries(properties), message: unescaped(data) };
}

function annotation(problem: Partial<ReportedProblem>): string {
  const text = checkGithub([{ place: 'site', problems: [{ ...PROBLEM, ...problem }], checked: [] }]);
  return text.slice(0, text.indexOf('\n'));
}

test('an annotation says where, what and of which kind', () => {
  expect(annotation({})).toBe(
    '::error file=site/policies/a.yaml,line=7,col=9,endColumn=13,title=rule that can never decide [idle-rule]::`rule` holds for nobody',
  );
  expect(annotation({ severity: 'warning', position: undefined })).toBe(
    '::warning file=site/policies/a.yaml,title=rule that can never decide [idle-rule]::`rule` holds for nobody',
  );
});

test('whatever stands in a name or a message comes back as it was, on one line', () => {
  const odd = 'C:\\a,b%2C::error\r\nfile=x, 100 % :: %0A%25';
  const line = annotation({ file: odd, title: odd, message: odd, remedy: odd });
  expect(line).not.toMatch(/[\r\n]/);
  expect(readCommand(line)).toEqual({
    command: 'error',
    properties: { file: odd, line: '7', col: '9', endColumn: '13', title: `${odd} [idle-rule]` },
    message: `${odd}\n${odd}`,
  });
});

test('the caller and the remedy stand below the message, and the sums below the annotations', () => {
  const witness = { questionnaire: 'small', answers: { role: 'self', has_home: 'no' }, differing: ['has_home'] };
  const problem = { ...PROBLEM, remedy: 'delete it', witness };
  const text = checkGithub([{ place: 'site', problems: [problem], checked: [{ what: 'rules', count: 3 }] }]);
  const [line = '', ...rest] = text.split('\n');
  expect(readCommand(line).message).toBe('`rule` holds for nobody\ndelete it\ncaller: has_home: no');
  expect(rest).toEqual(['site: 1 error in 3 rules', '']);
});
