import { expect, test } from 'vitest';
import { collect } from '../../src/documents/collect.ts';
import { composedDocument } from '../../src/documents/composed.ts';
import type { Document } from '../../src/documents/document.ts';

/** A document whose lines are named by the first step of the way to them. */
function written(
  file: string,
  lines: Readonly<Record<string, number>>,
  flaws: Document<unknown>['flaws'] = [],
): Document<unknown> {
  return {
    file,
    value: {},
    at: (path) => ({ line: lines[path.join('.')] ?? 1, column: 1, length: 1 }),
    excerpt: (position) => `${file}:${position?.line}`,
    isPrivate: false,
    flaws,
  };
}

const main = written('main.yaml', { 'questions.0': 7, title: 2 });
const added = written('added.yaml', { 'items.3': 40, 'items.3.say': 41 });
const value = { title: 'Both', questions: [{ id: 'own' }, { id: 'added' }] };
const origins = [{ path: ['questions', 1], document: added, at: ['items', 3] }];

function problemsAt(path: readonly (string | number)[]) {
  const { report, problems } = collect(composedDocument(main, value, origins));
  report({ code: 'wrong-value', path, message: 'is wrong' });
  return problems;
}

test('reports a part in the file in which it was written, below it as well', () => {
  expect(problemsAt(['questions', 1, 'say'])).toMatchObject([
    { file: 'added.yaml', position: { line: 41 }, excerpt: 'added.yaml:41' },
  ]);
  expect(problemsAt(['questions', 0])).toMatchObject([{ file: 'main.yaml', position: { line: 7 } }]);
});

test('reports through a composed document that is part of another one', () => {
  const inner = composedDocument(main, value, origins);
  const outer = composedDocument(written('outer.yaml', {}), {}, [{ path: ['whole'], document: inner, at: [] }]);
  const { report, problems } = collect(outer);
  report({ code: 'wrong-value', path: ['whole', 'questions', 1], message: 'is wrong' });
  expect(problems).toMatchObject([{ file: 'added.yaml', position: { line: 40 } }]);
});

test('is a draft where any of its files is one, and reports nothing of what stands in for a part', () => {
  const flawed = written('added.yaml', {}, [{ path: ['items', 3, 'say'] }]);
  const draft = composedDocument(main, value, [{ path: ['questions', 1], document: flawed, at: ['items', 3] }]);
  expect(draft.flaws).toEqual([{ path: ['questions', 1, 'say'] }]);
  const { report, problems } = collect(draft);
  report({ code: 'wrong-value', path: ['questions', 1, 'say'], message: 'is wrong' });
  expect(problems).toEqual([]);
  const elsewhere = written('added.yaml', {}, [{ path: ['left-out'] }]);
  expect(
    composedDocument(main, value, [{ path: ['questions', 1], document: elsewhere, at: ['items', 3] }]).flaws,
  ).toHaveLength(1);
});
