import { expect, test } from 'vitest';
import { fileProblem } from '../../src/problems/file-problem.ts';

test.each([
  [{ kind: 'missing' }, 'file-missing'],
  [{ kind: 'directory' }, 'file-unreadable'],
  [{ kind: 'too-large', limit: 1024 }, 'file-too-large'],
  [{ kind: 'not-utf8', offset: 3 }, 'not-utf8'],
  [{ kind: 'unreadable', cause: 'EACCES' }, 'file-unreadable'],
] as const)('%j is %s', (fault, code) => {
  expect(fileProblem('x.yaml', fault)).toMatchObject({ code, severity: 'error', file: 'x.yaml' });
});

test('counts bytes from 1, as editors do', () => {
  expect(fileProblem('x.yaml', { kind: 'not-utf8', offset: 3 }).message).toContain('byte 4');
});
