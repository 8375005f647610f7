/** Compiled policies that the build stored beside the program, and whether they are of the content at hand. */

import type { CompiledPolicy } from '../decision/compile.ts';
import { restorePolicy, type StoredPolicy } from '../decision/stored-policy.ts';
import { type DiagramFile, readDiagramFile } from '../io/diagram-file.ts';
import type { Policy } from '../policy/model.ts';
import type { Content } from './content.ts';

/** What stands before the nodes in a file of diagrams. */
export interface Header {
  readonly fingerprint: string;
  readonly order: readonly string[];
  readonly roots: readonly number[];
  /** How many nodes there are: that many numbers come before those of their children. */
  readonly nodes: number;
}

/** The policy as the build compiled it; undefined where it compiled none from this very content. */
export function storedPolicy(policy: Policy, content: Content): CompiledPolicy | undefined {
  const file = readDiagramFile(policy.id);
  const stored = file && storedFrom(file, content.fingerprint);
  return stored && restorePolicy({ questionnaire: content.questionnaire, policy, others: othersOf(content) }, stored);
}

/** The conditions on which the sources disagree are compiled with every policy. */
export function othersOf(content: Content) {
  return content.sources.disagreements.map(({ when }) => when);
}

function storedFrom({ header, numbers }: DiagramFile, fingerprint: string): StoredPolicy | undefined {
  if (!isHeader(header) || header.fingerprint !== fingerprint) return undefined;
  const { order, roots, nodes } = header;
  return { order, roots, nodes: { variables: numbers.subarray(0, nodes), children: numbers.subarray(nodes) } };
}

function isHeader(header: unknown): header is Header {
  return (
    typeof header === 'object' && header !== null && 'fingerprint' in header && 'order' in header && 'roots' in header
  );
}
