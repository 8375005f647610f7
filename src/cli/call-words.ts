/** The words of a call that come from several files of the content, resolved before the first question. */

import { type CallTexts, callTexts } from '../interview/call-texts.ts';
import type { Questionnaire } from '../questionnaire/model.ts';
import type { Directory } from '../referral/model.ts';
import type { Content } from './content.ts';

/** Everything that a screen says beside the questionnaire, in the call's language. */
export function callWords(content: Content, language: string): CallTexts {
  const { questionnaire, care, emergency, directory } = content;
  const lineInWords = (id: string): string | undefined => lineOf(directory, id);
  return callTexts({ questionnaire, care, emergency, language, lineInWords, dropped: droppedIn(questionnaire) });
}

function lineOf({ lines }: Directory, id: string): string | undefined {
  const line = lines.find((one) => one.id === id);
  if (line === undefined) return undefined;
  return [`${line.name}: ${line.number}`, ...(line.also === undefined ? [] : [line.also])].join('; ');
}

/** A call that was cut off ends as nothing that the answers could show, and leaves the levels open. */
function droppedIn({ dispositions }: Questionnaire): string | undefined {
  return dispositions.find(({ when, level }) => when === undefined && level === 'open')?.id;
}
