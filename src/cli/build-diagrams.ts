/** What the build stores of the shipped content. Only the build loads this. */

import { compilePolicy } from '../decision/compile.ts';
import { storePolicy } from '../decision/stored-policy.ts';
import { diagramBytes } from '../io/diagram-file.ts';
import { installedPath } from '../io/installed.ts';
import { seal } from '../io/sealed.ts';
import { encodePlaces } from '../referral/postal-places.ts';
import { type Content, loadContent } from './content.ts';
import { contentFiles } from './content-files.ts';
import { type Header, meaningHash, policySources } from './stored-policies.ts';

/** A value as the text of a file that is used only whole. */
export function sealed(value: unknown): string {
  return seal(JSON.stringify(value));
}

/** Where ZIP codes lie, as the bytes of a file. */
export const postalPlaces = encodePlaces;

export interface PolicyFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The shipped policies, compiled, as files; none while the shipped questionnaire has a fault, which `check` will say. */
export async function shippedPolicyFiles(): Promise<readonly PolicyFile[]> {
  const content = await loadContent({ folder: installedPath('questionnaires', 'adult-intake') }, contentFiles());
  return content.ok ? policyFiles(content.value) : [];
}

/** Every policy of the content, compiled, as files; one that is too large is left out and compiled again when it is used. */
export function policyFiles(content: Content): readonly PolicyFile[] {
  return content.policies.flatMap((policy) => {
    const sources = policySources(policy, content);
    const compiled = compilePolicy(content.questionnaire, policy, sources);
    if (!compiled.ok) return [];
    const { order, roots, nodes } = storePolicy(compiled.value);
    const header: Header = { meaning: meaningHash(sources), order, roots, nodes: nodes.variables.length };
    return [
      {
        name: policy.id,
        bytes: diagramBytes({ header, numbers: Int32Array.from([...nodes.variables, ...nodes.children]) }),
      },
    ];
  });
}
