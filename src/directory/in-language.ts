/** A directory in one language, chosen once for a summary, a call or a report. */

import { inLanguage } from '../questionnaire/in-words.ts';
import type { Text } from '../questionnaire/schema.ts';
import type { Directory, Line, Program } from './model.ts';

/** Takes every text of a directory in the given language, or in the first that it has. Names of programs stay as they are. */
export function directoryIn(directory: Directory<Text>, language: string): Directory {
  const { locator } = directory;
  return {
    ...directory,
    title: inLanguage(directory.title, language),
    locator: locator && { ...locator, name: inLanguage(locator.name, language) },
    programs: directory.programs.map((program) => programIn(program, language)),
    lines: directory.lines.map((line) => lineIn(line, language)),
  };
}

function programIn(program: Program<Text>, language: string): Program {
  const { affirming, phones, notStated, week } = program;
  const words = (text: Text): string => inLanguage(text, language);
  return {
    ...program,
    affirming: affirming && { ...affirming, note: words(affirming.note) },
    phones: phones.map((phone) => ({
      ...phone,
      for: phone.for && words(phone.for),
      doubtful: phone.doubtful && words(phone.doubtful),
    })),
    notStated: notStated.map(words),
    week: week && words(week),
  };
}

function lineIn(line: Line<Text>, language: string): Line {
  const words = (text: Text): string => inLanguage(text, language);
  return { ...line, name: words(line.name), also: line.also && words(line.also), for: words(line.for) };
}
