import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { graphFiles, redrawnPage } from '../.config/draw-graphs.mjs';
import { GRAPH_FORMATS } from '../src/cli/add-graph.ts';
import { runProgram } from './cli/run-program.ts';

const page = readFileSync('docs/graph.md', 'utf8');

test('the pictures are what the program draws now; `npm run fix` draws them anew', () => {
  const files = graphFiles();
  const kept = readdirSync('docs/pictures').filter((file) => file.startsWith('graph-'));
  expect(kept.sort()).toEqual([...files.keys()].map((path) => basename(path)).sort());
  for (const [path, svg] of files) expect([path, readFileSync(path, 'utf8') === svg]).toEqual([path, true]);
});

test('the Mermaid text of the page is what the line above it prints', () => {
  expect(page.match(/^```mermaid\n%% /gm)).toHaveLength(1);
  expect(redrawnPage(page) === page).toBe(true);
});

test('the page shows each picture, and says what is on it', () => {
  const shown = [...page.matchAll(/!\[([^\]]{20,})\]\(pictures\/([^)]+)\)/g)].map(([, , file]) => file);
  expect(shown.sort()).toEqual([...graphFiles().keys()].map((path) => basename(path)).sort());
});

test('the page explains every format', () => {
  const rows = [...page.matchAll(/^\| `([a-z]+)` \| /gm)].map(([, name]) => name);
  expect(rows).toEqual([...GRAPH_FORMATS]);
});

test('every command line of the page is one that the program knows', () => {
  const lines = [...page.matchAll(/^node bin\/intakeline\.js (.*?)(?:\s+#.*)?$/gm)].map(([, line]) => line ?? '');
  expect(lines.length).toBeGreaterThan(4);
  for (const line of lines) {
    const ended = runProgram([...line.split(' '), '--help']);
    expect([line, ended.status, ended.stderr]).toEqual([line, 0, '']);
  }
});

test('the shipped pictures fit what Mermaid draws by default', () => {
  for (const args of [['questions'], ['policy'], ['path', 'docs/examples/iop.yaml']]) {
    const { status, stderr, stdout } = runProgram(['graph', ...args]);
    expect([args, status, stderr]).toEqual([args, 0, '']);
    expect(stdout.length).toBeLessThan(50_000);
  }
});
