/** A first reading of a column that answers a question: what of it can mean one thing only. */

import { NONE_OF_THESE } from '../conditions/fact-test.ts';
import { isOnGrid } from '../conditions/number-test.ts';
import type { Question } from '../questionnaire/model.ts';
import type { ColumnSample } from './column-sample.ts';
import { foldText } from './fold-text.ts';
import { noneTexts, optionTexts } from './option-texts.ts';
import { quotedList, quotedYaml } from './quoted-yaml.ts';
import { gridOf } from './reading-place.ts';

/** What stands between the options of a list, as exports write it. */
const SEPARATORS = [';', '|', ','];

export interface DraftReading {
  /** What stands in the file, from the question's id on. */
  readonly yaml: string;
  /** The texts can mean this only; a number may be a code, and one option a row the only one for which there was room. */
  readonly isCertain: boolean;
  /** The texts that it does not read. */
  readonly unread: readonly string[];
}

interface Form {
  readonly isRead: (text: string) => boolean;
  /** Whether texts that are read can mean this only. */
  readonly isCertain: boolean;
  /** What is written beside the column; `texts` are those that are read. */
  readonly yaml: (texts: readonly string[], areAll: boolean) => string;
}

/** Drafts the reading of a column with such texts. */
export function draftReading(question: Question, column: string, sample: ColumnSample): DraftReading {
  const form = formFor(question, [...sample.texts.keys()]);
  const texts = [...sample.texts.keys()].sort();
  const read = texts.filter(form.isRead);
  const unread = texts.filter((text) => !form.isRead(text));
  const beside = form.yaml(read, unread.length === 0 && sample.isComplete);
  return {
    yaml: `${question.id}: { column: ${quotedYaml(column)}, ${beside} }`,
    isCertain: read.length > 0 && form.isCertain,
    unread,
  };
}

/** A column that stands for one option, in the way of REDCap. */
export interface DraftBox {
  readonly column: string;
  readonly box: string;
}

/** Drafts the reading of columns that stand for one option each; `undefined` where none of them has the name of one. */
export function draftBoxes({ id, options }: Question, boxes: readonly DraftBox[]): string | undefined {
  const flags = boxes.flatMap(({ column, box }) => {
    const option = options.find((one) => isBoxOf(box, one.id));
    return option === undefined || isBoxOf(box, NONE_OF_THESE) ? [] : [`${quotedYaml(option.id)}: ${flagOf(column)}`];
  });
  const none = boxes.find(({ box }) => isBoxOf(box, NONE_OF_THESE));
  if (flags.length === 0) return undefined;
  const beside = none === undefined ? '' : `, none: ${flagOf(none.column)}`;
  return `${id}: { flags: { ${flags.join(', ')} }${beside} }`;
}

/** Whether the end of a column's name means an option of a question, or none of them. */
export function hasBox({ options }: Question, box: string): boolean {
  return isBoxOf(box, NONE_OF_THESE) || options.some(({ id }) => isBoxOf(box, id));
}

function isBoxOf(box: string, option: string): boolean {
  return option.toLowerCase() === box.toLowerCase().replaceAll('_', '-');
}

function flagOf(column: string): string {
  return `{ column: ${quotedYaml(column)}, yes: ["1"], no: ["0"] }`;
}

function formFor(question: Question, texts: readonly string[]): Form {
  if (question.kind.kind === 'number') return numberForm(question);
  return question.kind.kind === 'options' ? listForm(question, texts) : valuesForm(question);
}

function numberForm(question: Question): Form {
  const grid = gridOf(question);
  const isRead = (text: string) => /^-?[0-9]+$/.test(foldText(text)) && isOnGrid(Number(foldText(text)), grid);
  return { isRead, isCertain: false, yaml: () => 'number: true' };
}

/** Where other texts are to be added, those that are understood are written out. */
function valuesForm(question: Question): Form {
  const own = optionTexts(question);
  const yaml = (texts: readonly string[], areAll: boolean): string => {
    if (areAll || texts.length === 0) return ownValues(areAll);
    const options = question.options.flatMap(({ id }) => {
      const named = texts.filter((text) => own.get(foldText(text)) === id);
      return named.length === 0 ? [] : [`${quotedYaml(id)}: [${quotedList(named)}]`];
    });
    return `values: { ${options.join(', ')} }`;
  };
  return { isRead: (text) => own.has(foldText(text)), isCertain: true, yaml };
}

function listForm(question: Question, texts: readonly string[]): Form {
  const [own, none] = [optionTexts(question), noneTexts(question)];
  const isEntry = (text: string) => own.has(foldText(text)) || none.has(foldText(text));
  const isReadWith = (separator: string) => (text: string) => text.split(separator).every(isEntry);
  const met = SEPARATORS.find((one) => texts.some((text) => text.includes(one) && isReadWith(one)(text)));
  const separator = met ?? ';';
  return {
    isRead: isReadWith(separator),
    isCertain: met !== undefined,
    yaml: (read, areAll) => `list: ${quotedYaml(separator)}, ${ownValues(areAll || read.length > 0)}`,
  };
}

/** Where no text is one of the questionnaire's words, what each means is to be filled in. */
function ownValues(areUnderstood: boolean): string {
  return areUnderstood ? 'values: options' : 'values: {}';
}
