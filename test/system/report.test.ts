/** The report of a run in a browser: what it loads, how it is read aloud, where it overflows, how it prints. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { renderScoreReport } from '../../src/render/score-report-html.ts';
import { givenReport } from '../render/given-score-report.ts';
import { type Browser, startBrowser } from './browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'intakeline-report-'));
const saved = (name: string, html: string): string => {
  const file = join(folder, name);
  writeFileSync(file, html);
  return file;
};
const html = renderScoreReport(await givenReport());
const file = saved('report.html', html);
const million = 1_234_567;
const large = await givenReport({
  scored: 3 * million,
  statuses: new Map([['settled', million]]),
  bounds: new Map([
    ['settled iop..iop', million],
    ['open information..emergency', million],
    ['assumed iop..iop', million],
  ]),
});
let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
}, 60_000);

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
}, 60_000);

test('the page loads nothing but itself, and nothing in it is refused or goes wrong', async () => {
  const page = await browser.open(file, 1280);
  expect(page.requests).toEqual([pathToFileURL(file).href]);
  expect(page.complaints).toEqual([]);
  expect(await page.evaluate('document.compatMode')).toBe('CSS1Compat');
  expect(await page.evaluate('document.querySelectorAll("script, img, link, iframe, object").length')).toBe(0);
});

test('what the page must not do is refused by its policy, and would be seen here', async () => {
  const attack = '<script>document.title = "run"</script><img src="other.png"><p onclick="1" id="p">x</p>';
  const page = await browser.open(saved('attacked.html', html.replace('<main>', `<main>${attack}`)), 800);
  expect(await page.evaluate('document.title')).toMatch(/^Scoring report/);
  expect(page.complaints.filter((text) => /Content Security Policy/.test(text)).length).toBeGreaterThanOrEqual(2);
});

/** Elements that reach over the page's right edge and lie in nothing that scrolls by itself. */
const OVERFLOWING = `[...document.querySelectorAll('body *')]
  .filter((one) => one.closest('.scroll') === null || one.className === 'scroll')
  .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
  .map((one) => one.tagName)`;

const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

test.each([320, 1280])('nothing overflows at %i px, be the counts small or large', async (width) => {
  for (const shown of [file, saved('large.html', renderScoreReport(large))]) {
    const page = await browser.open(shown, width);
    expect(await page.evaluate('innerWidth')).toBe(width);
    expect(await page.evaluate(overflow)).toBe(0);
    expect(await page.evaluate(OVERFLOWING)).toEqual([]);
  }
  const broad = await browser.open(
    saved('broad.html', html.replace('<main>', '<main><canvas width="2000"></canvas>')),
    width,
  );
  expect(await broad.evaluate(overflow)).toBeGreaterThan(0);
  expect(await broad.evaluate(OVERFLOWING)).toEqual(['CANVAS']);
});

test('letters inside a chart stay inside it on the narrowest page', async () => {
  const page = await browser.open(file, 320);
  const cut = `[...document.querySelectorAll('svg.chart text')]
    .filter((one) => one.getBoundingClientRect().right > one.ownerSVGElement.getBoundingClientRect().right)
    .map((one) => one.textContent)`;
  expect(await page.evaluate(cut)).toEqual([]);
});

interface Read {
  readonly ignored: boolean;
  readonly role: { readonly value: string };
  readonly name?: { readonly value: string };
}

test('a screen reader is told every heading, chart and table by name, and no drawing besides', async () => {
  const page = await browser.open(file, 800);
  const { nodes } = await page.send('Accessibility.getFullAXTree');
  const read = (nodes as readonly Read[]).filter(({ ignored }) => !ignored);
  const named = (role: string): readonly string[] =>
    read.filter((node) => node.role.value === role).map((node) => node.name?.value ?? '');
  const charts = named('image').length > 0 ? named('image') : named('img');
  expect(charts).toHaveLength(6);
  expect(charts.filter((name) => name.length < 20)).toEqual([]);
  expect(charts[1]).toContain('Rows by the least intensive level that is possible, settled, assumed and open');
  expect(charts[1]).toContain('Emergency help now: 1 to 4');
  expect(named('table')).toHaveLength(14);
  expect(named('table').filter((name) => name === '')).toEqual([]);
  expect(named('region')).toEqual(['Rows by the least intensive level that is possible', 'Near misses']);
  expect(named('heading')).toHaveLength(11);
  expect(named('main')).toHaveLength(1);
  expect(named('columnheader')).toContain('Settled');
  expect(named('rowheader')).toContain('Intensive outpatient program (IOP)');
});

test('on paper the page is black on white, keeps its charts whole and loses no count', async () => {
  const page = await browser.open(file, 800);
  await page.send('Emulation.setEmulatedMedia', {
    media: 'print',
    features: [{ name: 'prefers-color-scheme', value: 'dark' }],
  });
  const style = (of: string): string => `getComputedStyle(document.querySelector('${of}'))`;
  expect(await page.evaluate(`${style('body')}.backgroundColor`)).toBe('rgb(255, 255, 255)');
  expect(await page.evaluate(`${style('body')}.color`)).toBe('rgb(0, 0, 0)');
  expect(await page.evaluate(`${style('svg.chart text')}.fill`)).toBe('rgb(0, 0, 0)');
  expect(await page.evaluate(`${style('figure')}.breakInside`)).toBe('avoid');
  expect(await page.evaluate(`${style('.scroll')}.overflowX`)).toBe('visible');
  for (const [paperWidth, paperHeight] of [
    [8.27, 11.69],
    [8.5, 11],
  ]) {
    const { data } = await page.send('Page.printToPDF', { paperWidth, paperHeight, preferCSSPageSize: false });
    const pages =
      Buffer.from(data, 'base64')
        .toString('latin1')
        .match(/\/Type\s*\/Page\b/g) ?? [];
    expect(pages.length).toBeGreaterThanOrEqual(4);
    expect(pages.length).toBeLessThanOrEqual(12);
  }
});

test('in forced colours shapes and letters take the colours that the reader chose', async () => {
  const page = await browser.open(file, 800);
  await page.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'forced-colors', value: 'active' },
      { name: 'prefers-color-scheme', value: 'dark' },
    ],
  });
  const ink = await page.evaluate(`getComputedStyle(document.querySelector('h1')).color`);
  for (const shape of ['rect.solid', 'svg.chart text']) {
    expect(await page.evaluate(`getComputedStyle(document.querySelector('${shape}')).fill`)).toBe(ink);
  }
  expect(await page.evaluate(`getComputedStyle(document.querySelector('.stripe')).stroke`)).toBe(ink);
});
