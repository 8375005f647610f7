/** Everything that a run writes: the result, what was rejected, and at the end the report. */

import { rejectMessages } from '../batch/reject-message.ts';
import { isScanned, utf8Bytes } from '../io/encodings.ts';
import { joinBytes } from '../io/join-bytes.ts';
import { createResultFile, type ResultFile } from '../io/result-file.ts';
import type { ResultSink } from '../io/result-sink.ts';
import { openStandardOutput } from '../io/standard-output.ts';
import { type Encode, encoderTo } from '../io/transcoded.ts';
import { LINE_END_TEXTS } from './line-ends.ts';
import type { ScoreOutputs } from './score-outputs.ts';
import type { ScorePlan } from './score-plan.ts';
import { createRejectFiles, type PlacedRejects, type RejectFiles } from './score-rejects.ts';

export interface ScoreFiles {
  readonly sink: ResultSink;
  readonly rejects: RejectFiles;
  /** Writes what stands before the first row; false where nobody reads. */
  readonly begin: () => Promise<boolean>;
  /** Writes the report, where there is one, and brings everything to the disk. */
  readonly finish: (report: string | undefined) => Promise<void>;
  /**
   * Puts everything under its name, all or nothing for whoever interrupts; the files of rejects, where there are any. What matters
   * most goes first, should the system refuse one. `isPart` says that not all of the input was read.
   */
  readonly place: (isPart: boolean) => PlacedRejects | undefined;
  /** The files that stand under their names. */
  readonly saved: () => readonly string[];
  /** Leaves no file, at once. */
  readonly discard: () => void;
}

/** Begins the files of a run. Throws `BrokenOutput`. */
export function openScoreFiles(plan: ScorePlan, outputs: ScoreOutputs): ScoreFiles {
  const { heads, block, bound, ground } = plan;
  const [{ encoding, lead, header, names }] = heads;
  const encode: Encode = isScanned(encoding) ? (bytes) => bytes : encoderTo(encoding);
  const result = outputs.out === undefined ? undefined : createResultFile(outputs.out);
  const sink = encoded(result ?? openStandardOutput(), block.form === 'csv' ? encode : (bytes) => bytes);
  const prefix = header.length === 0 ? lead : joinBytes([lead, header, utf8Bytes(lineEndOf(plan))]);
  const { lineEnd } = block.dialect;
  const hasSeveral = heads.length > 1;
  const messageOf = rejectMessages(bound, ground.content.questionnaire);
  const rejects = createRejectFiles({ outputs, prefix, header: names, messageOf, lineEnd, hasSeveral, encode });
  let page: ResultFile | undefined;
  return {
    sink,
    rejects,
    begin: () => (block.form === 'csv' ? sink.write(resultPrefix(plan)) : Promise.resolve(true)),
    finish: async (report) => {
      page = outputs.report === undefined || report === undefined ? undefined : createResultFile(outputs.report);
      await page?.write(utf8Bytes(report ?? ''));
      await page?.flush();
      await result?.flush();
      await rejects.flush();
    },
    place: (isPart) => {
      result?.place();
      const placed = rejects.place(isPart);
      page?.place();
      return placed;
    },
    saved: () => [result?.placedAt(), ...rejects.saved(), page?.placedAt()].filter((path) => path !== undefined),
    discard: () => {
      result?.discard();
      rejects.discard();
      page?.discard();
    },
  };
}

function encoded(sink: ResultSink, encode: Encode): ResultSink {
  return { write: (...pieces) => sink.write(...pieces.map(encode)) };
}

/** What stood before the header, and the header with the new names; without a header only the former. */
function resultPrefix(plan: ScorePlan): Uint8Array {
  const { heads, block, added } = plan;
  const [{ lead, header }] = heads;
  if (header.length === 0) return lead;
  const delimiter = String.fromCharCode(block.dialect.delimiter);
  const names = added.map((name) => `${delimiter}${name}`).join('');
  const kept = block.onlyNew ? utf8Bytes('line') : header;
  return joinBytes([lead, kept, utf8Bytes(names + lineEndOf(plan))]);
}

function lineEndOf({ block }: ScorePlan): string {
  return LINE_END_TEXTS[block.dialect.lineEnd];
}
