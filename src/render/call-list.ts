/** The saved calls, for a person and for a program. Of what a caller said, only that there was an emergency is in it. */

import type { Status } from '../interview/call-status.ts';
import { cells } from './cells.ts';

/** A saved call, as far as it could be read. */
export interface ListedCall {
  readonly id: string;
  /** Day and time where the program runs, as YYYY-MM-DD HH:MM. */
  readonly started: string;
  readonly minutes: number;
  readonly status: Status;
  /** The call was stopped, or something was done in the emergency panel, whatever came after. */
  readonly hadEmergency: boolean;
  /** How many questions have an answer that counts. */
  readonly answered: number;
  readonly questionnaire: string;
  readonly policy: string;
}

/** A journal that does not tell where its call stands, and why not. */
export interface UnreadCall {
  readonly id: string;
  readonly why: string;
}

export interface CallList {
  readonly calls: readonly ListedCall[];
  readonly unread: readonly UnreadCall[];
  /** Where the calls are kept. */
  readonly folder: string;
}

const COLUMNS = ['call', 'started', 'minutes', 'answers', 'state', 'policy'] as const;
const COUNTS: readonly string[] = ['minutes', 'answers'];

/** A table, and below it what could not be read. */
export function callListText({ calls, unread, folder }: CallList): string {
  if (calls.length + unread.length === 0) return `no saved calls in ${folder}\n`;
  const rows = calls.map(rowOf);
  const sizes = COLUMNS.map((_, place) => Math.max(...[COLUMNS, ...rows].map((row) => cells(row[place] ?? ''))));
  const lines = (rows.length === 0 ? [] : [COLUMNS, ...rows]).map((row) =>
    row.map((cell, place) => aligned(cell, sizes[place] ?? 0, COLUMNS[place])).join('  '),
  );
  const left = unread.map(({ id, why }) => `${id}: ${why}`);
  return `${[...lines.map((line) => line.trimEnd()), ...left].join('\n')}\n`;
}

/** The same, versioned. */
export function callListJson({ calls, unread, folder }: CallList): string {
  const flat = calls.map(({ status, hadEmergency, ...call }) => ({
    ...call,
    emergency: hadEmergency,
    state: status.kind,
    disposition: status.kind === 'ended' ? status.disposition : null,
  }));
  return `${JSON.stringify({ format: 'intakeline/calls/1', folder, calls: flat, unread }, null, 2)}\n`;
}

function rowOf({ id, started, minutes, answered, status, hadEmergency, policy }: ListedCall): readonly string[] {
  const state = hadEmergency ? `${inWords(status)}, EMERGENCY` : inWords(status);
  return [id, started, String(minutes), String(answered), state, policy];
}

function inWords(status: Status): string {
  return status.kind === 'ended' ? `ended: ${status.disposition}` : status.kind;
}

function aligned(cell: string, size: number, column: (typeof COLUMNS)[number] | undefined): string {
  const space = ' '.repeat(size - cells(cell));
  return column !== undefined && COUNTS.includes(column) ? space + cell : cell + space;
}
