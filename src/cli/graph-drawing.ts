/** A graph in the form that was asked for. A form's own code is loaded when it is needed. */

import type { Graph } from '../analysis/graph-model.ts';
import type { DrawingOptions } from './add-graph.ts';
import type { CommandResult, Output } from './outcome.ts';

/** Characters and arrows up to which Mermaid draws by default (`maxTextSize` and `maxEdges` of its configuration). */
const MERMAID_DRAWS = { characters: 50_000, arrows: 500 } as const;

/** Draws the graph for standard output, or to be saved. */
export async function drawing(graph: Graph, { format, out }: DrawingOptions): Promise<CommandResult> {
  switch (format) {
    case 'svg': {
      const { graphSvg } = await import('../render/graph-svg.ts');
      return drawn({ kind: 'text', content: graphSvg(graph), saveAs: out });
    }
    case 'json': {
      const { graphJson } = await import('../render/graph-json.ts');
      return drawn({ kind: 'json', content: graphJson(graph), saveAs: out });
    }
    case 'mermaid': {
      const { graphMermaid } = await import('../render/graph-mermaid.ts');
      const content = graphMermaid(graph);
      return { ...drawn({ kind: 'text', content, saveAs: out }), notes: sizeNote(content.length, graph.edges.length) };
    }
    default:
      return format satisfies never;
  }
}

function drawn(output: Output): CommandResult {
  return { output, notes: '', outcome: 'fine' };
}

function sizeNote(characters: number, arrows: number): string {
  if (characters <= MERMAID_DRAWS.characters && arrows <= MERMAID_DRAWS.arrows) return '';
  return 'note: Mermaid draws this only where its `maxTextSize` and `maxEdges` are raised\n  draw a part of it, or use `--format svg`\n';
}
