// Draws how the shipped policies differ, pair by pair: the table in docs/compare.md and docs/comparison.svg. A test compares both.

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildAll } from './build.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
export const PAGE = `${root}docs/compare.md`;
export const PICTURE = `${root}docs/comparison.svg`;
const TABLE = /(<!-- pairs -->\n)[\s\S]*?(\n<!-- end of pairs -->)/;

/**
 * @typedef {{ readonly fraction: string; readonly value: number }} Share
 * @typedef {{ readonly all: readonly Share[]; readonly calm: readonly Share[] }} Shares
 * @typedef {'same' | 'down' | 'up' | 'silent' | 'no-level' | 'differ'} Step
 * @typedef {{ readonly before: { readonly id: string }; readonly after: { readonly id: string }; readonly steps: Readonly<Record<Step, Shares>> }} Pair
 */

/** Every pair of the shipped policies as the built program compares them, the most different first.
 * @returns {readonly Pair[]}
 */
export function pairs() {
  const args = ['bin/intakeline.js', 'compare', '--format', 'json', '--marginals'];
  const marginals = 'questionnaires/adult-intake/marginals.yaml';
  const { status, stdout, stderr } = spawnSync(process.execPath, [...args, marginals], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`compare ended with ${status}: ${stderr}`);
  /** @type {Pair[]} */
  const all = JSON.parse(stdout).pairs;
  return all.toSorted((left, right) => weighted(right, 'differ') - weighted(left, 'differ'));
}

/**
 * The share of a step among callers who are no emergency, by the marginals.
 * @param {Pair} pair
 * @param {Step} step
 */
function weighted({ steps }, step) {
  return steps[step].calm[1]?.value ?? 0;
}

/**
 * The page with the table as it is now.
 * @param {string} page
 * @param {readonly Pair[]} compared
 */
export function withTable(page, compared) {
  return page.replace(TABLE, (_, before, after) => `${before}\n${table(compared)}\n${after}`);
}

/** @param {readonly Pair[]} compared */
function table(compared) {
  const rows = compared.map(({ before, after, steps }) => {
    /** @param {Step} step */
    const share = (step) => percent(steps[step].calm[1]);
    return [
      `\`${before.id}\``,
      `\`${after.id}\``,
      ...[share('differ'), share('up'), share('down'), share('silent')],
      ...[percent(steps.differ.calm[0]), percent(steps.differ.all[0])],
    ];
  });
  const heads = [
    ...['policy', 'beside', 'differ', 'the second higher', 'the second lower', 'only one says something'],
    ...['differ, every answer equally likely', 'the same of all answers, emergencies included'],
  ];
  const rule = heads.map((_, column) => (column < 2 ? '---' : '--:'));
  return [heads, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** @param {Share | undefined} share */
function percent(share) {
  if (share === undefined || share.fraction === '0/1') return '–';
  if (share.fraction === '1/1') return '100 %';
  if (share.value < 0.001) return 'under 0.1 %';
  return share.value > 0.999 ? 'over 99.9 %' : `${(share.value * 100).toFixed(1)} %`;
}

const ROW = 26;
const LABELS = 280;
const BAR = 430;
const WIDTH = 820;
const TOP = 108;

/** What a bar is made of, from left to right. Blue and orange are told apart by whoever does not tell red from green; hatching by everybody. */
const PARTS = [
  { step: 'down', look: 'lower', means: 'second policy lower' },
  { step: 'up', look: 'higher', means: 'second policy higher' },
  { step: 'silent', look: 'silent', means: 'only one says something' },
  { step: 'same', look: 'same', means: 'the same' },
];

const STYLE = `
text { font: 13px system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; fill: #1f2328; }
.title { font-size: 15px; font-weight: 600; }
.quiet { fill: #59636e; }
.lower { fill: #c4570a; } .higher { fill: #0b65ac; } .silent { fill: url(#hatched); } .same { fill: #d8dee4; }
.lines { stroke: #59636e; stroke-width: 1.5; } .ground { fill: #f6f8fa; } .frame { fill: none; stroke: #59636e; stroke-width: 0.5; }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3; } .quiet { fill: #9ea7b3; }
  .lower { fill: #f0883e; } .higher { fill: #4ea1f0; } .same { fill: #3d444d; }
  .lines { stroke: #9ea7b3; } .ground { fill: #151b23; } .frame { stroke: #9ea7b3; }
}`;

/**
 * The picture of all pairs.
 * @param {readonly Pair[]} compared
 */
export function picture(compared) {
  const height = TOP + compared.length * ROW + 12;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title desc">`,
    '<title id="title">How the shipped policies differ, pair by pair</title>',
    `<desc id="desc">${compared.map(({ before, after, steps }) => `${before.id} and ${after.id} differ for ${percent(steps.differ.calm[1])}`).join('; ')}.</desc>`,
    `<style>${STYLE}</style>`,
    '<defs><pattern id="hatched" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" class="ground"/><line x1="0" y1="0" x2="0" y2="7" class="lines"/></pattern></defs>',
    '<text class="title" x="8" y="22">What two policies say of the same caller</text>',
    '<text class="quiet" x="8" y="42">Callers who are no emergency, weighted by how often answers are given; the number is the share on which the two differ.</text>',
    ...legend(),
    ...compared.flatMap(bar),
    '</svg>',
    '',
  ].join('\n');
}

function legend() {
  const starts = [LABELS, LABELS + 172, LABELS + 348, 8];
  const names = `<text class="quiet" x="${LABELS - 10}" y="${TOP - 10}" text-anchor="end">first, second policy</text>`;
  const looks = PARTS.flatMap(({ look, means }, place) => [
    `<rect class="${look}" x="${starts[place]}" y="58" width="16" height="14"/>`,
    `<rect class="frame" x="${starts[place]}" y="58" width="16" height="14"/>`,
    `<text x="${(starts[place] ?? 0) + 22}" y="70">${means}</text>`,
  ]);
  return [...looks, names];
}

/**
 * @param {Pair} pair
 * @param {number} place
 */
function bar(pair, place) {
  const y = TOP + place * ROW;
  let x = LABELS;
  const parts = PARTS.flatMap(({ step, look }) => {
    const width = weighted(pair, /** @type {Step} */ (step)) * BAR;
    const drawn = `<rect class="${look}" x="${x.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="17"/>`;
    x += width;
    return width < 0.05 ? [] : [drawn];
  });
  return [
    `<text x="${LABELS - 10}" y="${y + 13}" text-anchor="end">${pair.before.id}, ${pair.after.id}</text>`,
    ...parts,
    `<rect class="frame" x="${LABELS}" y="${y}" width="${BAR}" height="17"/>`,
    `<text x="${WIDTH - 12}" y="${y + 13}" text-anchor="end">${percent(pair.steps.differ.calm[1])}</text>`,
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildAll();
  const compared = pairs();
  writeFileSync(PICTURE, picture(compared));
  writeFileSync(PAGE, withTable(readFileSync(PAGE, 'utf8'), compared));
}
