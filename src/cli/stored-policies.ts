/** Compiled policies that the build stored beside the program, and whether they are of the rules at hand. */

import type { CompiledPolicy } from '../decision/compile.ts';
import { meaningOf, type PolicySources, restorePolicy, type StoredPolicy } from '../decision/stored-policy.ts';
import { type DiagramFile, readDiagramFile } from '../io/diagram-file.ts';
import { sha256Of } from '../io/sha256.ts';
import type { Policy } from '../policy/model.ts';
import type { Content } from './content.ts';

/** What stands before the nodes in a file of diagrams. */
export interface Header {
  /** Hash of all on which the diagrams depend: another hash, other diagrams. */
  readonly meaning: string;
  readonly order: readonly string[];
  readonly roots: readonly number[];
  /** How many nodes there are: that many numbers come before those of their children. */
  readonly nodes: number;
}

/** The policy as the build compiled it; undefined where it compiled none of this very meaning. */
export function storedPolicy(policy: Policy, content: Content): CompiledPolicy | undefined {
  const sources = policySources(policy, content);
  const file = readDiagramFile(policy.id);
  const stored = file && storedFrom(file, meaningHash(sources));
  return stored && restorePolicy(sources, stored);
}

/** All that a policy is compiled from: the conditions on which the sources disagree are compiled along. */
export function policySources(policy: Policy, { questionnaire, sources }: Content): PolicySources {
  return { questionnaire, policy, others: sources.disagreements.map(({ when }) => when) };
}

/** The hash that says whether stored diagrams are those of the sources. */
export function meaningHash(sources: PolicySources): string {
  return sha256Of(meaningOf(sources));
}

function storedFrom({ header, numbers }: DiagramFile, meaning: string): StoredPolicy | undefined {
  if (!isHeader(header) || header.meaning !== meaning) return undefined;
  const { order, roots, nodes } = header;
  return { order, roots, nodes: { variables: numbers.subarray(0, nodes), children: numbers.subarray(nodes) } };
}

function isHeader(header: unknown): header is Header {
  return typeof header === 'object' && header !== null && 'meaning' in header && 'order' in header && 'roots' in header;
}
