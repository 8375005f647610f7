/** `intakeline score --check-lines`: whether an export may be cut at any line end, as programs do that split files. */

import { createScanner } from '../batch/create-scanner.ts';
import { CR, countLineEnds, LF } from '../batch/line-end.ts';
import type { Scanner } from '../batch/scanner.ts';
import { BrokenInput } from '../io/broken-input.ts';
import { loadScanKernel } from '../io/scan-kernel.ts';
import { grouped } from '../render/grouped.ts';
import type { ScoreOptions } from './add-score.ts';
import { blockMemory, type CutBlock, cutBlocks } from './cut-blocks.ts';
import { explainInputFault, shownInput } from './input-faults.ts';
import { endsLine } from './line-ends.ts';
import { type OpenExport, openExport } from './open-export.ts';
import { type CommandResult, couldNotRun } from './outcome.ts';
import { dialectOptions } from './score-plan.ts';

/** Looks at each export in one pass, as a program would that splits it without knowing what is in it. */
export async function checkLines(exports: readonly string[], options: ScoreOptions): Promise<CommandResult> {
  const notes: string[] = [];
  let isSafe = true;
  for (const path of exports) {
    const opened = await openExport(path, dialectOptions(options));
    if (!opened.ok) return couldNotRun(opened.notes);
    try {
      const found = await firstBroken(opened.value);
      isSafe &&= found === undefined;
      notes.push(`${shownInput(path)}: ${found ?? 'every record is one line: it may be split at line ends'}\n`);
    } catch (error) {
      if (error instanceof BrokenInput) return couldNotRun(explainInputFault(path, error.fault));
      throw error;
    } finally {
      opened.value.source.close();
    }
  }
  return { output: undefined, notes: notes.join(''), outcome: isSafe ? 'fine' : 'found-something' };
}

/** Why an export must not be split at its line ends; undefined where it may be. */
async function firstBroken(opened: OpenExport): Promise<string | undefined> {
  const { source, dialect, header, firstLine, isPacked, encoding, scanned } = opened;
  // Whoever splits the file sees its bytes as they lie on the disk.
  if (isPacked) return 'packed by gzip: unpack it first, or do not split it';
  if (encoding !== scanned) return `its encoding is ${encoding}: convert it to UTF-8 first, or do not split it`;
  if (dialect.lineEnd === 'cr' || dialect.lineEnd === 'mixed') return 'not every line ends with LF: do not split it';
  if (header.includes(LF) || header.includes(CR)) return 'its header has a line end in quotes: do not split it';
  const scanner = createScanner({ dialect, slots: [-1], slotCount: 0 }, loadScanKernel);
  let line = firstLine;
  for await (const block of cutBlocks(source, blockMemory(), { dialect, blockSize: scanner.input.size })) {
    const counted = block.kind === 'records' ? countLines(scanner, block) : undefined;
    const place = `between lines ${grouped(line)} and ${grouped(line + (counted?.lines ?? 1))}`;
    if (counted === undefined || counted.isBroken) return `a quoted line end ${place}: do not split it`;
    if (hasLoneCr(block.bytes))
      return `a CR without an LF behind it ${place}, where some programs cut: do not split it`;
    line += counted.lines;
  }
  return undefined;
}

/** Whether some CR is not part of a line end. Fastest where bytes are found fast (a Buffer does). */
function hasLoneCr(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(CR); at >= 0; at = bytes.indexOf(CR, at + 1)) if (bytes[at + 1] !== LF) return true;
  return false;
}

/** As many LF as records and blank lines; the last record of a file may want its own. */
function countLines(
  scanner: Scanner,
  { bytes }: Extract<CutBlock, { kind: 'records' }>,
): { readonly lines: number; readonly isBroken: boolean } {
  const { at } = scanner.input;
  scanner.bytes.set(bytes, at);
  const end = at + bytes.length;
  let records = 0;
  for (let from = at; from < end; ) {
    const found = scanner.scan(from, end);
    records += found.records + found.blank;
    from = found.next;
  }
  const lines = countLineEnds(bytes, 0, bytes.length, 'lf') + (endsLine(bytes, 'lf') ? 0 : 1);
  return { lines, isBroken: lines > records };
}
