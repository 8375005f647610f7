import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { editorNames } from '../../src/analysis/editor-names.ts';
import { COMPLETIONS, editorSchema } from '../../src/analysis/editor-schema.ts';
import { CONTENT_SCHEMAS } from '../../src/cli/parse-content.ts';
import { schema } from '../../src/cli/schema.ts';
import { schemaKinds } from '../../src/cli/schema-kinds.ts';
import { type JsonSchema, jsonSchemaOf } from '../../src/documents/json-schema.ts';
import { OVERRIDE_CODES } from '../../src/interview/model.ts';
import { LEVELS, SUPPORTS } from '../../src/policy/care-lists.ts';
import { inLanguage } from '../../src/questionnaire/in-words.ts';
import { answersSchema } from '../../src/questionnaire/schema.ts';
import { shippedContent } from '../fixtures/shipped.ts';
import { type LanguageServer, startLanguageServer } from './language-server.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const FOLDER = join(ROOT, 'questionnaires/adult-intake');
const MODELINE = /^# yaml-language-server: \$schema=(\S+)$/;

const written = ['questionnaires', 'docs/examples'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(ROOT, folder, name)),
);

function openSchema(kind: ReturnType<typeof schemaKinds>[number]): JsonSchema {
  return jsonSchemaOf(kind === 'answers' ? answersSchema : CONTENT_SCHEMAS[kind]);
}

/** Every key that may be written, with the way to it, and the schema of what stands there. */
function keys(part: unknown, way: string): readonly (readonly [string, JsonSchema])[] {
  if (Array.isArray(part)) return part.flatMap((one) => keys(one, way));
  if (typeof part !== 'object' || part === null) return [];
  const { properties = {}, items, anyOf, allOf, additionalProperties } = part as JsonSchema;
  const own = Object.entries(properties as Record<string, JsonSchema>);
  return [
    ...own.flatMap(([key, value]) => [[`${way}.${key}`, value] as const, ...keys(value, `${way}.${key}`)]),
    ...[items, anyOf, allOf, additionalProperties].flatMap((inner) => keys(inner, `${way}[]`)),
  ];
}

test.each(schemaKinds())('an editor has something to say about every key of a file of kind %s', (kind) => {
  const silent = keys(openSchema(kind), kind)
    .filter(([, value]) => typeof value.description !== 'string')
    .map(([way]) => way);
  expect(silent).toEqual([]);
});

test('every id that a schema leaves to the folder is one that a folder has', () => {
  const left = schemaKinds().flatMap((kind) =>
    [...JSON.stringify(openSchema(kind)).matchAll(/"completes":"([^"]*)"/g)].map(([, word]) => word),
  );
  expect(COMPLETIONS).toEqual(expect.arrayContaining(left));
  expect(left).toEqual(expect.arrayContaining([...COMPLETIONS]));
});

test('no schema keeps what was left to the folder, with ids or without', async () => {
  const names = editorNames(await shippedContent());
  for (const kind of schemaKinds())
    for (const one of [editorSchema(openSchema(kind), names), editorSchema(openSchema(kind), undefined)])
      expect(JSON.stringify(one)).not.toContain('"completes"');
});

test.each(schemaKinds())('the shipped schema of kind %s is the one that the program prints', async (kind) => {
  const printed = await schema(kind, {});
  expect(readFileSync(join(FOLDER, 'schemas', `${kind}.json`), 'utf8')).toBe(printed.output?.content);
});

test.each(written.map((file) => relative(ROOT, file)))('%s names the schema of its kind', (name) => {
  const file = join(ROOT, name);
  const text = readFileSync(file, 'utf8');
  const kind = /^kind: table$/m.test(text) ? 'table' : /^format: intakeline\/([a-z-]+)\//m.exec(text)?.[1];
  const named = MODELINE.exec(text.split('\n', 1)[0] ?? '')?.[1] ?? '';
  expect(resolve(dirname(file), named)).toBe(join(FOLDER, 'schemas', `${kind}.json`));
});

/** The ids that the schema of a kind offers at the end of a way of keys; `*` goes into the items of a list. */
function offered(kind: ReturnType<typeof schemaKinds>[number], names: ReturnType<typeof editorNames>, way: string) {
  let part: unknown = editorSchema(openSchema(kind), names);
  for (const key of way.split(' ')) {
    const { properties = {}, items } = part as { properties?: Record<string, unknown>; items?: unknown };
    part = key === '*' ? items : properties[key];
  }
  return part as JsonSchema;
}

