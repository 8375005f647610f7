/** What is said about the exports before they are scored. */

import type { BoundMapping } from '../batch/bound-mapping.ts';
import type { LineEnd } from '../batch/dialect.ts';
import { adviceFor, nearNames } from '../batch/own-words.ts';
import { answerText } from './answer-text.ts';
import { delimiterName } from './delimiter-name.ts';
import { shownInput } from './input-faults.ts';
import type { ExportHead } from './open-export.ts';
import type { ScorePlan } from './score-plan.ts';

/** How an export is written, a clause for each thing that was found out or given. */
export function headNotes(head: ExportHead): readonly string[] {
  const { dialect, by, isPacked } = head;
  return [
    ...(isPacked ? ['packed by gzip'] : []),
    encodingNote(head),
    `${delimiterName(dialect.delimiter)} between fields${guessed(by.dialect.by.delimiter)}`,
    dialect.quote === undefined
      ? 'nothing quoted'
      : `quoted by \`${String.fromCharCode(dialect.quote)}\`${guessed(by.dialect.by.quote)}`,
    `${LINE_ENDS[dialect.lineEnd]}${guessed(by.dialect.by.lineEnd)}`,
    ...(by.dialect.preamble > 0 ? ['a first line `sep=` kept'] : []),
  ];
}

/** What a person may want to stop at: how the exports are read, what they do not say, and what is taken for granted. */
export function detectedNotes(plan: ScorePlan): string {
  const { heads, bound } = plan;
  const lines = heads.map((head) => `${shownInput(head.path)}: ${headNotes(head).join(', ')}`);
  return [
    ...lines,
    columnsNote(bound),
    ...nearNamesNote(bound),
    ...fittingNote(plan),
    ...unreadNote(bound),
    ...assumedNotes(bound),
    ...renamedNote(plan),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

const LINE_ENDS: Readonly<Record<LineEnd, string>> = {
  lf: 'lines end with LF',
  crlf: 'lines end with CRLF',
  cr: 'lines end with CR',
  mixed: 'lines end with LF, CRLF or CR, mixed',
};

function guessed(by: string): string {
  return by === 'assumed' ? ' (assumed)' : '';
}

function encodingNote({ encoding, by }: ExportHead): string {
  const name = encoding.replace(/^utf/, 'UTF').replace(/^windows/, 'Windows');
  switch (by.encoding?.by) {
    case undefined:
      return isOtherName(by.encodingName, encoding) ? `${name} (for \`${by.encodingName}\`)` : name;
    case 'characters':
      return name;
    case 'mark':
      return `${name} with a byte order mark`;
    case 'ascii':
      return `${name} (only ASCII so far)`;
    case 'not-utf-8':
      return `${name} (because it is not UTF-8)`;
    case 'nul-bytes':
      return `${name} (because every other byte is NUL; say so with \`--encoding\` to be sure)`;
    default:
      return name;
  }
}

/** `latin1` is read as another encoding of which it is nearly a part, `us-ascii` as one of which it is. */
function isOtherName(name: string | undefined, encoding: string): boolean {
  return name !== undefined && plainName(name) !== plainName(encoding);
}

function plainName(encoding: string): string {
  return encoding.toLowerCase().replace(/[^0-9a-z]/g, '');
}

function columnsNote({ header, columns, mapping }: BoundMapping): string {
  return `mapping \`${mapping.id}\`: reads ${columns.length} of ${header.length} columns`;
}

/** A column that looks as if it were read, and is not. */
function nearNamesNote(bound: BoundMapping): readonly string[] {
  const near = nearNames(bound).map(({ name, id }) => `\`${name}\` (\`${id}\`)`);
  if (near.length === 0) return [];
  return [
    `warning: not read for their capitals alone: ${near.join(', ')}; rename those that are meant as the id in brackets`,
  ];
}

function fittingNote({ fitting }: ScorePlan): readonly string[] {
  return fitting === undefined ? [] : [`warning: ${adviceFor(fitting)}`];
}

/** How many questions are named. */
const NAMED = 8;

function unreadNote({ unread }: BoundMapping): readonly string[] {
  if (unread.length === 0) return [];
  const named = unread.slice(0, NAMED).map((id) => `\`${id}\``);
  const others = unread.length > NAMED ? ` and ${unread.length - NAMED} more` : '';
  return [`no column for ${named.join(', ')}${others}: unknown in every row`];
}

/** For how many rows, the summary says. */
function assumedNotes({ mapping }: BoundMapping): readonly string[] {
  return mapping.assumptions.map(
    ({ question, answer, because }) =>
      `assumed where unanswered: \`${question}\` ${answerText(answer)} (${because.trim()})`,
  );
}

/** A result that is scored again has the columns already. */
function renamedNote({ added, block }: ScorePlan): readonly string[] {
  const renamed = added.filter((name, place) => name !== block.columns[place]);
  return renamed.length === 0
    ? []
    : [`the header has new columns already: they are added as ${renamed.map((name) => `\`${name}\``).join(', ')}`];
}
