/** The shipped questionnaire, loaded from its files and not from what the build parsed. */

import { fileURLToPath } from 'node:url';
import { type Content, loadContent } from '../../src/cli/content.ts';
import { contentFiles } from '../../src/cli/content-files.ts';
import { valueIn } from '../fixtures/read-fixture.ts';

const FOLDER = fileURLToPath(new URL('../../questionnaires/adult-intake', import.meta.url));

/** Loads the content of the adult intake. */
export async function shippedContent(): Promise<Content> {
  return valueIn(await loadContent({ folder: FOLDER }, { ...contentFiles(), built: () => undefined }));
}

/** The five pages that stand behind policies of their own. */
export const PAGES = ['pride-institute', 'iop-explainer', 'inspire-recovery', 'cautious-guide', 'sobriety-guide'];