test('an editor offers where a policy or rule is named what the reader takes there, and no more', async () => {
  const content = await shippedContent();
  const names = editorNames(content);
  const policies = content.policies.map(({ id }) => id);
  const rules = new Set(content.policies.flatMap((policy) => policy.rules.map(({ id }) => id)));
  const ids = (kind: 'policy' | 'cases' | 'properties', way: string) =>
    new Set(offered(kind, names, way).enum as string[]);
  expect(ids('policy', 'extends *')).toEqual(new Set(policies));
  expect(ids('properties', 'properties * equivalent_to policy')).toEqual(new Set(policies));
  expect(ids('properties', 'properties * policies *')).toEqual(new Set([...policies, 'all']));
  expect(ids('cases', 'cases * expect * policies *')).toEqual(new Set([...policies, 'all']));
  expect(ids('policy', 'rules * replaces')).toEqual(rules);
  expect(ids('cases', 'cases * expect * holds *')).toEqual(rules);
  expect(ids('cases', 'cases * expect * deciding *')).toEqual(new Set([...rules, 'otherwise']));
});

test('an editor knows what may be unknown, chosen instead, added and counted', async () => {
  const content = await shippedContent();
  const names = editorNames(content);
  const { questions, facts } = content.questionnaire;
  const refs = questions.flatMap(({ id, kind }) => [
    id,
    ...(kind.kind === 'options' ? kind.options.map((option) => `${id}.${option}`) : []),
  ]);
  for (const [kind, list] of [
    ['answers', ''],
    ['cases', 'cases * '],
  ] as const)
    for (const key of ['unsure', 'declined']) expect(offered(kind, names, `${list}${key} *`)['enum']).toEqual(refs);
  expect(offered('answers', names, 'not_asked *')['enum']).toEqual(refs);
  expect(offered('answers', names, 'override level')['enum']).toEqual(LEVELS.filter((id) => id !== 'emergency'));
  expect(offered('answers', names, 'override code')['enum']).toEqual(OVERRIDE_CODES);
  expect(offered('questionnaire', names, 'dispositions * supports *')['enum']).toEqual(SUPPORTS);
  for (const kind of ['answers', 'cases', 'marginals', 'mapping'] as const)
    expect([kind, offered(kind, names, 'questionnaire')['enum']]).toEqual([kind, [content.questionnaire.id]]);
  const counted = offered('questionnaire', names, 'facts * points');
  const read = [...questions.filter(({ options }) => options.length > 0), ...facts].map(({ id }) => id);
  expect([...read].sort()).toEqual(Object.keys(counted['properties'] as object).sort());
  const housing = questions.find(({ id }) => id === 'housing')?.options.map(({ id }) => id);
  expect(Object.keys(offered('questionnaire', names, 'facts * points housing')['properties'] as object)).toEqual(
    housing,
  );
});

test('an editor takes of a number the steps that the reader takes', async () => {
  const content = await shippedContent();
  const names = editorNames(content);
  let numbers = 0;
  for (const { id, kind } of content.questionnaire.questions) {
    if (kind.kind !== 'number') continue;
    numbers += 1;
    expect([id, offered('answers', names, `answers ${id}`)['multipleOf']]).toEqual([id, kind.step]);
  }
  expect(numbers).toBeGreaterThan(3);
  const apart = names.questions.map((one) =>
    one.kind.kind === 'number' ? { ...one, kind: { ...one.kind, min: 1, max: 9, step: 2 } } : one,
  );
  expect(offered('answers', { ...names, questions: apart }, 'answers age')).not.toHaveProperty('multipleOf');
});

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'schemas-'));
  folders.push(folder);
  return folder;
};

test('saving all schemas replaces schemas of ours, and what anybody in the folder may read', async () => {
  const into = newFolder();
  expect((await schema(undefined, { into, anyIds: true })).outcome).toBe('fine');
  const open = readFileSync(join(into, 'policy.json'), 'utf8');
  expect((await schema(undefined, { into })).outcome).toBe('fine');
  expect(readFileSync(join(into, 'policy.json'), 'utf8')).not.toBe(open);
  expect(readdirSync(into).sort()).toEqual(
    schemaKinds()
      .map((kind) => `${kind}.json`)
      .sort(),
  );
  const ordinary = join(newFolder(), 'ordinary');
  writeFileSync(ordinary, '', { mode: 0o644 }); // as the system's mask leaves it
  for (const name of readdirSync(into)) expect(statSync(join(into, name)).mode).toBe(statSync(ordinary).mode);
});

