/** What a journal holds, one line of JSON each: a header, then every event of the call with its number and time. */

import { instantText } from './instant.ts';
import type { CallEvent } from './model.ts';

/** The only format there is so far. */
export const JOURNAL_FORMAT = 'intakeline/journal/1';

/** What was in force: which one, which version its author gave it, and the hash of what it means (content-text.ts). */
export interface ContentVersion {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
}

export interface JournalHeader {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly questionnaire: ContentVersion;
  readonly policy: ContentVersion;
  readonly brief: boolean;
  readonly language: string;
  /** The directories of programs, where others than the questionnaire's were chosen; one alone is a text. */
  readonly directory?: string | readonly string[];
}

export interface JournalEntry {
  /** Counts from 1. */
  readonly n: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly event: CallEvent;
}

export interface Journal {
  readonly header: JournalHeader;
  readonly entries: readonly JournalEntry[];
  /** The last line was cut off as it was written, and is left out. */
  readonly torn: boolean;
}

/** The first line of a journal, its end included. */
export function headerLine({ id, startedAt, ...content }: JournalHeader): string {
  return line({ format: JOURNAL_FORMAT, id, startedAt: instantText(startedAt), ...content });
}

/** The line of an event, its end included. */
export function entryLine({ n, at, event }: JournalEntry): string {
  return line({ n, at: instantText(at), event });
}

/** JSON writes a line end within a text as `\n`, so that a line holds one value and a value one line. */
function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
