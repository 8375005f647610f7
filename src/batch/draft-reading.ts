/** A first reading of a column that answers a question: what of it can mean one thing only. */

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
  /** The texts can mean this only; a number may be a code. */
  readonly isCertain: boolean;
  /** The texts that it does not read. */
  readonly unread: readonly string[];
}

interface Form {
  readonly isRead: (text: string) => boolean;
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
    isCertain: read.length > 0 && question.kind.kind !== 'number',
    unread,
  };
}

/** Drafts the reading of a column that stands for one option, in the way of REDCap. */
export function draftBox({ id, options }: Question, column: string, box: string): string {
  const named = options.find((option) => option.id.toLowerCase() === box.toLowerCase().replaceAll('_', '-'));
  const flag = `{ column: ${quotedYaml(column)}, yes: ["1"], no: ["0"] }`;
  return `${id}: { flags: { ${named?.id ?? 'OPTION'}: ${flag} } }`;
}

function formFor(question: Question, texts: readonly string[]): Form {
  if (question.kind.kind === 'number') return numberForm(question);
  return question.kind.kind === 'options' ? listForm(question, texts) : valuesForm(question);
}

function numberForm(question: Question): Form {
  const grid = gridOf(question);
  const isRead = (text: string) => /^-?[0-9]+$/.test(foldText(text)) && isOnGrid(Number(foldText(text)), grid);
  return { isRead, yaml: () => 'number: true' };
}

/** Where other texts are to be added, those that are understood are written out. */
function valuesForm(question: Question): Form {
  const own = optionTexts(question);
  const yaml = (texts: readonly string[], areAll: boolean): string => {
    if (areAll || texts.length === 0) return 'values: options';
    const options = question.options.flatMap(({ id }) => {
      const named = texts.filter((text) => own.get(foldText(text)) === id);
      return named.length === 0 ? [] : [`${quotedYaml(id)}: [${quotedList(named)}]`];
    });
    return `values: { ${options.join(', ')} }`;
  };
  return { isRead: (text) => own.has(foldText(text)), yaml };
}

function listForm(question: Question, texts: readonly string[]): Form {
  const [own, none] = [optionTexts(question), noneTexts(question)];
  const isEntry = (text: string) => own.has(foldText(text)) || none.has(foldText(text));
  const isReadWith = (separator: string) => (text: string) => text.split(separator).every(isEntry);
  const met = SEPARATORS.find((one) => texts.some((text) => text.includes(one) && isReadWith(one)(text)));
  const separator = met ?? ';';
  return { isRead: isReadWith(separator), yaml: () => `list: ${quotedYaml(separator)}, values: options` };
}
