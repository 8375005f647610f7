import { expect, test } from 'vitest';
import { type Content, loadContent } from '../../src/cli/content.ts';
import { builtContent, contentFiles } from '../../src/cli/content-files.ts';
import { listFiles } from '../../src/io/list-files.ts';
import { readFileText } from '../../src/io/read-file.ts';
import { readSealed } from '../../src/io/sealed.ts';

const folder = 'questionnaires/adult-intake';
const mappings = 'questionnaires/mappings';
const files = [folder, `${folder}/policies`, mappings].flatMap((place) => {
  const listing = listFiles(place, '.yaml');
  return listing.ok ? listing.files : [];
});

test('every shipped file was built in, so that none is parsed at start', () => {
  expect(files.length).toBeGreaterThan(10);
  expect(['content.json', 'checks.json', 'mappings.json', 'notices.json'].flatMap(builtFrom).sort()).toEqual(
    [...files].sort(),
  );
});

test('what only a check or scoring reads lies apart from what deciding reads', () => {
  expect(builtFrom('checks.json')).toEqual([
    `${folder}/cases.yaml`,
    `${folder}/marginals.yaml`,
    `${folder}/properties.yaml`,
  ]);
  const listing = listFiles(mappings, '.yaml');
  expect(builtFrom('mappings.json')).toEqual(listing.ok && listing.files);
});

/** The files whose present text is in a file of the build. */
function builtFrom(name: string): readonly string[] {
  const built = builtContent(readSealed(name));
  return files.filter((path) => {
    const read = readFileText(path);
    return read.ok && built.has(read.sha256);
  });
}

test('what was built in means the same as the files', async () => {
  const built = await loadContent({ folder }, contentFiles());
  const parsed = await loadContent({ folder }, { ...contentFiles(), built: () => undefined });
  if (!built.ok || !parsed.ok) throw new Error('the shipped content has errors');
  const { cases, properties, marginals, notices, documents, ...rest } = built.value;
  const { documents: parsedDocuments, ...others } = parsed.value;
  const {
    cases: parsedCases,
    properties: parsedProperties,
    marginals: parsedMarginals,
    notices: parsedNotices,
    ...parsedRest
  } = others;
  expect(valuesOf(documents)).toEqual(valuesOf(parsedDocuments));
  expect(rest).toEqual(parsedRest);
  expect(contentOf(await cases())).toEqual(contentOf(await parsedCases()));
  expect(contentOf(await properties())).toEqual(contentOf(await parsedProperties()));
  expect(contentOf(await marginals())).toEqual(contentOf(await parsedMarginals()));
  expect(contentOf(await notices())).toEqual(contentOf(await parsedNotices()));
});

/** What each document says, without where it stands in the text. */
function valuesOf(documents: Content['documents']): unknown {
  return JSON.parse(JSON.stringify(documents, (key, part) => (key === 'file' ? undefined : part)));
}

test('a file that somebody edited is read as it is now', async () => {
  const real = contentFiles();
  const edited = await loadContent(
    { folder },
    {
      ...real,
      read: (path) => {
        const read = real.read(path);
        if (!read.ok || !path.endsWith('questionnaire.yaml')) return read;
        return { ...read, text: read.text.replace(/^title: .*$/m, 'title: { same: Edited }'), sha256: 'other' };
      },
    },
  );
  expect(edited.ok && edited.value.questionnaire.title).toEqual({ same: 'Edited' });
});

function contentOf<T>(
  outcome: { readonly ok: true; readonly value: { readonly value: T } | undefined } | { readonly ok: false },
): T {
  if (!outcome.ok || outcome.value === undefined) throw new Error('not readable');
  return outcome.value.value;
}
