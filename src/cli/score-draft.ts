/** `intakeline score --draft-mapping`: a first mapping for an export that has none. */

import { sampleColumn } from '../batch/column-sample.ts';
import { draftMapping } from '../batch/draft-mapping.ts';
import { mayBeRecord } from '../batch/may-be-record.ts';
import { adviceFor, type FittingMapping } from '../batch/own-words.ts';
import { questionnaireMapping } from '../batch/questionnaire-mapping.ts';
import { fieldBytes, hasTextAfterQuote, splitFields, splitRecords } from '../batch/records.ts';
import { BrokenInput } from '../io/broken-input.ts';
import { fieldDecoder } from '../io/encodings.ts';
import { isPresent } from '../io/save-file.ts';
import { numbered } from '../render/grouped.ts';
import type { ScoreOptions } from './add-score.ts';
import { contentFor } from './call-ground.ts';
import { inFolder } from './content-files.ts';
import { blockMemory, cutBlocks } from './cut-blocks.ts';
import { fittingFor } from './fitting-for.ts';
import { headLines } from './head-notes.ts';
import { explainInputFault } from './input-faults.ts';
import { type OpenExport, openExport } from './open-export.ts';
import { type CommandResult, couldNotRun } from './outcome.ts';
import { readyFrom } from './ready.ts';
import { savingComplaint } from './saving-complaint.ts';
import { dialectOptions } from './score-plan.ts';

/** So many records say what codes a column has; whatever comes later is rejected as unknown, and so found. */
const MOST_SAMPLED = 200_000;

/** Bytes between two looks at whether there are enough. */
const BLOCK = 1 << 18;

/** Writes a mapping for the first of the exports. */
export async function draftFor(
  exports: readonly string[],
  file: string,
  options: ScoreOptions,
): Promise<CommandResult> {
  const complaint = await savingComplaint({ ...options, out: file }, { exports, isMapping: true });
  if (complaint !== undefined) return couldNotRun(complaint);
  if (isPresent(file)) return couldNotRun(thereAlready(file)); // it may be one that somebody has completed
  const loaded = readyFrom(await contentFor(options));
  if (!loaded.ok) return couldNotRun(loaded.notes);
  const [path = '-'] = exports;
  const opened = await openExport(path, dialectOptions(options));
  if (!opened.ok) return couldNotRun(opened.notes);
  try {
    const { samples, records, isWhole } = await sampled(opened.value);
    const { names } = opened.value;
    const { questionnaire } = loaded.value.content;
    const fitting = await fittingFor(
      names,
      { own: questionnaireMapping(questionnaire), isNamed: false, questionnaire },
      options,
    );
    const areGiven = !options.header;
    const content = draftMapping(names, samples, questionnaire, {
      areGiven,
      questions: inFolder(loaded.value.place, 'questionnaire.yaml'),
    });
    const doubt = !areGiven && mayBeRecord(names, questionnaire) ? NO_HEADER : '';
    return {
      output: { content, kind: 'text', saveAs: file },
      notes: `${headLines([opened.value]).join('\n')}\n`,
      closing: `made from the header and ${isWhole ? '' : 'the first '}${numbered(records, 'record')}; look at every line before you use it\n${doubt}${advice(fitting)}`,
      outcome: 'fine',
    };
  } catch (error) {
    if (error instanceof BrokenInput) return couldNotRun(explainInputFault(path, error.fault));
    throw error;
  } finally {
    opened.value.source.close();
  }
}

function thereAlready(file: string): string {
  return `intakeline: \`${file}\` is there already, and a draft would take its place\n  name a new file, or remove it\n`;
}

const NO_HEADER =
  'its first line may be a record and no header, so that its names are not shown: see `--no-header` and `--columns`\n';

/** Whoever drafts a mapping may not know that there is one. */
function advice(fitting: FittingMapping | undefined): string {
  return fitting === undefined ? '' : `perhaps none is needed: ${adviceFor(fitting)}\n`;
}

type Samples = Parameters<typeof draftMapping>[1];

interface Sampled {
  readonly samples: Samples;
  readonly records: number;
  /** Whether these are all records. */
  readonly isWhole: boolean;
}

/** The texts of every column; records that do not fit the header say nothing. */
async function sampled(opened: OpenExport): Promise<Sampled> {
  const { source, dialect, names, scanned } = opened;
  const columns = names.map(() => sampleColumn());
  const { decodeLoosely } = fieldDecoder(scanned);
  let records = 0;
  let isWhole = true;
  for await (const { kind, bytes } of cutBlocks(source, blockMemory(), { dialect, blockSize: BLOCK })) {
    for (const fields of kind === 'records' ? rowsIn(bytes, opened) : []) {
      records += 1;
      for (const [place, field] of fields.entries()) columns[place]?.add(decodeLoosely(field));
    }
    if (records >= MOST_SAMPLED) {
      isWhole = false;
      break;
    }
  }
  return { samples: columns.map(({ sample }) => sample()), records, isWhole };
}

/** The fields of the records that have as many as the header. */
function rowsIn(bytes: Uint8Array, { dialect, names }: OpenExport): readonly (readonly Uint8Array[])[] {
  return splitRecords(bytes, dialect).flatMap((record) => {
    const fields = record.kind === 'record' ? splitFields(bytes, record, dialect) : [];
    const isRow = fields.length === names.length && !fields.some(hasTextAfterQuote);
    return isRow ? [fields.map((field) => fieldBytes(bytes, field, dialect))] : [];
  });
}
