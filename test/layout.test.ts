import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { redrawn } from '../.config/draw-architecture.mjs';
import { importsOf, moduleOf, sourceFiles, sourceText } from '../.config/imports.mjs';
import { LAYERS, TYPES_ONLY } from '../.config/layers.mjs';

interface Import {
  readonly file: string;
  readonly to: string;
  readonly types: boolean;
}

const files: readonly string[] = sourceFiles();
const imports: readonly Import[] = files.flatMap((file) => importsOf(file));
const inner = imports.filter(({ to }) => to.startsWith('src/'));
const shown = ({ file, to }: Import): string => `${file} imports ${to}`;

/** Packages that a module may use. Whoever is not listed uses none. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  io: ['chalk', 'iconv-lite', 'inquirer', '@inquirer/core'],
  cli: ['commander'],
  render: ['@dagrejs/dagre'],
  directory: ['libphonenumber-js/max'],
};

/** The libraries of the readers, and the modules that say what a person may write. Others may name their types. */
const READERS: Readonly<Record<string, readonly string[]>> = {
  zod: ['documents', 'questionnaire', 'policy', 'directory', 'batch', 'analysis', 'site'],
  yaml: ['documents'],
};

/** Joining paths touches nothing. */
const SYSTEM_OUTSIDE_IO = ['src/cli/content-files.ts imports node:path'];

const TOP_LEVEL = [
  'ARCHITECTURE.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'LICENSE',
  'README.md',
  'bin',
  'docs',
  'package-lock.json',
  'package.json',
  'questionnaires',
  'src',
  'test',
  'tsconfig.json',
];

const FORBIDDEN_NAMES = /(^|-)(utils?|helpers?|common|manager|data|handle|handler|misc)(-|$)/;

test('the scanner sees every import that the bundler sees', async () => {
  const { metafile } = await build({
    entryPoints: [...files],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outdir: 'dist',
    write: false,
    metafile: true,
    treeShaking: false,
  });
  const bundled = Object.entries(metafile.inputs).flatMap(([file, input]) =>
    input.imports.map(({ path }) => `${file} imports ${path}`),
  );
  const scanned = imports.filter(({ types }) => !types).map(shown);
  expect([...new Set(scanned)].sort()).toEqual([...new Set(bundled)].sort());
});

test('the scanner tells imports of types from imports of code', () => {
  const text =
    "import type { A } from './a.ts';\nimport {\n  b,\n} from '../b/b.ts';\nexport type { C } from './c.ts';\nconst d = import('./d.ts');\n";
  expect(importsOf('src/x/x.ts', text)).toEqual([
    { file: 'src/x/x.ts', to: 'src/x/a.ts', types: true },
    { file: 'src/x/x.ts', to: 'src/b/b.ts', types: false },
    { file: 'src/x/x.ts', to: 'src/x/c.ts', types: true },
    { file: 'src/x/x.ts', to: 'src/x/d.ts', types: false },
  ]);
});

test('every file lies in a known module', () => {
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((file) => file.split('/').length < 3 || !LAYERS.includes(moduleOf(file)))).toEqual([]);
});

test('imports lead only to earlier modules', () => {
  const layer = (file: string): number => LAYERS.indexOf(moduleOf(file));
  expect(inner.filter(({ file, to }) => layer(to) > layer(file)).map(shown)).toEqual([]);
});

test('render and io take no code from the domain', () => {
  const crossing = inner.filter(
    ({ file, to, types }) => TYPES_ONLY.includes(moduleOf(file)) && moduleOf(to) !== moduleOf(file) && !types,
  );
  expect(crossing.map(shown)).toEqual([]);
});

test('no file imports itself by way of others', () => {
  expect(cycles(inner.filter(({ types }) => !types))).toEqual([]);
});

test('only io reaches the system', () => {
  const system = imports.filter(({ to }) => to.startsWith('node:') || builtinModules.includes(to));
  expect(system.filter(({ file }) => moduleOf(file) !== 'io').map(shown)).toEqual(SYSTEM_OUTSIDE_IO);
  const globals = /\b(process|console|globalThis|performance|setTimeout|setInterval|fetch|Buffer)\b\s*[.(]/;
  expect(files.filter((file) => moduleOf(file) !== 'io' && globals.test(codeOf(file)))).toEqual([]);
});

test('only io knows the clock and chance', () => {
  const chance = /\bMath\s*\.\s*random\b|\bnew Date\b|\bDate\s*[.(]/;
  expect(files.filter((file) => moduleOf(file) !== 'io' && chance.test(codeOf(file)))).toEqual([]);
});

test('packages are used where they belong', () => {
  const packages = imports.filter(({ to, types }) => !types && !to.startsWith('src/') && !to.startsWith('node:'));
  const allowed = ({ file, to }: Import): boolean =>
    PACKAGES[moduleOf(file)]?.includes(to) === true || READERS[to]?.includes(moduleOf(file)) === true;
  expect(packages.length).toBeGreaterThan(0);
  expect(packages.filter((one) => !allowed(one)).map(shown)).toEqual([]);
});

test('nothing ends the process', () => {
  const ending = /\bprocess\s*\.\s*(exit|abort)\s*\(/;
  expect(files.filter((file) => ending.test(codeOf(file)))).toEqual([]);
});

/** To stop for a while; to end once the window is gone; and to look whether a process runs. */
const SENT = ["'SIGTSTP'", "'SIGHUP'", '0'];

test('no signal is sent that ends another process', () => {
  const sent = files.flatMap((file) =>
    [...sourceText(file).matchAll(/\bkill\s*\(.*?, (?<signal>[^)]*)\)/g)].map(({ groups }) => groups?.signal),
  );
  expect(sent.filter((signal = '') => !SENT.includes(signal))).toEqual([]);
});

test('files are named in kebab-case for what they hold', () => {
  const name = (file: string): string => file.split('/').at(-1)?.replace(/\.ts$/, '') ?? '';
  expect(files.filter((file) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name(file)))).toEqual([]);
  expect(files.filter((file) => FORBIDDEN_NAMES.test(name(file)))).toEqual([]);
});

test('every test stands where its subject does', () => {
  const tests = readdirSync('test', { withFileTypes: true });
  const folders = tests.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const others = ['bench', 'fixtures', 'calls', 'laws', 'system', 'transcripts', 'questionnaires'];
  expect(folders.filter((folder) => !LAYERS.includes(folder) && !others.includes(folder))).toEqual([]);
});

test('the top level holds what it should and nothing else', () => {
  const tracked = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).trim().split('\n');
  const names = [...new Set(tracked.map((path) => path.split('/')[0] ?? ''))].filter((name) => !name.startsWith('.'));
  expect(names.filter((name) => !TOP_LEVEL.includes(name))).toEqual([]);
});

test('the picture in ARCHITECTURE.md shows the code as it is (npm run fix redraws it)', () => {
  const page = readFileSync('ARCHITECTURE.md', 'utf8');
  expect(page).toContain('```mermaid');
  expect(redrawn(page)).toBe(page);
});

/** The text of a file without comments and without what stands in quotes. */
function codeOf(file: string): string {
  return sourceText(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, '');
}

/** The cycles that a walk along the imports meets, each as the way round. */
function cycles(edges: readonly Import[]): readonly string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) found.push([...way.slice(way.indexOf(file)), file].join(' → '));
    if (way.includes(file) || done.has(file)) return;
    for (const { to } of edges.filter((edge) => edge.file === file)) walk(to, [...way, file]);
    done.add(file);
  };
  for (const file of files) walk(file, []);
  return found;
}
