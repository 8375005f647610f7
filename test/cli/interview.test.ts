import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll, expect, test, vi } from 'vitest';
import { interview } from '../../src/cli/interview.ts';
import { performCommand } from '../../src/cli/program.ts';
import type { CallStreams } from '../../src/io/standard-streams.ts';
import { typedCall, typedRest } from '../fixtures/typed-call.ts';
import { type Ended, runProgram, SURROUNDINGS } from './run-program.ts';

const folder = mkdtempSync(join(tmpdir(), 'intakeline-interview-'));
afterAll(() => rmSync(folder, { recursive: true }));

const DAY = ['--today', '2026-11-22'];
const IOP = typedCall('iop');

let homes = 0;

/** A place for saved calls that nothing else uses. */
function home(): {
  readonly state: string;
  readonly env: Record<string, string>;
  readonly calls: () => readonly string[];
} {
  const state = join(folder, `home-${++homes}`);
  mkdirSync(state);
  const calls = (): readonly string[] => {
    const names = readdirSync(state).includes('intakeline') ? readdirSync(join(state, 'intakeline')) : [];
    return names.flatMap((name) => (name.endsWith('.jsonl') ? [name.slice(0, -'.jsonl'.length)] : []));
  };
  return { state, env: { XDG_STATE_HOME: state }, calls };
}