test('saving all schemas saves none where one cannot be, and says of each why', async () => {
  const into = newFolder();
  const present = {
    'answers.json': '{"my": "answers"}',
    'levels.json':
      '{"$schema": "http://json-schema.org/draft-07/schema#", "properties": {"format": {"const": "other/1"}}}',
    'policy.json': 'no json',
  };
  for (const [name, text] of Object.entries(present)) writeFileSync(join(into, name), text);
  symlinkSync(join(into, 'answers.json'), join(into, 'table.json'));
  const { outcome, notes } = await schema(undefined, { into, anyIds: true });
  expect(outcome).toBe('could-not-run');
  const named = [...notes.matchAll(/cannot save to `([^`]*)`/g)].map(([, file = '']) => relative(into, file));
  expect(named.sort()).toEqual([...Object.keys(present), 'table.json'].sort());
  expect(readdirSync(into).sort()).toEqual([...Object.keys(present), 'table.json'].sort());
  for (const [name, text] of Object.entries(present)) expect(readFileSync(join(into, name), 'utf8')).toBe(text);
});

test('any ids and the ids of a questionnaire contradict each other', async () => {
  const { outcome, notes } = await schema('policy', { anyIds: true, questionnaire: FOLDER });
  expect([outcome, notes]).toEqual(['could-not-run', expect.stringContaining('do not go together')]);
});

let server: LanguageServer;
beforeAll(async () => {
  server = await startLanguageServer();
});
afterAll(() => server.stop());

test.each(written.map((file) => relative(ROOT, file)))(
  'an editor finds nothing wrong in %s',
  async (name) => {
    const file = join(ROOT, name);
    expect(await server.open(file, readFileSync(file, 'utf8'))).toEqual([]);
  },
  30_000,
);

/** Opens a policy of one rule; `|` marks a place. Gives the text, and where the mark was. */
async function openPolicy(name: string, rule: string) {
  const file = join(FOLDER, 'policies', `${name}.yaml`);
  const marked = `# yaml-language-server: $schema=../schemas/policy.json
format: intakeline/policy/1
id: ${name}
version: "1"
date: 2026-11-22
title: A policy
about: A policy.
otherwise: { level: information, because: Nothing., cites: [practice#J] }
rules:
${rule}`;
  const before = marked.slice(0, Math.max(marked.indexOf('|'), 0)).split('\n');
  const diagnostics = await server.open(file, marked.replace('|', ''));
  return { file, diagnostics, line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

const RULE = `  - id: one
    when: { housing: none }
    then: { at_least: residential }
    because: A reason.
    cites: [practice#J]
`;

test('an editor marks a misspelt question, a value that it cannot have, and a key that nothing reads', async () => {
  expect((await openPolicy('right', RULE)).diagnostics).toEqual([]);
  const wrong = ['hosing: none', 'housing: nowhere', 'age: { at_leats: 3 }', 'substances: { includes_all: [tea] }'];
  for (const test of wrong) {
    const { diagnostics } = await openPolicy(`wrong-${wrong.indexOf(test)}`, RULE.replace('housing: none', test));
    expect(diagnostics.map(({ range }) => range.start.line)).toEqual(expect.arrayContaining([10]));
  }
  const { diagnostics } = await openPolicy('misspelt', RULE.replace('because', 'becuase'));
  expect(diagnostics.length).toBeGreaterThan(0);
}, 30_000);

test('an editor completes questions, options, levels and citations, and says what each is', async () => {
  const { questionnaire, care, sources } = await shippedContent();
  const housing = questionnaire.questions.find(({ id }) => id === 'housing');
  const complete = async (name: string, rule: string) => {
    const { file, line, character } = await openPolicy(name, rule);
    return server.complete(file, line, character);
  };
  const conditions = await complete('conditions', RULE.replace('{ housing: none }', '\n      ho|'));
  expect(conditions.get('housing')).toContain(inLanguage(housing?.say ?? '?', 'en'));
  expect([...conditions.keys()]).toEqual(expect.arrayContaining(['any', 'count', 'place', 'need']));
  const values = await complete('values', RULE.replace('{ housing: none }', '\n      housing: |'));
  expect([...values.keys()]).toEqual(expect.arrayContaining(housing?.options.map(({ id }) => id) ?? []));
  const levels = await complete('levels', RULE.replace('{ at_least: residential }', '\n      at_least: |'));
  expect(levels.get('php')).toContain(care.levels.php.sentence);
  const citations = await complete('citations', RULE.replace('[practice#J]', '\n      - |'));
  expect(citations.get('practice#J')).toContain(sources.byId.get('practice')?.facts.J?.says);
}, 30_000);

test('an editor says what a question, an answer and a key are', async () => {
  const { questionnaire } = await shippedContent();
  const housing = questionnaire.questions.find(({ id }) => id === 'housing');
  const hover = async (name: string, rule: string) => {
    const { file, line, character } = await openPolicy(name, rule);
    return server.hover(file, line, character);
  };
  const question = await hover('question', RULE.replace('housing', 'hou|sing'));
  expect(question).toContain(inLanguage(housing?.say ?? '?', 'en'));
  expect(question).toContain(inLanguage(housing?.options[0]?.label ?? '?', 'en'));
  expect(await hover('reason', RULE.replace('because', 'be|cause'))).toContain('read to the caller');
}, 30_000);
