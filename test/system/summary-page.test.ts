/** The page of a summary and of every document in a browser: what it loads, what axe finds, where it overflows, how it prints. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RECIPIENTS } from '../../src/referral/recipients.ts';
import { documentHtml, summaryHtml } from '../../src/render/summary-html.ts';
import { valueIn } from '../fixtures/read-fixture.ts';
import { shippedContent } from '../fixtures/shipped.ts';
import { type DocumentedCall, documentMaker } from '../referral/documented.ts';
import { savedSummary } from '../render/saved-summary.ts';
import { type Browser, type Page, startBrowser } from './browser.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'intakeline-summary-'));
const content = await shippedContent();
const make = await documentMaker(content);
const cases = valueIn(await content.cases())?.value ?? [];
let browser: Browser;

/** The example callers who are sent elsewhere: to a day program, to a bed, to help now; each agrees that all are told. */
const CALLERS: readonly (readonly [string, DocumentedCall])[] = cases
  .filter(({ example }) => example !== undefined)
  .map(({ example, answers }) => {
    const agreed = new Map([...answers.values, ['consent_share', ['program', 'self']] as const]);
    return [example ?? '', { answers: { ...answers, values: agreed } }];
  });

interface NamedPage {
  readonly name: string;
  readonly html: string;
  readonly sheets: number;
}

/** All answers of a whole call take their room; nothing of them leaves the building. */
const MOST_SHEETS = { caller: 2, program: 2, emergency: 1, chart: 3 } as const;

const PAGES: readonly NamedPage[] = [
  ...(['iop-settled', 'emergency-stop'] as const).map((name) => ({
    name: `summary ${name}`,
    html: summaryHtml(savedSummary(name)),
    sheets: 2,
  })),
  ...CALLERS.flatMap(([name, call], index) =>
    RECIPIENTS.map((recipient) => {
      const language = index % 2 === 0 ? 'es' : 'en';
      const html = documentHtml(make(call, recipient, language));
      return { name: `${recipient} ${name} ${language}`, html, sheets: MOST_SHEETS[recipient] };
    }),
  ),
];

beforeAll(async () => {
  browser = await startBrowser();
}, 60_000);

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
}, 60_000);

function saved({ name, html }: Pick<NamedPage, 'name' | 'html'>): string {
  const file = join(folder, `${name.replaceAll(' ', '-')}.html`);
  writeFileSync(file, html);
  return file;
}

/** Every rule of axe that fails, with what it fails on. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(`${AXE}; undefined`);
  const run = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).slice(0, 3).join(' ')))`;
  const { result } = await page.send('Runtime.evaluate', { expression: run, awaitPromise: true, returnByValue: true });
  return result.value as readonly string[];
}

const dark = { features: [{ name: 'prefers-color-scheme', value: 'dark' }] };
const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

test('there are callers for every kind of page', () => {
  expect(CALLERS.length).toBeGreaterThan(3);
  expect(PAGES.filter(({ html }) => html.includes('class="details alarm"')).length).toBeGreaterThan(2);
});

/** How many sheets of paper a page takes. */
async function sheetsOf(page: Page): Promise<number> {
  const { data } = await page.send('Page.printToPDF', { preferCSSPageSize: true, displayHeaderFooter: false });
  const pdf = Buffer.from(String(data), 'base64').toString('latin1');
  return [...pdf.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;
}

/** By how many pixels a page is too wide for a screen. */
async function overflowAt(page: Page, width: number): Promise<number> {
  await page.send('Emulation.setDeviceMetricsOverride', { width, height: 900, deviceScaleFactor: 1, mobile: false });
  return (await page.evaluate(overflow)) as number;
}

test('axe finds nothing, nothing overflows, and a sheet or two are enough', async () => {
  const found: string[] = [];
  for (const one of PAGES) {
    const page = await browser.open(saved(one), 375);
    found.push(...(await violations(page)).map((text) => `${one.name}: ${text}`));
    await page.send('Emulation.setEmulatedMedia', dark);
    found.push(...(await violations(page)).map((text) => `${one.name}, dark: ${text}`));
    for (const width of [320, 375, 1280])
      if ((await overflowAt(page, width)) > 0) found.push(`${one.name}: too wide for ${width} px`);
    const sheets = await sheetsOf(page);
    if (sheets < 1 || sheets > one.sheets) found.push(`${one.name}: ${sheets} sheets`);
    await page.send('Page.close');
  }
  expect(found).toEqual([]);
}, 600_000);

test('what is wrong would be found', async () => {
  const html = (PAGES[0]?.html ?? '').replace(/<html lang="[a-z]+"/, '<html');
  const more = '<p style="color:#ccc;background:#fff">pale</p><canvas width="2000" height="9000"></canvas></main>';
  const page = await browser.open(saved({ name: 'broken', html: html.replace('</main>', more) }), 375);
  expect((await violations(page)).map((text) => text.split(':')[0])).toEqual(
    expect.arrayContaining(['color-contrast', 'html-has-lang']),
  );
  expect(await overflowAt(page, 1280)).toBeGreaterThan(0);
  expect(await sheetsOf(page)).toBeGreaterThan(3);
}, 60_000);

test('the page loads nothing but itself, and what it must not do is refused', async () => {
  const [one] = PAGES;
  if (one === undefined) throw new Error('no page');
  const file = saved(one);
  const page = await browser.open(file, 1280);
  expect(page.requests).toEqual([pathToFileURL(file).href]);
  expect(page.complaints).toEqual([]);
  const attack = '<script>document.title = "run"</script><img src="other.png"/>';
  const html = one.html.replace('<main>', `<main>${attack}`);
  const attacked = await browser.open(saved({ name: 'attacked', html }), 800);
  expect(await attacked.evaluate('document.title')).toMatch(/^Referral summary/);
  expect(attacked.complaints.filter((text) => /Content Security Policy/.test(text)).length).toBeGreaterThanOrEqual(2);
});

test('a number to call is a link that dials, and a heading is a heading', async () => {
  const one = PAGES.find(({ name }) => name.startsWith('caller'));
  const page = await browser.open(saved(one ?? { name: '', html: '' }), 375);
  const links = await page.evaluate(`[...document.querySelectorAll('a')].map((one) => one.getAttribute('href'))`);
  expect(links).toEqual(expect.arrayContaining(['tel:911', 'tel:988', 'tel:+18006624357']));
  expect(await page.evaluate('document.documentElement.lang')).toMatch(/^e[ns]$/);
  expect(await page.evaluate(`document.querySelectorAll('h1').length`)).toBe(1);
});
