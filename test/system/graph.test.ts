/** Pictures of graphs in a browser: what is drawn where, what is read aloud, light and dark; and Mermaid's own drawing of ours. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Graph } from '../../src/analysis/graph-model.ts';
import { graphMermaid } from '../../src/render/graph-mermaid.ts';
import { GRAPH_COLOURS } from '../../src/render/graph-style.ts';
import { graphSvg } from '../../src/render/graph-svg.ts';
import { runProgram } from '../cli/run-program.ts';
import { NASTY, nastyGraph } from '../render/nasty-graph.ts';
import { randomGraph } from '../render/random-graph.ts';
import { type Browser, startBrowser } from './browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'intakeline-graph-'));
let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
}, 60_000);

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
}, 60_000);

const saved = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

/** What the program draws of the shipped content. */
const PICTURES: readonly (readonly [name: string, args: readonly string[]])[] = [
  ['script', ['questions']],
  ['section', ['questions', '--section', 'home']],
  ['policy', ['policy']],
  ['another-policy', ['policy', 'pride-institute']],
  ['rule', ['policy', '--rule', 'need-day']],
  ['path', ['path', 'docs/examples/iop.yaml']],
  ['open-path', ['path', 'docs/examples/open.yaml']],
];

const graphOf = (args: readonly string[]): Graph =>
  JSON.parse(runProgram(['graph', ...args, '--format', 'json']).stdout);

const GRAPHS: readonly (readonly [name: string, graph: Graph])[] = [
  ...PICTURES.map(([name, args]) => [name, graphOf(args)] as const),
  ['nasty', nastyGraph],
];

interface Drawn {
  readonly name: string;
  readonly box: Box;
  readonly texts: readonly (Box & { readonly text: string; readonly estimated: number })[];
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Every node with the area of its outline, and each line of its text with its own. */
const NODES = `[...document.querySelectorAll('g.node')].map((node) => {
  const area = (one) => { const { left, top, right, bottom } = one.getBoundingClientRect(); return { left, top, right, bottom }; };
  return {
    name: node.getAttribute('aria-label'),
    box: area(node.querySelector('.shape')),
    texts: [...node.querySelectorAll('text')].map((text) => ({ ...area(text), text: text.textContent })),
  };
})`;

const LABELS = `[...document.querySelectorAll('rect.behind')].map((one) => {
  const { left, top, right, bottom } = one.getBoundingClientRect();
  return { left, top, right, bottom };
})`;

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right - 0.5 &&
  other.left < one.right - 0.5 &&
  one.top < other.bottom - 0.5 &&
  other.top < one.bottom - 0.5;

const lies = (inner: Box, outer: Box): boolean =>
  inner.left >= outer.left - 0.5 &&
  inner.right <= outer.right + 0.5 &&
  inner.top >= outer.top - 0.5 &&
  inner.bottom <= outer.bottom + 0.5;

test.each(GRAPHS)('the picture “%s” is whole: nothing is cut, and nothing lies on a node', async (name, graph) => {
  const file = saved(`${name}.svg`, graphSvg(graph));
  const page = await browser.open(file, 1280);
  expect(page.complaints).toEqual([]);
  expect(page.requests).toEqual([pathToFileURL(file).href]);
  const nodes: readonly Drawn[] = await page.evaluate(NODES);
  expect(nodes).toHaveLength(graph.nodes.length);
  expect(nodes.flatMap(({ texts, box }) => texts.filter((text) => !lies(text, box)).map(({ text }) => text))).toEqual(
    [],
  );
  for (const [index, one] of nodes.entries())
    expect(
      nodes
        .slice(index + 1)
        .filter((other) => overlap(one.box, other.box))
        .map((other) => [one.name, other.name]),
    ).toEqual([]);
  const labels: readonly Box[] = await page.evaluate(LABELS);
  expect(labels).toHaveLength(graph.edges.filter(({ label }) => label !== '').length);
  expect(labels.filter((label) => nodes.some(({ box }) => overlap(label, box)))).toEqual([]);
  const whole: Box = await page.evaluate(
    `(({ left, top, right, bottom }) => ({ left, top, right, bottom }))(document.documentElement.getBoundingClientRect())`,
  );
  expect(nodes.filter(({ box }) => !lies(box, whole))).toEqual([]);
});

/** For each arrow, the nodes into which it runs on its way; those at its ends are touched, not entered. */
const ENTERED = `(() => {
  const shapes = [...document.querySelectorAll('g.node')].map((node) => [node.getAttribute('aria-label'), node.querySelector('.shape').getBBox()]);
  return [...document.querySelectorAll('g.node, g.edge')].filter((one) => one.matches('g.edge')).flatMap((edge) => {
    const way = edge.querySelector('.way');
    if (way === null || edge.closest('.legend') !== null) return [];
    const points = Array.from({ length: 200 }, (_, step) => way.getPointAtLength((way.getTotalLength() * step) / 199));
    return shapes
      .filter(([, { x, y, width, height }]) =>
        points.some((at) => at.x > x + 2 && at.x < x + width - 2 && at.y > y + 2 && at.y < y + height - 2))
      .map(([name]) => [edge.getAttribute('aria-label'), name]);
  });
})()`;

test.each(GRAPHS)('no arrow of “%s” runs behind a node', async (name, graph) => {
  const page = await browser.open(saved(`${name}-ways.svg`, graphSvg(graph)), 1280);
  expect(await page.evaluate(ENTERED)).toEqual([]);
});

test('a text is never drawn wider than it was measured, and not much narrower', async () => {
  const page = await browser.open(saved('measured.svg', graphSvg(graphOf(['questions']))), 1280);
  const widths: readonly { drawn: number; room: number }[] = await page.evaluate(
    `[...document.querySelectorAll('g.edge ~ rect.behind')].map((rect) => {
      const lines = [];
      for (let one = rect.nextElementSibling; one?.matches('text.label'); one = one.nextElementSibling) lines.push(one.getBBox().width);
      return { drawn: Math.max(...lines), room: rect.getBBox().width };
    })`,
  );
  expect(widths.length).toBeGreaterThan(30);
  expect(widths.filter(({ drawn, room }) => drawn > room)).toEqual([]);
  const total = (of: 'drawn' | 'room'): number => widths.reduce((sum, one) => sum + one[of], 0);
  expect(total('drawn') / total('room')).toBeGreaterThan(0.7);
});

test.each(['light', 'dark'] as const)('it is %s where the reader wants it so', async (scheme) => {
  const page = await browser.open(saved('scheme.svg', graphSvg(nastyGraph)), 1280);
  await page.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });
  const rgb = (hex: string): string =>
    `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(', ')})`;
  const fill = (of: string): string => `getComputedStyle(document.querySelector('${of}')).fill`;
  expect(await page.evaluate(fill('rect.page'))).toBe(rgb(GRAPH_COLOURS[scheme].page));
  expect(await page.evaluate(fill('.usual text.text'))).toBe(rgb(GRAPH_COLOURS[scheme].text));
  expect(await page.evaluate(fill('.fact .shape'))).toBe(rgb(GRAPH_COLOURS[scheme].fact));
});