function typed(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

/** The id under which a call was saved, as it was said at its end. */
function savedAs({ stderr }: Ended): string {
  return /--resume (\S+)/.exec(stderr)?.[1] ?? 'none';
}

test('a whole call: questions on standard error, the result alone on standard output, the journal for its owner only', () => {
  const { env, state, calls } = home();
  const ended = runProgram(['interview', '--format', 'json', ...DAY], typed(IOP), env);
  expect(ended.status).toBe(0);
  const summary = JSON.parse(ended.stdout);
  expect(summary).toMatchObject({ format: 'intakeline/summary/1', settled: true, level: { id: 'iop' }, ending: null });
  expect(ended.stderr).toContain(`look again: intakeline calls show ${savedAs(ended)}\n`);
  expect(ended.stderr).toContain('Say: ');
  expect(calls()).toEqual([savedAs(ended)]);
  const journal = join(state, 'intakeline', `${savedAs(ended)}.jsonl`);
  expect([statSync(journal).mode & 0o777, statSync(join(state, 'intakeline')).mode & 0o777]).toEqual([0o600, 0o700]);
  const kinds = readFileSync(journal, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => JSON.parse(line).event.kind);
  expect(kinds).toEqual([...IOP.slice(0, -1).map(() => 'answered'), 'reviewed']);
});

test('the answers of a call are decided as the call was', () => {
  const { env } = home();
  const call = runProgram(['interview', '--format', 'json', ...DAY], typed(IOP), env);
  const answers = runProgram(['calls', 'show', savedAs(call), '--format', 'answers'], '', env);
  expect(answers).toMatchObject({ status: 0, stderr: '' });
  const decided = JSON.parse(runProgram(['decide', '-', '--format', 'json', ...DAY], answers.stdout, env).stdout);
  const { call: record, ...result } = JSON.parse(call.stdout);
  const { call: none, ...same } = decided;
  expect(same).toEqual(result);
  expect([record.id, none]).toEqual([savedAs(call), null]);
});

test('a stop shows the emergency steps and ends with 0, like any other call', () => {
  const { env } = home();
  const ended = runProgram(['interview', '--format', 'json', ...DAY], typed(['yes', 'end-call']), env);
  expect(ended.status).toBe(0);
  expect(ended.stderr).toContain('\nEMERGENCY\n');
  expect(JSON.parse(ended.stdout).emergency).not.toBeNull();
});

test('a call that is cut off anywhere goes on where it was, and comes to the same', () => {
  const { env } = home();
  const whole = runProgram(['interview', '--format', 'answers'], typed(IOP), env);
  for (const place of [1, 12, IOP.length - 1]) {
    const cut = runProgram(['interview', '--format', 'json', ...DAY], typed(IOP.slice(0, place)), env);
    expect(cut.status).toBe(0);
    expect(JSON.parse(cut.stdout).ending).toMatchObject({ id: 'dropped' });
    const rest = runProgram(
      ['interview', '--resume', savedAs(cut), '--format', 'answers'],
      typed(typedRest('iop', place)),
      env,
    );
    expect([rest.status, rest.stdout]).toEqual([0, whole.stdout]);
  }
});

test('a paused call prints no result and says how to go on', () => {
  const { env } = home();
  const paused = runProgram(['interview'], typed(['no', '/pause']), env);
  expect(paused).toMatchObject({ status: 0, stdout: '' });
  expect(paused.stderr).toContain(`intakeline interview --resume ${savedAs(paused)}`);
});

test('a call that is over is resumed in its review, by either command', () => {
  const { env } = home();
  const whole = runProgram(['interview', '--format', 'answers'], typed(IOP), env);
  for (const command of [
    ['interview', '--resume'],
    ['calls', 'resume'],
  ]) {
    const again = runProgram([...command, savedAs(whole), '--format', 'answers'], typed(['accept-answers']), env);
    expect([again.status, again.stdout]).toEqual([0, whole.stdout]);
  }
});

test('after a stop a resumed call asks every safety question afresh', () => {
  const { env } = home();
  const stopped = runProgram(['interview'], typed(['yes', 'end-call']), env);
  const resumed = runProgram(['interview', '--resume', savedAs(stopped)], typed(['/pause']), env);
  expect(resumed.stderr).toContain('asked afresh');
  expect(resumed.stderr).toContain('in danger this');
});

test.each([
  ['an unknown policy', ['--policy', 'intake'], 'unknown-policy'],
  ['a language that the questionnaire is not written in', ['--language', 'xx'], 'not written in the language'],
  ['a questionnaire that is not there', ['--questionnaire', 'nowhere'], 'file-missing'],
  ['a questionnaire that does not compile', ['--questionnaire', 'test/fixtures/broken'], 'error'],
  ['an id that is none', ['--resume', '../1122-7k3f'], 'no id of a call'],
  ['a call that is not there', ['--resume', '1122-7k3f'], 'no such call'],
  ['an example that is not there', ['--example', 'nobody'], 'residential'],
  ['a folder that is not there', ['--out', 'nowhere/summary.txt'], 'its folder does not exist'],
  ['a place that is a folder', ['--out', 'src'], 'no ordinary file'],
  ["one of the questionnaire's files", ['--out', 'questionnaires/adult-intake/cases.yaml'], 'files'],
  ['a brief resumed call', ['--resume', '1122-7k3f', '--brief'], 'cannot be used with'],
  ['an example that is resumed', ['--resume', '1122-7k3f', '--example', 'iop'], 'cannot be used with'],
])('%s is refused before the first question, and nothing is saved', async (_what, args, words) => {
  const { state, calls } = home();
  vi.stubEnv('XDG_STATE_HOME', state);
  const { output, outcome, notes } = await performCommand(['interview', ...args]);
  vi.unstubAllEnvs();
  expect([output, outcome]).toEqual([undefined, 'could-not-run']);
  expect(notes).toContain(words);
  expect(calls()).toEqual([]);
});

test('--out saves the result for its owner only, and never over the input, a link or a saved call', () => {
  const { env, state } = home();
  const out = join(folder, 'summary.json');
  const ended = runProgram(['interview', '--format', 'json', '--out', out, ...DAY], typed(['yes', 'end-call']), env);
  expect(ended).toMatchObject({ status: 0, stdout: '' });
  expect(JSON.parse(readFileSync(out, 'utf8')).emergency).not.toBeNull();
  expect(statSync(out).mode & 0o777).toBe(0o600);
  symlinkSync(out, join(folder, 'link'));
  const journal = join(state, 'intakeline', `${savedAs(ended)}.jsonl`);
  const before = readFileSync(journal, 'utf8');
  for (const place of [join(folder, 'link'), journal, join(state, 'intakeline', 'new.txt')])
    expect(runProgram(['interview', '--out', place], 'no\n', env).status).toBe(2);
  expect(readFileSync(journal, 'utf8')).toBe(before);
});

test('an example call plays itself to the end where nobody is at the keyboard, and is not saved', () => {
  const { env, calls } = home();
  const ended = runProgram(['interview', '--example', 'residential', '--format', 'json', ...DAY], '', env);
  expect(ended.status).toBe(0);
  expect(JSON.parse(ended.stdout)).toMatchObject({ settled: true, level: { id: 'residential' } });
  expect(ended.stderr).toContain('example: residential, nothing is saved');
  expect(ended.stderr).toContain('the caller says: ');
  expect(calls()).toEqual([]);
});

test('a call for which there is nowhere to save it is taken all the same, says so on every screen, and ends with 1', () => {
  const file = join(folder, 'no-folder');
  writeFileSync(file, '');
  const ended = runProgram(['interview', ...DAY], typed(['no', 'self', '/pause']), { XDG_STATE_HOME: file });
  expect(ended.status).toBe(1);
  expect(ended.stderr.match(/the call is not being saved/g)?.length).toBe(3);
  expect(ended.stderr).toContain('the call is not saved as a whole');
  expect(ended.stdout).toContain('Referral summary'); // it cannot be gone back to
});

test('a disk that fills up in the middle ends no call; what was said before it is kept', () => {
  const { env, state, calls } = home();
  // Files may grow to one block of 1024 bytes: further writes fail as on a full disk.
  const line = `ulimit -f 1; trap '' XFSZ; exec '${process.execPath}' bin/intakeline.js interview --format json --today 2026-11-22`;
  const ended = spawnSync('bash', ['-c', line], {
    input: typed(IOP),
    env: { ...SURROUNDINGS, ...env },
    encoding: 'utf8',
  });
  expect(ended.status).toBe(1);
  expect(JSON.parse(ended.stdout)).toMatchObject({ level: { id: 'iop' } });
  expect(ended.stderr).toContain('the call is not being saved (the system refuses (EFBIG))');
  const [id = 'none'] = calls();
  expect(ended.stderr).toContain(`what was said before is in call ${id}`);
  const text = readFileSync(join(state, 'intakeline', `${id}.jsonl`), 'utf8');
  expect(text.endsWith('\n')).toBe(true);
  expect(runProgram(['interview', '--resume', id], '/pause\n', env)).toMatchObject({ status: 0 });
});

test('what was typed and is no answer is repeated nowhere', () => {
  const canary = 'Canary-7731';
  const { env, state, calls } = home();
  const ended = runProgram(['interview'], typed([canary, 'no', canary, 'self', canary, `/${canary}`, '/pause']), env);
  expect(ended.status).toBe(0);
  expect(ended.stderr).not.toContain(canary);
  for (const id of calls())
    expect(readFileSync(join(state, 'intakeline', `${id}.jsonl`), 'utf8')).not.toContain(canary);
});

test('another questionnaire than then is said with the first question, and answers that no longer fit are asked again', () => {
  const { env } = home();
  const site = join(folder, 'site');
  cpSync('questionnaires/adult-intake', site, { recursive: true });
  const paused = runProgram(['interview', '--questionnaire', site], typed(['no', 'self', '/pause']), env);
  const path = join(site, 'questionnaire.yaml');
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace("I'm glad you called.", 'Good that you called.'));
  const resumed = runProgram(['interview', '--questionnaire', site, '--resume', savedAs(paused)], '/pause\n', env);
  expect(resumed.status).toBe(0);
  expect(resumed.stderr.replace(/\s+/g, ' ')).toContain('the questionnaire is not the same as when this call began');
  expect(paused.stderr).toContain(`--resume ${savedAs(paused)} --questionnaire ${site}\n`);
});

