/** The values that a shell offers while a command line is typed. Where nothing can be read there are none: nobody asked for a complaint. */

import { exampleCallers } from '../analysis/example-callers.ts';
import { LEVELS } from '../policy/care-lists.ts';
import type { Listed } from '../render/command-tree.ts';
import { contentFor } from './call-ground.ts';
import type { Content } from './content.ts';
import type { ContentOptions } from './options.ts';
import { savedSessions } from './saved-sessions.ts';

/** A value that may be typed. */
export interface ListedValue {
  readonly value: string;
  /** What it is, in a few words; never anything of a caller. */
  readonly says: string;
}

/** Lists the values of a kind. */
export async function listValues(kind: Listed, options: ContentOptions): Promise<readonly ListedValue[]> {
  if (kind === 'calls') return savedCalls();
  const loaded = await contentFor(options);
  return loaded.ok ? ofContent(kind, loaded.value.content) : [];
}

async function ofContent(kind: Exclude<Listed, 'calls'>, content: Content): Promise<readonly ListedValue[]> {
  const { questionnaire, policies, care } = content;
  switch (kind) {
    case 'policies':
      return policies.map(({ id, title }) => ({ value: id, says: title }));
    case 'languages':
      return questionnaire.languages.map((value) => ({ value, says: 'a language of the script' }));
    case 'levels':
      return LEVELS.map((value) => ({ value, says: care.levels[value].name }));
    case 'examples': {
      const cases = await content.cases();
      const callers = exampleCallers((cases.ok ? cases.value?.value : undefined) ?? [], questionnaire);
      return callers.map(({ name, title }) => ({ value: name, says: title }));
    }
    default:
      return kind satisfies never;
  }
}

/** Ids say when a call began and nothing of who called; where each stands is for `calls list` to say. */
function savedCalls(): readonly ListedValue[] {
  const list = savedSessions([]);
  return list.ok ? [...list.sessions].reverse().map(({ id }) => ({ value: id, says: 'a saved call' })) : [];
}
