/** What is said of a file that was taken for answers and does not say that it holds any. */

import type { Problem } from '../problems/problem.ts';

/** Whether a text of YAML or JSON has a key `format`, on a line of its own or in braces. In a page of Markdown it is an example. */
export function hasFormat(text: string): boolean {
  const [beforeExample = ''] = text.split(/^```/m, 1);
  return /(?:^\uFEFF?|[{,])[ \t]*["']?format["']?[ \t]*:/m.test(beforeExample);
}

/** The one complaint about such a file. It holds nothing of it: it may be an export, or a caller's words. */
export function noAnswers(file: string): Problem {
  return {
    code: 'no-content',
    severity: 'error',
    file,
    position: undefined,
    message: 'this is no answers file: it does not say `format: intakeline/answers/1`',
    remedy:
      'check that this is the right file; if it is, begin it with that line; the rows of a CSV go through `intakeline score`',
    excerpt: undefined,
  };
}