test('another policy than then is taken where it is asked for, and said', () => {
  const { env } = home();
  const paused = runProgram(['interview'], typed(['no', '/pause']), env);
  const args = ['interview', '--resume', savedAs(paused), '--policy', 'pride-institute'];
  const resumed = runProgram(args, '/pause\n', env);
  expect(resumed.stderr.replace(/\s+/g, ' ')).toContain(
    'this call began with the policy `intake-line` and is decided by `pride-institute` now',
  );
});

/** Starts a call and waits until it shows a text on standard error. */
async function started(args: readonly string[], env: Readonly<Record<string, string>>, text: string): Promise<Running> {
  const child = spawn(process.execPath, ['bin/intakeline.js', ...args], { env: { ...SURROUNDINGS, ...env } });
  let stderr = '';
  const closed = new Promise<Ended>((resolve) => {
    child.on('close', (status) => resolve({ stdout: '', stderr, status }));
  });
  await new Promise<void>((resolve) => {
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
      if (stderr.includes(text)) resolve();
    });
  });
  return { child, closed };
}

interface Running {
  readonly child: ChildProcess;
  readonly closed: Promise<Ended>;
}

test('two processes never have one call: the second is told who has it, and comes in when that has ended', async () => {
  const { env } = home();
  const paused = runProgram(['interview'], typed(['no', '/pause']), env);
  const args = ['interview', '--resume', savedAs(paused)];
  const first = await started(args, env, 'resumed');
  const second = runProgram(args, '/pause\n', env);
  expect(second.status).toBe(2);
  expect(second.stderr).toContain(`process ${first.child.pid}`);
  expect(runProgram(['calls', 'erase', savedAs(paused), '--yes'], '', env).status).toBe(1);
  first.child.stdin?.end('/pause\n');
  expect((await first.closed).status).toBe(0);
  expect(runProgram(args, '/pause\n', env).status).toBe(0);
});

