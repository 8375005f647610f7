/** The words of a call that lie above the questionnaire, resolved once, so that a screen is shown without looking anything up. */

import { actionText } from '../policy/action-text.ts';
import { ACTIONS, type Action, FIRST_STEPS, type FirstStep, LEVELS, type Level } from '../policy/care-lists.ts';
import { forEachId } from '../policy/for-each-id.ts';
import type { CareTexts, Emergency } from '../policy/texts.ts';
import { inLanguage } from '../questionnaire/in-words.ts';
import type { Questionnaire } from '../questionnaire/model.ts';

export interface CallTexts {
  readonly emergency: {
    readonly title: string;
    /** What is said for each thing to do. */
    readonly actions: Readonly<Record<Action, string>>;
    /** The same to somebody who calls about the person in danger. */
    readonly actionsForOther: Readonly<Record<Action, string>>;
    /** What a counselor does in any emergency, in order. */
    readonly steps: readonly string[];
    /** What to do when the caller is gone; stands last among the steps. */
    readonly ifCutOff: string | undefined;
    /** National lines, as briefly as they can be dialled: `988, text to 988`. */
    readonly lines: readonly string[];
    readonly notices: readonly string[];
  };
  /** The lines to offer at the end of a call without a level, by the disposition's id. */
  readonly dispositionLines: ReadonlyMap<string, readonly string[]>;
  readonly levels: Readonly<Record<Level, string>>;
  /** What has to happen first, as part of a sentence, with the number that leads there: `a crisis assessment today (988)`. */
  readonly firstSteps: Readonly<Record<FirstStep, string>>;
  /** The disposition of a call that was cut off; undefined where the questionnaire has none. */
  readonly dropped: string | undefined;
}

interface CallTextsInput {
  readonly questionnaire: Questionnaire;
  readonly care: Pick<CareTexts, 'levels' | 'firstSteps'>;
  readonly emergency: Emergency;
  readonly language: string;
  /** A national line of the directory in words; undefined where the directory has none of this id. */
  readonly lineInWords: (id: string) => string | undefined;
  /** The same as briefly as it can be dialled. */
  readonly lineInShort: (id: string) => string | undefined;
  /** The number that leads to a first step; undefined where none does. */
  readonly stepNumber: (step: FirstStep) => string | undefined;
  readonly dropped: string | undefined;
}

/** Resolves the words of a call in its language. */
export function callTexts(input: CallTextsInput): CallTexts {
  const { questionnaire, care, emergency, language, lineInWords, lineInShort, stepNumber, dropped } = input;
  const lines = (ids: readonly string[]): readonly string[] => ids.flatMap((id) => lineInWords(id) ?? []);
  const words = (texts: Emergency['steps']): readonly string[] => texts.map((text) => inLanguage(text, language));
  return {
    emergency: {
      title: inLanguage(emergency.title, language),
      actions: forEachId(ACTIONS, (id) => inLanguage(actionText(emergency, id, false), language)),
      actionsForOther: forEachId(ACTIONS, (id) => inLanguage(actionText(emergency, id, true), language)),
      steps: words(emergency.steps),
      ifCutOff: emergency.ifCutOff === undefined ? undefined : inLanguage(emergency.ifCutOff, language),
      lines: emergency.lines.flatMap((id) => lineInShort(id) ?? []),
      notices: words(emergency.notices),
    },
    dispositionLines: new Map(questionnaire.dispositions.map((one) => [one.id, lines(one.lines)])),
    levels: forEachId(LEVELS, (id) => care.levels[id].name),
    firstSteps: forEachId(FIRST_STEPS, (id) => withNumber(care.firstSteps[id].name, stepNumber(id))),
    dropped,
  };
}

function withNumber(name: string, number: string | undefined): string {
  const words = name.charAt(0).toLowerCase() + name.slice(1);
  return number === undefined ? words : `${words} (${number})`;
}
