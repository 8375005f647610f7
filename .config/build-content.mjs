// Parses the shipped YAML files once, so that the program need not do it at every start.

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { parseDocument } from 'yaml';

/**
 * Every YAML file under questionnaires/ by its path: the hash of its bytes, and its value.
 * @param {string} root
 */
export async function buildContent(root) {
  /** @type {Record<string, { sha256: string; value: unknown }>} */
  const content = {};
  for (const path of await yamlFiles(root)) {
    const bytes = await readFile(`${root}${path}`);
    const document = parseDocument(bytes.toString('utf8'), {
      version: '1.2',
      schema: 'core',
      strict: true,
      uniqueKeys: true,
    });
    if (document.errors.length > 0 || document.warnings.length > 0) continue;
    content[path] = {
      sha256: createHash('sha256').update(bytes).digest('hex'),
      value: document.toJS({ maxAliasCount: 0 }),
    };
  }
  return content;
}

/** @param {string} root */
async function yamlFiles(root) {
  const names = await readdir(`${root}questionnaires`, { recursive: true });
  return names
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `questionnaires/${name}`)
    .sort();
}
