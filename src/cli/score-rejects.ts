/** The two files of rejects: the records as they stood, to be corrected and scored, and what is wrong with each. */

import type { LineEnd } from '../batch/dialect.ts';
import { countLineEnds } from '../batch/line-end.ts';
import type { RowProblem } from '../batch/reject-codes.ts';
import { utf8Bytes } from '../io/encodings.ts';
import { createResultFile, type ResultFile } from '../io/result-file.ts';
import { isSamePlace } from '../io/same-file.ts';
import { isPresent } from '../io/save-file.ts';
import type { Encode } from '../io/transcoded.ts';
import { csv } from '../render/csv.ts';
import type { RejectedRow } from './block-work.ts';
import { rejectPaths, type ScoreOutputs } from './score-outputs.ts';

/** What the files say of where a record stood. */
export interface RejectPlace {
  /** The input; named only where there are several. */
  readonly file: string | undefined;
  /** The line on which the block begins, from 1. */
  readonly line: number;
}

export interface RejectFiles {
  /** Adds raw records, each with its line end, and what is wrong with them. */
  readonly add: (records: Uint8Array, rows: readonly RejectedRow[], place: RejectPlace) => Promise<void>;
  /** Brings everything to the disk. */
  readonly flush: () => Promise<void>;
  /**
   * Puts both files under their names, which it gives; undefined where nothing was rejected. Those of a part of the input get a
   * number rather than take the place of others, which may be of all of it.
   */
  readonly place: (isPart: boolean) => PlacedRejects | undefined;
  /** The files that stand under their names. */
  readonly saved: () => readonly string[];
  readonly discard: () => void;
}

export interface PlacedRejects {
  readonly rejects: string;
  readonly problems: string;
}

export interface RejectsPlan {
  readonly outputs: ScoreOutputs;
  /** What stands before the first record of the input, to be repeated. */
  readonly prefix: Uint8Array;
  /** Names of the columns. */
  readonly header: readonly string[];
  /** What is said of a problem. */
  readonly messageOf: (problem: RowProblem) => string;
  readonly lineEnd: LineEnd;
  readonly hasSeveral: boolean;
  /** Bytes as the input has them. */
  readonly encode: Encode;
}

/** Makes the files once there is something to reject. */
export function createRejectFiles(plan: RejectsPlan): RejectFiles {
  const { outputs, prefix, lineEnd, hasSeveral, encode } = plan;
  const paths = rejectPaths(outputs.rejects);
  let next = 1 + linesIn(prefix, lineEnd); // the line on which the next record begins in the file of rejects
  let files: { readonly rejects: ResultFile; readonly problems: ResultFile } | undefined;
  const begin = async (): Promise<NonNullable<typeof files>> => {
    if (files !== undefined) return files;
    files = { rejects: createResultFile(paths.rejects), problems: createResultFile(paths.problems) };
    await files.rejects.write(encode(prefix));
    await files.problems.write(
      utf8Bytes(csv([[...(hasSeveral ? ['file'] : []), 'line', 'line_in_rejects', ...ABOUT]])),
    );
    return files;
  };
  return {
    add: async (records, rows, place) => {
      const { rejects, problems } = await begin();
      await rejects.write(encode(records));
      let inRejects = next;
      const cells = rows.flatMap((row) => {
        const own = problemRows(row, { ...place, inRejects }, plan);
        inRejects += row.lines ?? 0; // whose end has not been seen is the last
        return own;
      });
      await problems.write(utf8Bytes(csv(cells)));
      next += linesIn(records, lineEnd);
    },
    flush: async () => {
      await files?.rejects.flush();
      await files?.problems.flush();
    },
    place: (isPart) => {
      if (files === undefined) return undefined;
      if (outputs.isNumbered || isPart) return placedBesideOthers(files, outputs);
      files.rejects.place();
      files.problems.place();
      return paths;
    },
    saved: () => [files?.rejects.placedAt(), files?.problems.placedAt()].filter((path) => path !== undefined),
    discard: () => {
      files?.rejects.discard();
      files?.problems.discard();
    },
  };
}

/** Rejects of an earlier run that this one, which rejected nothing, leaves where they are. */
export function leftRejects({ rejects, isNumbered }: ScoreOutputs): string | undefined {
  const path = rejectPaths(rejects).rejects;
  return !isNumbered && isPresent(path) ? path : undefined;
}

/** What stands behind the places of a record. */
const ABOUT = ['urgent', 'column', 'code', 'message'];

function linesIn(bytes: Uint8Array, lineEnd: LineEnd): number {
  return countLineEnds(bytes, 0, bytes.length, lineEnd);
}

type Cells = Parameters<typeof csv>[0][number];

function problemRows(
  { line, lines = 1, problems, urgency }: RejectedRow,
  place: RejectPlace & { readonly inRejects: number },
  { header, messageOf }: Pick<RejectsPlan, 'header' | 'messageOf'>,
): readonly Cells[] {
  const several = lines > 1 ? ` (a record of ${lines} lines)` : '';
  return problems.map((problem) => [
    ...(place.file === undefined ? [] : [{ free: place.file }]),
    String(place.line + line),
    String(place.inRejects),
    urgency === 'no' ? '' : urgency,
    { free: problem.column === undefined ? '' : (header[problem.column] ?? '') },
    problem.code,
    messageOf(problem) + several,
  ]);
}

/** The first number under which neither of the files exists; another run may take it at the same moment. */
function placedBesideOthers(
  { rejects, problems }: { readonly rejects: ResultFile; readonly problems: ResultFile },
  { rejects: name, report }: ScoreOutputs,
): PlacedRejects {
  const isTaken = (path: string): boolean => report !== undefined && isSamePlace(path, report); // which comes later
  for (let number = 1; ; number += 1) {
    const paths = rejectPaths(number === 1 ? name : `${name}-${number}`);
    if (Object.values(paths).some(isTaken) || isPresent(paths.problems)) continue;
    if (!rejects.placeNew(paths.rejects)) continue;
    problems.place(paths.problems);
    return paths;
  }
}
