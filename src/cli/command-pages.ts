/** The pages that are written from the command tree. The build does not carry them: they are files of the repository. */

import { commandReference } from '../render/command-reference.ts';
import { manPage } from '../render/man-page.ts';
import { commandTree } from './command-tree.ts';
import { createProgram } from './program.ts';

/** Every page by its path in the repository. */
export function commandPages(): Readonly<Record<string, string>> {
  const tree = commandTree(createProgram({ out: '', err: '' }, async () => undefined));
  return { 'docs/commands.md': commandReference(tree), 'docs/intakeline.1': manPage(tree) };
}