test('on paper it is light, whatever the screen is', async () => {
  const page = await browser.open(saved('paper.svg', graphSvg(nastyGraph)), 1280);
  await page.send('Emulation.setEmulatedMedia', {
    media: 'print',
    features: [{ name: 'prefers-color-scheme', value: 'dark' }],
  });
  expect(await page.evaluate("getComputedStyle(document.querySelector('rect.page')).fill")).toBe('rgb(255, 255, 255)');
});

interface Read {
  readonly ignored: boolean;
  readonly role: { readonly value: string };
  readonly name?: { readonly value: string };
}

test('a screen reader is told the title, every group, every node and every arrow', async () => {
  const graph = graphOf(['questions', '--section', 'home']);
  const page = await browser.open(saved('read.svg', graphSvg(graph)), 1280);
  const { nodes } = await page.send('Accessibility.getFullAXTree');
  const read = (nodes as readonly Read[]).filter(({ ignored }) => !ignored);
  const names = read.map(({ name }) => name?.value ?? '');
  expect(names).toContain(graph.title);
  const groups = read.filter(({ role }) => role.value === 'group').map(({ name }) => name?.value);
  expect(groups).toEqual([graph.groups[0]?.title, 'Legend']);
  const images = read.filter(({ role }) => /^(image|img)$/.test(role.value)).map(({ name }) => name?.value ?? '');
  expect(images).toHaveLength(graph.nodes.length + graph.edges.length);
  expect(images.filter((name) => name.includes('Where do you sleep at the moment?'))).toHaveLength(1);
  expect(images).toContain(
    '55 · household depends on 54 · housing: A home to stay in / Somewhere for now, as a guest or in a motel',
  );
  expect(images).toContain('54 · housing, then 56 · violence');
});

const MERMAID = pathToFileURL('node_modules/mermaid/dist/mermaid.min.js').href;

