/** A graph for another program. */

import type { Graph } from '../analysis/graph-model.ts';

/** The nodes, arrows and groups of a picture as JSON. */
export function graphJson(graph: Graph): string {
  return `${JSON.stringify({ format: 'intakeline/graph/1', ...graph }, null, 2)}\n`;
}
