/** `intakeline directory import`: what others publish, in our own form. */

import { assembleDirectory, type ImportHeading, type ReadSource } from '../directory/import/assemble.ts';
import { CALIFORNIA, type Importer, importerFor, importRecords } from '../directory/import/importers.ts';
import { absentColumns } from '../directory/import/mapped-table.ts';
import type { DirectoryMappingSource } from '../directory/mapping-schema.ts';
import { yamlText } from '../documents/write-yaml.ts';
import { today } from '../io/clock.ts';
import { isSameFile } from '../io/same-file.ts';
import { saveFault } from '../io/save-file.ts';
import { csv } from '../render/csv.ts';
import { importReport } from '../render/directory-import.ts';
import { directoryJson } from '../render/directory-json.ts';
import type { ImportOptions } from './add-directory.ts';
import { contentFiles } from './content-files.ts';
import { loadDirectoryMapping, shippedDirectoryMappings } from './load-directory-mapping.ts';
import { type CommandResult, couldNotRun } from './outcome.ts';
import { type ReadFile, readSource } from './read-source.ts';
import { notReady, type Ready, ready, readyFrom } from './ready.ts';
import { explainSaveFault } from './save-faults.ts';

/** In characters: what any YAML file of content may have. */
const LARGEST_YAML = 256 * 1024;

/** Imports files into one directory. */
export async function importDirectory(files: readonly string[], options: ImportOptions): Promise<CommandResult> {
  const complaint = savingComplaint(files, options);
  if (complaint !== undefined) return couldNotRun(complaint);
  const mapping = await mappingFor(options);
  if (!mapping.ok) return couldNotRun(mapping.notes);
  const sources: ReadSource[] = [];
  const importers: Importer[] = [];
  for (const path of files) {
    const read = await readSource(path);
    if (!read.ok) return couldNotRun(read.notes);
    const importer = await importerOf(read.value, mapping.value, options);
    if (!importer.ok) return couldNotRun(importer.notes);
    const found = importRecords(read.value.content, importer.value);
    importers.push(importer.value);
    sources.push({ importer: importer.value.name, file: read.value.file, sha256: read.value.sha256, found });
  }
  const result = assembleDirectory(sources, headingOf(importers[0], mapping.value, options));
  const isJson = options.out.endsWith('.json');
  const content = isJson ? directoryJson(result.directory) : yamlText(result.directory);
  if (!isJson && content.length > LARGEST_YAML) return couldNotRun(tooLarge(result.directory.programs.length));
  const report = importReport(result, { isSaved: options.report !== undefined });
  const saved = await saveReport(options, result.reported);
  return {
    output: { kind: isJson ? 'json' : 'text', content, saveAs: options.out, isPublic: true },
    notes: report + saved,
    outcome: result.reported.length === 0 ? 'fine' : 'found-something',
  };
}

/** Nothing that is read may be written over, and both files must be possible before anything is read. */
function savingComplaint(files: readonly string[], { out, report, mapping }: ImportOptions): string | undefined {
  for (const place of report === undefined ? [out] : [out, report]) {
    if ([...files, ...(mapping === undefined ? [] : [mapping])].some((file) => isSameFile(place, file)))
      return `intakeline: cannot save to \`${place}\`: it is read for the import\n  name another file, so that it is kept\n`;
    const fault = saveFault(place);
    if (fault !== undefined) return explainSaveFault(place, fault);
  }
  return out === report ? `intakeline: \`--out\` and \`--report\` name the same file\n  name two\n` : undefined;
}

async function mappingFor({ mapping, from }: ImportOptions): Promise<Ready<DirectoryMappingSource | undefined>> {
  const name = mapping ?? (from === 'california' ? CALIFORNIA : undefined);
  return name === undefined ? ready(undefined) : readyFrom(await loadDirectoryMapping(name, contentFiles()));
}

