/** `--witnesses`: the callers who show differences, saved as answers files that `decide` reads. */

import type { CompareReport, PairReport, ShownReport } from '../analysis/compare-report.ts';
import { witnessYaml } from '../analysis/witness-yaml.ts';
import type { WitnessCaller } from '../problems/problem.ts';
import { numbered } from '../render/grouped.ts';
import { saveWitnessFiles } from './check-witnesses.ts';
import { inFolder } from './content-files.ts';
import { notReady, type Ready, ready } from './ready.ts';

interface WitnessFile {
  readonly file: string;
  readonly text: string;
}

/** Saves them all; what is said of it, for standard error. */
export function saveCompared(report: CompareReport, folder: string): Ready<string> {
  const files = report.pairs.flatMap((pair) => filesOf(pair, { report, folder }));
  if (files.length === 0) return ready('they say the same of everybody: there is nobody to save\n');
  const complaint = saveWitnessFiles(folder, files);
  return complaint === undefined
    ? ready(`saved ${numbered(files.length, 'caller')} in \`${folder}\`, readable by you only\n`)
    : notReady(complaint);
}

interface Place {
  readonly report: CompareReport;
  readonly folder: string;
}

/** One file a difference, numbered in the order of the report; two where the versions do not ask the same of the caller. */
function filesOf(pair: PairReport, { report, folder }: Place): readonly WitnessFile[] {
  const { before, after } = pair;
  const name = report.areVersions ? after.id : `${before.id}-${after.id}`;
  const about = report.areVersions ? `${after.id}, before and after` : `${before.name} and ${after.name}`;
  const shown = [
    ...pair.cells.map((cell) => ({ shown: cell.shown, says: `${cell.before} > ${cell.after}` })),
    ...pair.additions.map((one) => ({
      shown: one.shown,
      says: `${one.kind} ${one.id} only under ${pair[one.under].name}`,
    })),
  ];
  return shown
    .flatMap((one) => (one.shown === null ? [] : [{ says: one.says, shown: one.shown }]))
    .flatMap(({ shown: found, says }, place) =>
      callersIn(found).map(
        ({ caller, side }): WitnessFile => ({
          file: inFolder(folder, `${name}-${place + 1}${side}.yaml`),
          text: witnessYaml(caller, `${about}: ${says}`),
        }),
      ),
    );
}

/** The caller without answers to questions that are not put to them. */
function callersIn({ witness, before, after }: ShownReport): readonly { caller: WitnessCaller; side: string }[] {
  if (before.notAsked.join() === after.notAsked.join()) return [{ caller: without(witness, after.notAsked), side: '' }];
  return [
    { caller: without(witness, before.notAsked), side: '-before' },
    { caller: without(witness, after.notAsked), side: '-after' },
  ];
}

function without(witness: WitnessCaller, ids: readonly string[]): WitnessCaller {
  return {
    ...witness,
    answers: Object.fromEntries(Object.entries(witness.answers).filter(([id]) => !ids.includes(id))),
    differing: witness.differing.filter((id) => !ids.includes(id)),
  };
}
