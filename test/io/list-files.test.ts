import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { kindOfPath, listFiles } from '../../src/io/list-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'intakeline-list-'));
afterAll(() => rmSync(folder, { recursive: true }));
for (const name of ['b.yaml', 'a.yaml', 'B.yaml', 'notes.md']) writeFileSync(join(folder, name), '');

test('files come by name in code-unit order, whatever the locale and the file system', () => {
  expect(listFiles(folder, '.yaml')).toEqual({
    ok: true,
    files: ['B.yaml', 'a.yaml', 'b.yaml'].map((name) => join(folder, name)),
  });
});

test('no folder is a fault', () => {
  expect(listFiles(join(folder, 'nowhere'), '.yaml')).toEqual({ ok: false, fault: { kind: 'missing' } });
  expect(listFiles(join(folder, 'a.yaml'), '.yaml')).toEqual({ ok: false, fault: { kind: 'not-a-directory' } });
});

test('a path leads to a file, a folder or nowhere', () => {
  expect([folder, join(folder, 'a.yaml'), join(folder, 'nowhere')].map(kindOfPath)).toEqual([
    'folder',
    'file',
    'missing',
  ]);
});
