/** Where everything that scoring writes goes, and what stands against it: asked before the first row is read. */

import { createResultFile } from '../io/result-file.ts';
import { BrokenOutput } from '../io/result-sink.ts';
import { isSamePlace, isStandardOutput } from '../io/same-file.ts';
import type { ScoreOptions } from './add-score.ts';
import { shownInput } from './input-faults.ts';
import { explainRejectsFault, explainSaveFault } from './save-faults.ts';
import { savingFault } from './saving-complaint.ts';

export interface ScoreOutputs {
  /** The file of the result; undefined for standard output. */
  readonly out: string | undefined;
  readonly report: string | undefined;
  /** What the two files of rejects are called, but for their endings. */
  readonly rejects: string;
  /** Whether a number is added to that name, which nobody gave, rather than replacing a file: a filter runs many times, also at once. */
  readonly isNumbered: boolean;
}

/** The two files of rejects. */
export function rejectPaths(name: string): { readonly rejects: string; readonly problems: string } {
  return { rejects: `${name}.rejects.csv`, problems: `${name}.problems.csv` };
}

/** Where results go. */
export function scoreOutputs(exports: readonly string[], { out, report, rejects }: ScoreOptions): ScoreOutputs {
  const [first = '-'] = exports;
  const own = first === '-' ? 'stdin' : stemOf(fileName(first));
  return {
    out,
    report,
    rejects: rejects ?? (out === undefined ? own : stemOf(out)),
    isNumbered: rejects === undefined && out === undefined && exports.includes('-'),
  };
}

/** Why something cannot be written, with what to do; undefined where nothing stands against it. */
export async function outputsComplaint(
  exports: readonly string[],
  outputs: ScoreOutputs,
  options: ScoreOptions,
): Promise<string | undefined> {
  const { out, report, rejects, isNumbered } = outputs;
  const rejectFiles = Object.values(rejectPaths(rejects));
  const paths = [out, report, ...rejectFiles].filter((path) => path !== undefined);
  const isFollowing = (path: string): boolean => options.rejects === undefined && rejectFiles.includes(path);
  const complain = async (
    some: readonly (string | undefined)[],
    look: (path: string) => Promise<Fault | undefined>,
  ): Promise<string | undefined> => {
    for (const path of some) {
      const fault = path === undefined ? undefined : await look(path);
      if (path !== undefined && fault !== undefined)
        return isFollowing(path) ? explainRejectsFault(path, fault) : explainSaveFault(path, fault);
    }
    return undefined;
  };
  return (
    sameOutputs(paths) ??
    redirectComplaint(exports, outputs) ??
    (await complain(paths, (path) => savingFault(path, options, { exports, mapping: options.mapping }))) ??
    (await complain(isNumbered ? [report, rejectFiles[0]] : paths, async (path) => unwritable(path)))
  );
}

type Fault = Parameters<typeof explainSaveFault>[1];

function sameOutputs(paths: readonly string[]): string | undefined {
  const twice = paths.find((path, index) => paths.some((other, place) => place > index && isSamePlace(path, other)));
  if (twice === undefined) return undefined;
  return `intakeline: two results would be saved to \`${twice}\`\n  name another file for one of them\n`;
}

/** `score rows.csv >> rows.csv` would read what it writes, for ever; a file put under the name of a redirected result hides it. */
function redirectComplaint(exports: readonly string[], { out, report, rejects }: ScoreOutputs): string | undefined {
  if (out !== undefined) return undefined; // nothing is printed
  const read = exports.find(isStandardOutput);
  if (read !== undefined) {
    return `intakeline: the result would be written into ${shownInput(read)}, which is being read\n  name another file\n`;
  }
  const saved = [report, ...Object.values(rejectPaths(rejects))].find(
    (path) => path !== undefined && isStandardOutput(path),
  );
  if (saved === undefined) return undefined;
  return `intakeline: what is printed goes to \`${saved}\`, in whose place something else would be saved\n  name another file for one of them\n`;
}

/** Found out by beginning a file there. */
function unwritable(path: string): Fault | undefined {
  try {
    createResultFile(path).discard();
    return undefined;
  } catch (error) {
    if (!(error instanceof BrokenOutput)) throw error;
    return { kind: 'unwritable', cause: error.reason };
  }
}

function fileName(path: string): string {
  return path.split('/').at(-1) ?? path;
}

/** Without `.gz`, and without one more ending. */
function stemOf(path: string): string {
  return path.replace(/\.gz$/i, '').replace(/(?<=[^/])\.[^./]*$/, '');
}