async function importerOf(
  { file, content }: ReadFile,
  mapping: DirectoryMappingSource | undefined,
  { from }: ImportOptions,
): Promise<Ready<Importer>> {
  const shipped = mapping === undefined && content.kind === 'table' ? await shippedMappings() : [];
  const importer = importerFor(content, mapping, shipped);
  if (importer === undefined) return notReady(unknownForm(file, content));
  const expected = { auto: importer.name, california: CALIFORNIA, findtreatment: 'findtreatment', hsds: 'hsds-3' }[
    from
  ];
  if (importer.name !== expected)
    return notReady(
      `intakeline: \`${file}\` is not of the form \`${from}\`, but of \`${importer.name}\`\n  leave \`--from\` out, or check that this is the right file\n`,
    );
  if ('mapping' in importer && content.kind === 'table') {
    const absent = absentColumns(importer.mapping, content.table.names);
    if (absent.length > 0)
      return notReady(
        `intakeline: \`${file}\` lacks columns that the mapping \`${importer.mapping.id}\` reads: ${absent.join(', ')}\n  check that this is the right file, or change the mapping\n`,
      );
  }
  return ready(importer);
}

async function shippedMappings(): Promise<readonly DirectoryMappingSource[]> {
  const files = contentFiles();
  const names = [...shippedDirectoryMappings(files).keys()];
  const read = await Promise.all(names.map((name) => loadDirectoryMapping(name, files)));
  return read.flatMap((one) => (one.ok ? [one.value] : []));
}

function unknownForm(file: string, content: ReadFile['content']): string {
  if (isDirectory(file, content))
    return `intakeline: \`${file}\` is a directory already\n  name it where one is wanted: \`intakeline directory check FILE\`, \`decide --directory FILE\`\n`;
  return content.kind === 'table'
    ? `intakeline: \`${file}\` is a table of an unknown form\n  say with \`--mapping\` what its columns mean: docs/directory.md shows how\n`
    : `intakeline: \`${file}\` is neither HSDS nor a listing of FindTreatment.gov\n  check that this is the right file\n`;
}

/** What an import has made, or what somebody wrote in the same form. */
function isDirectory(file: string, content: ReadFile['content']): boolean {
  if (/\.ya?ml$/i.test(file)) return true;
  if (content.kind !== 'json' || typeof content.value !== 'object' || content.value === null) return false;
  return 'format' in content.value && content.value.format === 'intakeline/directory/1';
}

function headingOf(
  importer: Importer | undefined,
  mapping: DirectoryMappingSource | undefined,
  options: ImportOptions,
): ImportHeading {
  const used = importer !== undefined && 'mapping' in importer ? importer.mapping : mapping;
  const usual = importer?.name === 'findtreatment' ? FINDTREATMENT : HSDS;
  return {
    today: options.today ?? today(),
    verifiedOn: options.verifiedOn,
    id: options.id ?? used?.directory ?? usual.id,
    title: options.title ?? used?.title ?? usual.title,
    source: options.source ?? used?.source ?? usual.source,
    staleAfterDays: used?.stale_after_days ?? STALE_AFTER_DAYS,
  };
}

/** Half a year, as in the shipped directory. */
const STALE_AFTER_DAYS = 180;
const FINDTREATMENT = {
  id: 'findtreatment',
  title: 'Facilities of FindTreatment.gov',
  source: 'FindTreatment.gov, what facilities answered to its surveys',
};
const HSDS = { id: 'hsds', title: 'Services of a community directory', source: 'a community directory (HSDS 3)' };

function tooLarge(programs: number): string {
  return `intakeline: ${programs} programs are more than a YAML file may hold, which is 256 thousand characters\n  save them as JSON: name a file that ends in \`.json\`\n`;
}

async function saveReport(
  { report }: ImportOptions,
  reported: readonly {
    readonly file: string;
    readonly where: string;
    readonly code: string;
    readonly message: string;
  }[],
): Promise<string> {
  if (report === undefined) return '';
  const rows = reported.map(({ file, where, code, message }) => [{ free: file }, { free: where }, code, message]);
  const { READABLE_BY_ALL, saveFile } = await import('../io/save-file.ts');
  const fault = saveFile(report, csv([['file', 'record', 'code', 'message'], ...rows]), READABLE_BY_ALL);
  return fault === undefined ? `the reported records are in \`${report}\`\n` : explainSaveFault(report, fault);
}
