import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runProgram } from './run-program.ts';

/**
 * A transcript is a page of Markdown with calls of the program, each followed by what it printed and how it ended:
 * a line `$ intakeline …` in backquotes, a fence `text` (standard output), a fence `stderr`, and `Exit code: N`.
 */
const CALL = /^`\$ intakeline ?(?<line>[^`]*)`\n\n(?:(?<fence>`{3,})[\s\S]*?\nExit code: \d+|Exit code: \d+)/gm;

const folder = 'test/transcripts';
const pages = readdirSync(folder).filter((name) => name.endsWith('.md'));

test('there are transcripts', () => {
  expect(pages.length).toBeGreaterThan(2);
});

for (const page of pages) {
  const path = `${folder}/${page}`;
  const text = readFileSync(path, 'utf8');
  const calls = [...text.matchAll(CALL)].map(([part, line = '']) => ({ part, line }));

  test(`${page} shows a result for every call`, () => {
    expect(calls.length).toBeGreaterThan(0);
    expect(calls.length).toBe(text.match(/^`\$ intakeline/gm)?.length);
  });

  for (const { part, line } of calls) {
    test(`${page}: intakeline ${line}`, () => {
      const played = transcriptOf(line);
      if (process.env['UPDATE_TRANSCRIPTS'] === '1') {
        writeFileSync(
          path,
          readFileSync(path, 'utf8').replace(part, () => played),
        );
        return;
      }
      expect(played).toBe(part);
    });
  }
}

/** Performs a call and writes down what happened. */
function transcriptOf(line: string): string {
  const { args, input } = parse(line);
  const { stdout, stderr, status } = runProgram(args, input);
  return [
    `\`${`$ intakeline ${line}`.trimEnd()}\``,
    ...fenced('text', stdout),
    ...fenced('stderr', stderr),
    `Exit code: ${status}`,
  ].join('\n\n');
}

/** Splits a line like a shell would, as far as transcripts need it: quotes, and `< file`. */
function parse(line: string): { readonly args: readonly string[]; readonly input: string } {
  const words = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
  const from = words.indexOf('<');
  const file = from < 0 ? undefined : words[from + 1];
  return { args: from < 0 ? words : words.slice(0, from), input: file === undefined ? '' : readFileSync(file, 'utf8') };
}

function fenced(name: string, content: string): readonly string[] {
  if (content === '') return [];
  const fence = content.includes('```') ? '````' : '```';
  return [`${fence}${name}\n${content}${content.endsWith('\n') ? '' : '\n'}${fence}`];
}
