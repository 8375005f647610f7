/** The texts that were met in a column, as many as are needed to guess what it holds. */

/** Distinct texts that are kept: what holds more is no list of codes, and only whether they are numbers still counts. */
const MOST_TEXTS = 500;

export interface ColumnSample {
  /** How often each text was met, outer blanks taken away; the empty one is left out. */
  readonly texts: ReadonlyMap<string, number>;
  /** Whether these are all. */
  readonly isComplete: boolean;
}

export interface SampledColumn {
  readonly add: (text: string) => void;
  readonly sample: () => ColumnSample;
}

/** Starts to gather the texts of a column; memory does not grow with the rows. */
export function sampleColumn(): SampledColumn {
  const texts = new Map<string, number>();
  let isComplete = true;
  const add = (text: string): void => {
    const plain = text.trim();
    if (plain === '') return;
    const before = texts.get(plain);
    if (before === undefined && texts.size >= MOST_TEXTS) isComplete = false;
    else texts.set(plain, (before ?? 0) + 1);
  };
  return { add, sample: () => ({ texts, isComplete }) };
}
