/** Everything that is said on a call, in the order of the script, as a page would show it. */

import type { Emergency } from '../policy/texts.ts';
import { inLanguage } from '../questionnaire/in-words.ts';
import type { Disposition, Question, Questionnaire } from '../questionnaire/model.ts';
import type { QuestionType, Text } from '../questionnaire/schema.ts';
import type { Mark } from './graph-model.ts';
import { marksOf } from './graph-nodes.ts';
import { conditionInWords } from './graph-words.ts';

export interface ScriptPage {
  readonly title: string;
  readonly language: string;
  /** Id and version of the questionnaire. */
  readonly made: string;
  readonly emergency: { readonly title: string; readonly steps: readonly string[] };
  readonly sections: readonly ScriptSection[];
  readonly endings: readonly ScriptEnding[];
}

export interface ScriptSection {
  readonly title: string;
  readonly questions: readonly ScriptQuestion[];
}

export interface ScriptQuestion {
  /** From 1, in the order of the script. */
  readonly number: number;
  readonly id: string;
  readonly say: string;
  readonly sayForOther: string | undefined;
  readonly probe: string | undefined;
  readonly help: string | undefined;
  /** The condition in words; undefined where everybody is asked. */
  readonly onlyIf: string | undefined;
  /** What kind of answer is taken: `one of`, `any of`, a number from where to where. */
  readonly takes: string;
  readonly options: readonly { readonly label: string; readonly isStop: boolean }[];
  readonly marks: readonly Mark[];
}

export interface ScriptEnding {
  readonly title: string;
  readonly say: string;
  readonly steps: readonly string[];
  readonly when: string;
}

interface Spoken {
  readonly questionnaire: Questionnaire;
  readonly emergency: Emergency;
  readonly language: string;
}

/** Resolves all scripts in a language. Sections without questions are left out. */
export function scriptPage({ questionnaire, emergency, language }: Spoken): ScriptPage {
  const speaking = { questionnaire, language, nameOf: (id: string) => nameOf(id, questionnaire, language) };
  const words = (text: Text): string => inLanguage(text, language);
  return {
    title: words(questionnaire.title),
    language,
    made: `${questionnaire.id} ${questionnaire.version}`,
    emergency: { title: words(emergency.title), steps: emergency.steps.map(words) },
    sections: questionnaire.sections
      .map(({ id, title }) => ({
        title: words(title),
        questions: questionnaire.questions
          .filter(({ section }) => section === id)
          .map((question) => scriptQuestion(question, speaking)),
      }))
      .filter(({ questions }) => questions.length > 0),
    endings: questionnaire.dispositions.map((one) => scriptEnding(one, speaking)),
  };
}

type Speaking = Omit<Spoken, 'emergency'> & { readonly nameOf: (id: string) => string };

/** A question by its number, a fact by its title: whoever reads a page on paper knows neither's id. */
function nameOf(id: string, { questions, facts }: Questionnaire, language: string): string {
  const question = questions.find((one) => one.id === id);
  if (question !== undefined) return `question ${question.index + 1} (${id})`;
  const fact = facts.find((one) => one.id === id);
  return fact === undefined ? id : inLanguage(fact.title, language);
}

function scriptQuestion(question: Question, speaking: Speaking): ScriptQuestion {
  const { askIf, options, none, stop } = question;
  const words = (text: Text): string => inLanguage(text, speaking.language);
  const wordsIf = (text: Text | undefined): string | undefined => text && words(text);
  const labels = options.map(({ id, label }) => ({ label: words(label), isStop: stop.includes(id) }));
  return {
    number: question.index + 1,
    id: question.id,
    say: words(question.say),
    sayForOther: wordsIf(question.sayForOther),
    probe: wordsIf(question.probe),
    help: wordsIf(question.help),
    onlyIf:
      'of' in askIf && askIf.kind === 'all' && askIf.of.length === 0 ? undefined : conditionInWords(askIf, speaking),
    takes: takesOf(question),
    options: none === undefined ? labels : [...labels, { label: words(none), isStop: false }],
    marks: marksOf(question),
  };
}

const TAKES: Readonly<Record<QuestionType, string>> = {
  'yes-no': 'yes or no',
  choice: 'one of',
  choices: 'any of',
  number: 'a number',
  text: 'a text',
  date: 'a date',
  phone: 'a telephone number',
};

function takesOf({ type, kind }: Question): string {
  return kind.kind === 'number' ? `${TAKES[type]} from ${kind.min} to ${kind.max}` : TAKES[type];
}

function scriptEnding({ title, say, steps, when }: Disposition, speaking: Speaking): ScriptEnding {
  return {
    title: inLanguage(title, speaking.language),
    say: inLanguage(say, speaking.language),
    steps: steps.map((step) => inLanguage(step, speaking.language)),
    when: when === undefined ? 'You end the call so.' : `If ${conditionInWords(when, speaking)}.`,
  };
}
