import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { beginRecording, createRecorder, noRecorder } from '../../src/cli/recorder.ts';
import type { CallEvent } from '../../src/interview/model.ts';
import { createJournalFile } from '../../src/io/journal-file.ts';
import type { SessionFault } from '../../src/io/session-fault.ts';

const folder = mkdtempSync(join(tmpdir(), 'intakeline-recorder-'));
afterAll(() => rmSync(folder, { recursive: true }));

const AT = Date.UTC(2026, 10, 22, 10, 0, 0, 7);
const OPENED: CallEvent = { kind: 'panel-opened' };
const CLOSED: CallEvent = { kind: 'panel-closed' };
const FULL: SessionFault = { kind: 'failed', cause: 'ENOSPC' };

test('each event stands in the file when recording returns, numbered on from what was there', () => {
  const path = join(folder, 'journal');
  const file = createJournalFile(path);
  if (!file.ok) throw new Error('no journal');
  const recorder = createRecorder(4, file.writer);
  recorder.record([OPENED, CLOSED], AT);
  expect(readFileSync(path, 'utf8')).toBe(
    '{"n":5,"at":"2026-11-22T10:00:00.007Z","event":{"kind":"panel-opened"}}\n' +
      '{"n":6,"at":"2026-11-22T10:00:00.007Z","event":{"kind":"panel-closed"}}\n',
  );
  expect(recorder.unsaved()).toBeUndefined();
  file.writer.close();
});

test('nothing happened: nothing is written', () => {
  const lines: string[] = [];
  createRecorder(0, { append: (line) => void lines.push(line) }).record([], AT);
  expect(lines).toEqual([]);
});

test('a fault is told until a later attempt succeeds, be it one without anything new', () => {
  const faults = [FULL, FULL, undefined];
  const recorder = createRecorder(0, { append: () => faults.shift() });
  expect(recorder.unsaved()).toBeUndefined();
  recorder.record([OPENED], AT);
  expect(recorder.unsaved()).toEqual(FULL);
  recorder.record([CLOSED], AT);
  expect(recorder.unsaved()).toEqual(FULL);
  recorder.record([], AT);
  expect(recorder.unsaved()).toBeUndefined();
});

test('a journal that cannot be begun is begun as soon as it can be, with all that happened until then', () => {
  const lines: string[] = [];
  const begun: string[] = [];
  let isFull = true;
  const closings: string[] = [];
  const { recorder, release } = beginRecording((waiting) => {
    if (isFull) return { ok: false, fault: FULL };
    begun.push(waiting);
    const session = {
      id: '1122-7f3k',
      path: '',
      text: '',
      torn: false,
      append: (line: string) => void lines.push(line),
    };
    return { ok: true, ...session, close: () => void closings.push('closed') };
  });
  expect([recorder.unsaved(), recorder.id()]).toEqual([FULL, undefined]);
  recorder.record([OPENED], AT);
  expect(recorder.unsaved()).toEqual(FULL);
  release();
  isFull = false;
  recorder.record([CLOSED], AT);
  expect([recorder.unsaved(), recorder.id()]).toEqual([undefined, '1122-7f3k']);
  recorder.record([], AT);
  recorder.record([OPENED], AT);
  expect(begun.map(numbered)).toEqual([['1 panel-opened', '2 panel-closed']]);
  expect(lines.map(numbered)).toEqual([['3 panel-opened']]);
  release();
  expect(closings).toEqual(['closed']);
});

/** The number and the kind of each entry. */
function numbered(lines: string): readonly string[] {
  const entries = lines.trimEnd().split('\n');
  return entries.map((line) => JSON.parse(line)).map(({ n, event }) => `${n} ${event.kind}`);
}

test('an example is not saved, and need not be', () => {
  const example = noRecorder();
  example.record([OPENED], AT);
  expect([example.unsaved(), example.id()]).toEqual([undefined, undefined]);
});
