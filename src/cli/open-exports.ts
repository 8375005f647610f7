/** Opens several exports that must be alike: their rows are scored as if they stood in one. */

import { BrokenInput } from '../io/broken-input.ts';
import { shownInput } from './input-faults.ts';
import { type ExportHead, type OpenExport, openExport, type ReadOptions } from './open-export.ts';
import { notReady, type Ready, ready } from './ready.ts';

export interface OpenExports {
  /** How the exports are written: all like the first, which is scored first. */
  readonly heads: readonly [ExportHead, ...ExportHead[]];
  /** The exports one after another, each from its first record on. Throws `BrokenInput`. */
  readonly inputs: () => AsyncGenerator<OpenExport>;
  /** Lets go of what is open. */
  readonly close: () => void;
}

/** Opens every export as far as its first record, or says why they cannot be scored together. */
export async function openExports(paths: readonly string[], options: ReadOptions): Promise<Ready<OpenExports>> {
  const [firstPath = '-', ...others] = paths;
  const first = await openExport(firstPath, options);
  if (!first.ok) return first;
  const opened: [OpenExport, ...OpenExport[]] = [first.value];
  const close = (): void => {
    for (const { source } of opened) source.close();
  };
  for (const path of others) {
    const one = await openLike(first.value, path, options);
    if (!one.ok) {
      close();
      return one;
    }
    opened.push(one.value);
    if (canReopen(one.value)) one.value.source.close(); // a year of daily files is more than may be open at once
  }
  const inputs = async function* (): AsyncGenerator<OpenExport> {
    for (const one of opened)
      yield one !== first.value && canReopen(one) ? await reopened(one, first.value, options) : one;
  };
  return ready({ heads: opened, inputs, close });
}

function canReopen({ path, source }: OpenExport): boolean {
  return path !== '-' && source.size !== undefined;
}

/** Opens an export that must be like the first. */
async function openLike(first: ExportHead, path: string, options: ReadOptions): Promise<Ready<OpenExport>> {
  const { delimiter, quote } = first.dialect;
  const opened = await openExport(path, { ...options, delimiter, quote: quote ?? 'none' });
  if (!opened.ok) return opened;
  const difference = differenceFrom(first, opened.value);
  if (difference === undefined) return opened;
  opened.value.source.close();
  return notReady(
    `intakeline: ${shownInput(path)} is not like ${shownInput(first.path)}: ${difference[0]}\n  ${difference[1]}\n`,
  );
}

/** What differs, and what to do. What a short file leaves open is taken to be as in the first. */
function differenceFrom(first: ExportHead, other: ExportHead): readonly [message: string, remedy: string] | undefined {
  const apart = 'score each with its own command';
  const isOpen = first.scanned === first.encoding && other.by.encoding?.by === 'ascii';
  if (first.encoding !== other.encoding && !isOpen) {
    return [
      `its encoding is ${other.encoding}, not ${first.encoding}`,
      `${apart}, or name the encoding of all with \`--encoding\``,
    ];
  }
  if (first.dialect.lineEnd !== other.dialect.lineEnd && other.by.dialect.by.lineEnd !== 'assumed') {
    return ['its lines end otherwise', `${apart}, or name the line end of all with \`--line-end\``];
  }
  const place = first.names.findIndex((name, index) => name !== other.names[index]);
  if (place !== -1) return [`column ${place + 1} of its header is not \`${first.names[place]}\``, apart];
  return first.names.length === other.names.length ? undefined : ['its header has more columns', apart];
}

/** The same export once more. */
async function reopened({ path }: OpenExport, first: ExportHead, options: ReadOptions): Promise<OpenExport> {
  const again = await openLike(first, path, options);
  if (!again.ok) throw new BrokenInput({ kind: 'changed' });
  return again.value;
}
