// Parses the shipped YAML files once, so that the program need not do it at every start.

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';

const FORMAT = /^format: intakeline\/([a-z-]+)\/1$/m;

/**
 * The files of dist/ that hold content, each with the content files under questionnaires/ by their paths: the hash of the
 * bytes, and the value as the program's own reader gives it. A file with a problem is left out: the program will read it
 * again and say what is wrong.
 * @param {string} root
 * @param {typeof import('../src/cli/parse-content.ts')} reader
 */
export async function buildContent(root, { parseContent, CONTENT_SCHEMAS, builtFile }) {
  /** @type {Record<string, Record<string, { sha256: string; value: unknown }>>} */
  const built = {};
  const kinds = /** @type {(keyof typeof CONTENT_SCHEMAS)[]} */ (Object.keys(CONTENT_SCHEMAS));
  for (const path of await yamlFiles(root)) {
    const bytes = await readFile(`${root}${path}`);
    const text = bytes.toString('utf8');
    const named = FORMAT.exec(text)?.[1];
    const kind = kinds.find((one) => one === named);
    if (kind === undefined) continue;
    const read = parseContent(kind, path, text);
    if (!read.ok || read.problems.length > 0) continue;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const file = builtFile(kind);
    built[file] = { ...built[file], [path]: { sha256, value: read.value.value } };
  }
  return built;
}

/** @param {string} root */
async function yamlFiles(root) {
  const names = await readdir(`${root}questionnaires`, { recursive: true });
  return names
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `questionnaires/${name}`)
    .sort();
}
