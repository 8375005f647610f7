/** Translations that cannot be what was meant: the other text once more, or other numbers. */

import type { Finding } from '../documents/collect.ts';
import type { Path } from '../documents/document.ts';
import { EVERY_LANGUAGE } from '../questionnaire/in-words.ts';
import type { Text } from '../questionnaire/schema.ts';

/** Compares the text of each language with that of the first. A language that lacks a text is another check's matter. */
export function translationFindings(text: Text, path: Path, languages: readonly string[]): readonly Finding[] {
  const [first = '', ...others] = languages;
  if (typeof text === 'string') return [];
  const original = text[first];
  if (original === undefined) return [];
  return others.flatMap((language) => {
    const translation = text[language];
    if (translation === undefined) return [];
    const found = differenceOf({ text: original, language: first }, { text: translation, language });
    return found === undefined ? [] : [{ ...found, path: [...path, language] }];
  });
}

interface Spoken {
  readonly text: string;
  readonly language: string;
}

function differenceOf(original: Spoken, translation: Spoken): Omit<Finding, 'path'> | undefined {
  if (original.text.trim() === translation.text.trim())
    return {
      code: 'text-not-translated',
      message: `\`${translation.language}\` says the same as \`${original.language}\``,
      remedy: `translate it, or write it once under \`${EVERY_LANGUAGE}\` if every language says it so`,
    };
  const only = [onlyIn(original, translation), onlyIn(translation, original)].filter((said) => said !== undefined);
  if (only.length === 0) return undefined;
  return {
    code: 'numbers-differ',
    message: only.join(', '),
    remedy: 'write the same numbers in digits in every language',
  };
}

/** Numbers in digits alone are compared: in words they are another word in each language. */
function onlyIn({ text, language }: Spoken, other: Spoken): string | undefined {
  const known = numbersIn(other.text);
  const only = [...numbersIn(text)].filter((number) => !known.has(number));
  return only.length === 0 ? undefined : `${only.map((one) => `\`${one}\``).join(' and ')} in \`${language}\` only`;
}

function numbersIn(text: string): ReadonlySet<string> {
  return new Set(text.match(/\d+/g) ?? []);
}