test('a questionnaire without the question and the option that were answered leaves those answers out, and says so', () => {
  const { env } = home();
  const site = join(folder, 'smaller');
  cpSync('questionnaires/adult-intake', site, { recursive: true });
  const answers = ['no', 'self', '34', 'with-children', '/pause'];
  const paused = runProgram(['interview', '--questionnaire', site], typed(answers), env);
  const path = join(site, 'questionnaire.yaml');
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace(/^ *- \{ id: with-children, .*\n/m, ''));
  const resumed = runProgram(['interview', '--questionnaire', site, '--resume', savedAs(paused)], '/pause\n', env);
  expect(resumed.status).toBe(0);
  expect(resumed.stderr.replace(/\s+/g, ' ')).toContain(
    'the answer to “Can you talk freely where you are?” is left out: such an answer is not possible any more',
  );
  expect(resumed.stderr).toContain('Can you talk freely'); // asked again
  const inSpanish = ['interview', '--questionnaire', site, '--resume', savedAs(paused), '--language', 'es'];
  const said = runProgram(inSpanish, '/pausa\n', env).stderr.replace(/\s+/g, ' ');
  expect(said).toContain('el cuestionario ya no es el mismo que cuando empezó esta llamada');
  expect(said).toMatch(/la respuesta a “¿[^”]*\?” no se usa: esa respuesta ya no es posible/);
  expect(said).not.toMatch(/is left out|not the same as/);
});

test('a fault of this program in the middle of a call leaves the call saved and free', async () => {
  const { env, state, calls } = home();
  vi.stubEnv('XDG_STATE_HOME', state);
  const input = Readable.from(['no\nself\n']);
  let writes = 0;
  const output = new Writable({ write: (_chunk, _encoding, done) => done() });
  output.write = () => {
    if (++writes > 2) throw new TypeError('broken');
    return true;
  };
  const options = { format: 'text', color: false } as const;
  await expect(interview(options, { input, output } as unknown as CallStreams)).rejects.toThrow('broken');
  vi.unstubAllEnvs();
  const [id = 'none'] = calls();
  const resumed = runProgram(['interview', '--resume', id], '/pause\n', env);
  expect(resumed.status).toBe(0);
  expect(resumed.stderr).toContain('How old are you?');
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s leaves a saved call and status 130', async (signal) => {
  const { env } = home();
  const { child, closed } = await started(['interview'], env, '> ');
  child.kill(signal);
  const ended = await closed;
  expect(ended.status).toBe(130);
  expect(runProgram(['interview', '--resume', savedAs(ended)], '/pause\n', env).status).toBe(0);
});

test('a closed window leaves a saved call; then the signal takes its course', async () => {
  const { env } = home();
  const { child, closed } = await started(['interview'], env, '> ');
  child.kill('SIGHUP');
  const ended = await closed;
  expect([ended.status, child.signalCode]).toEqual([null, 'SIGHUP']);
  expect(runProgram(['interview', '--resume', savedAs(ended)], '/pause\n', env).status).toBe(0);
});

test('after kill -9 the call goes on with everything that was answered', async () => {
  const { env, calls } = home();
  const { child, closed } = await started(['interview'], env, '> ');
  child.stdin?.write('no\nself\n34\n');
  await new Promise<void>((resolve) => {
    child.stderr?.on('data', (chunk: string) => chunk.includes('Can you talk freely') && resolve());
  });
  child.kill('SIGKILL');
  await closed;
  const [id = 'none'] = calls();
  const resumed = runProgram(['interview', '--resume', id], '/pause\n', env);
  expect(resumed.status).toBe(0);
  expect(resumed.stderr).toContain('Can you talk freely');
});
