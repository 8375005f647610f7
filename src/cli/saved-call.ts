/** A saved call brought back to where it stood, under the content as it is now. */

import { createCall } from '../interview/call.ts';
import { policyText, questionnaireText } from '../interview/content-text.ts';
import type { ContentVersion, Journal, JournalHeader } from '../interview/journal.ts';
import type { Call, CallState } from '../interview/model.ts';
import { readJournal } from '../interview/read-journal.ts';
import { changedContent, type Misfit, replay } from '../interview/replay.ts';
import { callWordsIn } from '../interview/words/words.ts';
import { shownPath } from '../io/installed.ts';
import { isOrdinaryFile } from '../io/same-file.ts';
import { sha256Of } from '../io/sha256.ts';
import type { Policy } from '../policy/model.ts';
import type { Questionnaire } from '../questionnaire/model.ts';
import { type CallGround, contentFor, groundFor, type LoadedContent } from './call-ground.ts';
import { changeNotes } from './change-notes.ts';
import type { ContentOptions } from './options.ts';
import { notReady, type Ready, ready, readyFrom } from './ready.ts';

export interface SavedCall {
  readonly journal: Journal;
  readonly call: Call;
  readonly state: CallState;
  /** Replies that no longer fit, and are asked again. */
  readonly misfits: readonly Misfit[];
}

/** Replays a journal. */
export function savedCall(journal: Journal, { compiled }: CallGround): SavedCall {
  const call = createCall(compiled, { brief: journal.header.brief });
  return { journal, call, ...replay(call, journal) };
}

/** What is not the same as when a call began; hashing all of it takes its time, so only who says it asks. */
function changedSince({ header }: Journal, { content, policy }: CallGround): readonly ('questionnaire' | 'policy')[] {
  return changedContent(header, {
    questionnaire: questionnaireVersion(content.questionnaire).hash,
    policy: policyVersion(policy).hash,
  });
}

/** Which questionnaire it is, down to the last word of a script. */
export function questionnaireVersion(questionnaire: Questionnaire): ContentVersion {
  const { id, version } = questionnaire;
  return { id, version, hash: sha256Of(questionnaireText(questionnaire)) };
}

/** Which rules they are. */
export function policyVersion(policy: Policy): ContentVersion {
  return { id: policy.id, version: policy.version, hash: sha256Of(policyText(policy)) };
}

/** That a call was taken with another questionnaire than the one at hand; undefined where it was this one. */
function otherQuestionnaire(header: JournalHeader, { content, place }: LoadedContent): string | undefined {
  const { id } = header.questionnaire;
  if (id === content.questionnaire.id) return undefined;
  return `intakeline: call \`${header.id}\` was taken with the questionnaire \`${id}\`, and \`${place}\` holds \`${content.questionnaire.id}\`\n  name its folder with \`--questionnaire\`\n`;
}

/** Where a journal was read from. */
export interface JournalSource {
  readonly text: string;
  readonly path: string;
}

/** A saved call with what it stands on, and what is not as it was: a sentence each, in a language of the call's screens. */
export interface LoadedCall {
  readonly saved: SavedCall;
  readonly ground: CallGround;
  readonly noticesIn: (language: string) => readonly string[];
}

/** Reads one saved call with the content that it, or whoever asks for it, names. */
export async function loadSavedCall(
  { text, path }: JournalSource,
  options: ContentOptions & { readonly policy?: string },
): Promise<Ready<LoadedCall>> {
  const journal = readyFrom(readJournal(text, shownPath(path)));
  if (!journal.ok) return journal;
  const { header } = journal.value;
  const taken = header.directory === undefined ? undefined : [header.directory].flat();
  const isGone = options.directory === undefined && taken?.every(isOrdinaryFile) === false;
  const directory = options.directory ?? (isGone ? undefined : taken);
  const loaded = readyFrom(await contentFor({ ...options, ...(directory === undefined ? {} : { directory }) }));
  if (!loaded.ok) return loaded;
  const other = otherQuestionnaire(header, loaded.value);
  if (other !== undefined) return notReady(other);
  const ground = readyFrom(groundFor(loaded.value, options.policy ?? header.policy.id));
  if (!ground.ok) return ground;
  const saved = savedCall(journal.value, ground.value);
  const changed = changedSince(saved.journal, ground.value);
  const noticesIn = (language: string): readonly string[] => [
    ...changeNotes(saved, changed, { ground: ground.value, language }),
    ...(isGone ? [callWordsIn(language).saving.directoryGone] : []),
  ];
  return ready({ saved, ground: ground.value, noticesIn });
}
