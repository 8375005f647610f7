/** The documents of a folder, compiled together: each is looked into as far as it and those that it refers to allow. */

import { NO_FACTS } from '../conditions/compile.ts';
import { checkDispositions, checkEmergencyLines, checkPolicyProgram } from '../directory/check-references.ts';
import { draftDirectory, isRegister } from '../directory/compile.ts';
import { directoryIn } from '../directory/in-language.ts';
import type { Directory } from '../directory/model.ts';
import type { Draft } from '../documents/collect.ts';
import type { Document } from '../documents/document.ts';
import { isSound } from '../documents/flaws.ts';
import { draftPolicies } from '../policy/compile.ts';
import { compileCare, compileEmergency, draftSources, NO_SOURCES } from '../policy/compile-texts.ts';
import { careIn, policiesIn, sourcesIn } from '../policy/in-language.ts';
import type { Policy } from '../policy/model.ts';
import type { CareTexts, Emergency, Sources } from '../policy/texts.ts';
import { areConditionsSound, unreadProblems } from '../policy/unread-questions.ts';
import type { Outcome, Problem } from '../problems/problem.ts';
import { checkEmergencyTexts } from '../questionnaire/check-emergency-texts.ts';
import { draftQuestionnaire } from '../questionnaire/compile.ts';
import type { Questionnaire } from '../questionnaire/model.ts';
import type { EmergencySource, Text } from '../questionnaire/schema.ts';
import type { ContentKind, ContentSources } from './content-kinds.ts';

/** What could be read of a folder. */
export type Documents = {
  readonly [K in Exclude<
    ContentKind,
    | 'extension'
    | 'policy'
    | 'module'
    | 'table'
    | 'cases'
    | 'properties'
    | 'marginals'
    | 'mapping'
    | 'directory-mapping'
    | 'config'
    | 'notices'
  >]: Document<ContentSources[K]> | undefined;
} & {
  readonly policies: readonly Document<ContentSources['policy']>[];
  /** Whether there are other policies that could not be read. */
  readonly areMissing: boolean;
};

/** What they become. */
export interface Parts {
  readonly questionnaire: Questionnaire;
  readonly policies: readonly Policy[];
  readonly care: CareTexts;
  readonly sources: Sources;
  readonly emergency: Emergency;
  readonly directory: Directory;
  /** The same in all languages. The parts themselves are in the first language of the questionnaire. */
  readonly written: Written;
}

/** What is read to people, with its texts in every language in which they were written. */
export interface Written {
  readonly policies: readonly Policy<Text>[];
  readonly care: CareTexts<Text>;
  readonly sources: Sources<Text>;
  readonly directory: Directory<Text>;
}

/** Takes the content in a language; a text that lacks it is in the first language that it has. */
export function contentIn<T extends Parts>(content: T, language: string): T {
  if (language === firstLanguage(content.questionnaire)) return content;
  return { ...content, ...spoken(content.written, language) };
}

function firstLanguage({ languages }: Questionnaire): string {
  return languages[0] ?? 'en';
}

function spoken(
  { policies, care, sources, directory }: Written,
  language: string,
): Omit<Parts, 'questionnaire' | 'emergency' | 'written'> {
  return {
    policies: policiesIn(policies, language),
    care: careIn(care, language),
    sources: sourcesIn(sources, language),
    directory: directoryIn(directory, language),
  };
}

/** Compiles the documents; undefined where one is not there. Where a problem was added, the parts are good for nothing. */
export function compileParts(documents: Documents, problems: Problem[], isOwnDirectory: boolean): Parts | undefined {
  const compiled = documents.questionnaire && draftQuestionnaire(documents.questionnaire);
  const questionnaire = compiled && keep(compiled, problems);
  const facts = compiled?.facts ?? NO_FACTS;
  const sources = documents.sources && keep(draftSources(documents.sources, facts), problems);
  const citable = sources ?? NO_SOURCES;
  const care = documents.levels && keepValue(compileCare(documents.levels, citable), problems);
  const emergency = documents.emergency && keepValue(compileEmergency(documents.emergency), problems);
  const directory = documents.directory && keep(draftDirectory(documents.directory, citable), problems);
  const scope = { questionnaire, facts, sources: citable, areMissing: documents.areMissing };
  const policies = keep(draftPolicies(documents.policies, scope), problems);
  problems.push(...danglingReferences(documents, directory, isOwnDirectory));
  if (documents.emergency) problems.push(...emergencyTexts(documents.emergency, documents));
  if (questionnaire && sources) problems.push(...unread(documents, questionnaire, { policies, sources }));
  if (!questionnaire || !sources || !care || !emergency || !directory || documents.areMissing) return undefined;
  const written = { sources, care, directory, policies };
  return { questionnaire, emergency, written, ...spoken(written, firstLanguage(questionnaire)) };
}

/** Takes the value of a draft and adds its problems to the others. */
export function keep<T>({ value, problems: found }: Draft<T>, problems: Problem[]): T {
  problems.push(...found);
  return value;
}

function keepValue<T>(outcome: Outcome<T>, problems: Problem[]): T | undefined {
  problems.push(...outcome.problems);
  return outcome.ok ? outcome.value : undefined;
}

function danglingReferences(
  { questionnaire, emergency, policies, directory: document }: Documents,
  directory: Directory<unknown> | undefined,
  isOwnDirectory: boolean,
): readonly Problem[] {
  const register = document && isRegister(document) ? directory : undefined;
  return [
    ...(questionnaire ? checkDispositions(questionnaire, register) : []),
    ...(emergency && register ? checkEmergencyLines(emergency, register) : []),
    ...(register && isOwnDirectory ? policies.flatMap((policy) => checkPolicyProgram(policy, register)) : []),
  ];
}

/** Where the languages themselves are in doubt, nothing is missing. */
function emergencyTexts(emergency: Document<EmergencySource>, { questionnaire }: Documents): readonly Problem[] {
  if (questionnaire === undefined || !isSound(questionnaire, ['languages'])) return [];
  const { languages } = questionnaire.value;
  const areSound = languages.every((_, index) => isSound(questionnaire, ['languages', index]));
  return areSound ? checkEmergencyTexts(emergency, languages) : [];
}

function unread(
  documents: Documents,
  value: Questionnaire,
  readers: { readonly policies: readonly Policy<unknown>[]; readonly sources: Sources<unknown> },
): readonly Problem[] {
  const { questionnaire, policies, sources, areMissing } = documents;
  if (!questionnaire || !sources || areMissing || !areConditionsSound({ questionnaire, policies, sources })) return [];
  return unreadProblems(questionnaire, value, readers);
}
