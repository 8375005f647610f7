/** What is said of a file that does not say what it is. */

import type { Problem } from '../problems/problem.ts';
import type { ContentKind } from './content-kinds.ts';

/** The complaint holds nothing of the file: where a mapping is named, it is most often an export. */
export function noContent(kind: ContentKind, file: string): Problem {
  const format = `\`format: intakeline/${kind}/1\``;
  const isMapping = kind === 'mapping';
  return {
    code: 'no-content',
    severity: 'error',
    file,
    position: undefined,
    message: `${isMapping ? 'this looks like an export rather than a mapping' : 'this is no file of the kind that is needed here'}: it does not say ${format}`,
    remedy: isMapping
      ? 'name a mapping, such as one that `--draft-mapping` made; if this is one, begin it with that line'
      : 'check that this is the right file; if it is, begin it with that line',
    excerpt: undefined,
  };
}