/** A page on which the real Mermaid draws a text of ours; its title says when it is done, or what was wrong. */
function mermaidPage(name: string, text: string, options: object = {}): string {
  const source = JSON.stringify(text).replaceAll('<', '\\u003c');
  const html = `<!DOCTYPE html><meta charset="utf-8"><title>drawing</title><pre class="mermaid"></pre><script src="${MERMAID}"></script><script>
document.querySelector('pre').textContent = ${source};
mermaid.initialize({ startOnLoad: false, ...${JSON.stringify(options)} });
mermaid.run().then(() => { document.title = 'drawn'; }, (error) => { document.title = 'failed: ' + (error.str ?? error.message); });
</script>`;
  return saved(`${name}.html`, html);
}

async function drawnByMermaid(name: string, graph: Graph, options: object = {}) {
  const page = await browser.open(mermaidPage(name, graphMermaid(graph), options), 1280);
  for (let waits = 0; waits < 200 && (await page.evaluate('document.title')) === 'drawing'; waits++)
    await new Promise((resolve) => setTimeout(resolve, 100));
  return page;
}

test.each(GRAPHS)('Mermaid itself draws “%s” with every node, group and arrow', async (name, graph) => {
  const page = await drawnByMermaid(`${name}-mermaid`, graph);
  expect(await page.evaluate('document.title')).toBe('drawn');
  const count = (selector: string): Promise<number> => page.evaluate(`document.querySelectorAll('${selector}').length`);
  expect(await count('g.node')).toBe(graph.nodes.length);
  const titled = graph.groups.filter(({ title }) => title !== '').length;
  expect(await count('g.cluster')).toBe(titled);
  expect(await count('path.flowchart-link')).toBe(
    graph.edges.length + (graph.isSequence ? graph.groups.length - 1 : 0),
  );
});

const SHOWN = `[...document.querySelectorAll('g.node')].map((node) => node.querySelector('.nodeLabel').innerText)`;

test.each([{}, { securityLevel: 'loose' }])(
  'whatever an author writes, Mermaid shows it as it was written (%o)',
  async (options) => {
    const page = await drawnByMermaid(`nasty-${Object.keys(options).length}`, nastyGraph, options);
    expect(await page.evaluate('document.title')).toBe('drawn');
    const shown: readonly string[] = await page.evaluate(SHOWN);
    const written = NASTY.map((text, index) =>
      [`${text}${index % 3 === 0 ? ' (safety, stop)' : ''}`, text, text].join('\n'),
    );
    expect([...shown].sort()).toEqual([...written].sort());
    expect(await page.evaluate("document.querySelectorAll('svg script, svg a, svg b b, svg img').length")).toBe(0);
    const labels: readonly string[] = await page.evaluate(
      `[...document.querySelectorAll('g.edgeLabel .edgeLabel')].map((one) => one.innerText).filter((text) => text !== '')`,
    );
    expect([...new Set(labels)].sort()).toEqual([...new Set(nastyGraph.edges.map(({ label }) => label))].sort());
    const groups: readonly string[] = await page.evaluate(
      `[...document.querySelectorAll('g.cluster-label')].map((one) => one.textContent)`,
    );
    expect([...groups].sort()).toEqual(nastyGraph.groups.map(({ title }) => title).sort());
  },
);

test('Mermaid takes a thousand random graphs, whatever is written in them', async () => {
  const texts = fc.sample(randomGraph, { numRuns: 1000, seed: 20261122 }).map(graphMermaid);
  const page = await drawnByMermaid('any', nastyGraph);
  const refused = `(async () => {
    const found = [];
    for (const text of ${JSON.stringify(texts)}) await mermaid.parse(text).catch((error) => found.push([text, error.message]));
    return found;
  })()`;
  const { result } = await page.send('Runtime.evaluate', {
    expression: refused,
    awaitPromise: true,
    returnByValue: true,
  });
  expect(result.value).toEqual([]);
  const broken = await page.send('Runtime.evaluate', {
    expression: `mermaid.parse('flowchart TB\\n  n0["a"b"]').then(() => 'taken', () => 'refused')`,
    awaitPromise: true,
    returnByValue: true,
  });
  expect(broken.result.value).toBe('refused');
}, 300_000);

test('the scripts print as a page that loads nothing, and every script is on it', async () => {
  const file = saved('scripts.html', runProgram(['graph', 'scripts']).stdout);
  const page = await browser.open(file, 800);
  expect(page.complaints).toEqual([]);
  expect(page.requests).toEqual([pathToFileURL(file).href]);
  expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
  expect(await page.evaluate("document.querySelectorAll('article .say').length")).toBeGreaterThan(70);
  const { data } = await page.send('Page.printToPDF', { preferCSSPageSize: true });
  const pages =
    Buffer.from(data, 'base64')
      .toString('latin1')
      .match(/\/Type \/Page\b/g)?.length ?? 0;
  expect(pages).toBeGreaterThan(5);
  expect(pages).toBeLessThan(35);
  expect(readFileSync(file, 'utf8')).not.toContain('<script');
});
