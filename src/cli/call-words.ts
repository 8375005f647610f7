/** The words of a call that come from several files of the content, resolved before the first question. */

import { directoryIn } from '../directory/in-language.ts';
import type { Directory } from '../directory/model.ts';
import { type CallTexts, callTexts } from '../interview/call-texts.ts';
import type { FirstStep } from '../policy/care-lists.ts';
import { careIn } from '../policy/in-language.ts';
import type { Questionnaire } from '../questionnaire/model.ts';
import { STEP_LINES } from '../referral/step-instructions.ts';
import type { Content } from './content.ts';

/** The same for each language of the questionnaire, resolved before the first question. */
export function callWordsFor(content: Content): (language: string) => CallTexts {
  const texts = new Map(content.questionnaire.languages.map((one) => [one, callWords(content, one)]));
  return (language) => texts.get(language) ?? callWords(content, language);
}

/** Everything that a screen says beside the questionnaire, in the call's language. */
export function callWords(content: Content, language: string): CallTexts {
  const { questionnaire, emergency, written } = content;
  const care = careIn(written.care, language);
  // Of a directory a screen says the lines alone; its programs may be thousands.
  const directory = directoryIn({ ...written.directory, programs: [] }, language);
  const lineInWords = (id: string): string | undefined => lineOf(directory, id);
  const lineInShort = (id: string): string | undefined => shortLineOf(directory, id);
  const stepNumber = (step: FirstStep): string | undefined => numberOf(directory, step);
  const dropped = droppedIn(questionnaire);
  return callTexts({ questionnaire, care, emergency, language, lineInWords, lineInShort, stepNumber, dropped });
}

function lineOf({ lines }: Directory, id: string): string | undefined {
  const line = lines.find((one) => one.id === id);
  if (line === undefined) return undefined;
  return [`${line.name}: ${line.number}`, ...(line.also === undefined ? [] : [line.also])].join('; ');
}

/** The longest number that everybody knows by itself, such as 911. */
const KNOWN_NUMBER = 3; // digits

/** A line without what it offers beside a call and a text message; a short number goes without a name. */
function shortLineOf({ lines }: Directory, id: string): string | undefined {
  const line = lines.find((one) => one.id === id);
  if (line === undefined) return undefined;
  const called = line.number.length > KNOWN_NUMBER ? `${line.name} ${line.number}` : line.number;
  const [also] = line.also?.split(';') ?? [];
  return also === undefined ? called : `${called}, ${also}`;
}

function numberOf({ lines }: Directory, step: FirstStep): string | undefined {
  const led: Partial<Record<FirstStep, string>> = STEP_LINES;
  return lines.find(({ id }) => id === led[step])?.number;
}

/** A call that was cut off ends as nothing that the answers could show, and leaves the levels open. */
function droppedIn({ dispositions }: Questionnaire): string | undefined {
  return dispositions.find(({ when, level }) => when === undefined && level === 'open')?.id;
}
