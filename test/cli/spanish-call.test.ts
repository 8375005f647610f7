import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { inLanguage } from '../../src/questionnaire/in-words.ts';
import { shippedContent } from '../fixtures/shipped.ts';
import { typedCall } from '../fixtures/typed-call.ts';
import { runProgram } from './run-program.ts';

const folder = mkdtempSync(join(tmpdir(), 'intakeline-spanish-'));
afterAll(() => rmSync(folder, { recursive: true }));

const DAY = ['--today', '2026-11-22'];
const { questionnaire } = await shippedContent();

/** A whole call taken in a language, with the same keys typed whatever it is. */
function callIn(language: string) {
  const env = { XDG_STATE_HOME: join(folder, language) };
  const typed = typedCall('iop').map((line) => `${line}\n`);
  const ended = runProgram(['interview', '--language', language, '--format', 'answers', ...DAY], typed.join(''), env);
  const id = /--resume (\S+)/.exec(ended.stderr)?.[1] ?? 'none';
  const [header = '{}', ...lines] = readFileSync(join(folder, language, 'intakeline', `${id}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n');
  const events: readonly unknown[] = lines.map((line) => JSON.parse(line).event);
  return { env, ended, id, header: JSON.parse(header), events };
}

const [english, spanish] = [callIn('en'), callIn('es')];

test('a call in Spanish is asked in Spanish, from the first question on', () => {
  expect(spanish.ended.status).toBe(0);
  const asked = questionnaire.questions.filter(({ id }) => JSON.stringify(spanish.events).includes(`"${id}"`));
  expect(asked.length).toBeGreaterThan(30);
  const [heard, heardInEnglish] = [spanish, english].map(({ ended }) => ended.stderr.replace(/\s+/g, ' '));
  for (const { say } of asked) {
    expect(heard).toContain(inLanguage(say, 'es'));
    expect(heard).not.toContain(inLanguage(say, 'en'));
    expect(heardInEnglish).toContain(inLanguage(say, 'en'));
  }
});

test('its journal and its answers hold ids only: but for the name of the language they are those of the English call', () => {
  expect(spanish.header.language).toBe('es');
  expect(spanish.events).toEqual(english.events);
  expect(parse(spanish.ended.stdout)).toEqual(parse(english.ended.stdout));
});

test('it can be read and gone on with in English, and decides as the English call does', () => {
  const resume = ['interview', '--resume', spanish.id, '--language', 'en', '--format', 'answers', ...DAY];
  const resumed = runProgram(resume, 'accept-answers\n', spanish.env);
  expect([resumed.status, resumed.stdout]).toEqual([0, english.ended.stdout]);
  const [inEnglish, inSpanish] = [english, spanish].map(({ ended, env }) =>
    JSON.parse(runProgram(['decide', '-', '--format', 'json', ...DAY], ended.stdout, env).stdout),
  );
  expect(inSpanish).toEqual(inEnglish);
});
