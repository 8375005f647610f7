import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createRecorder, noRecorder } from '../../src/cli/recorder.ts';
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

test('a call that cannot be saved at all says so from the start; an example need not be', () => {
  const [unsaved, example] = [noRecorder(FULL), noRecorder()];
  unsaved.record([OPENED], AT);
  expect([unsaved.unsaved(), example.unsaved()]).toEqual([FULL, undefined]);
});
