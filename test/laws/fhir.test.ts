/** Bundles of random calls, whole and cut off, valid by the standard. */

import { beforeAll, describe, expect, test } from 'vitest';
import { drawCaller } from '../../src/analysis/draw-caller.ts';
import type { Marginals } from '../../src/analysis/marginals.ts';
import { type Random, randomStream } from '../../src/analysis/random.ts';
import { compileWithinBudget } from '../../src/cli/compile-within-budget.ts';
import type { Content } from '../../src/cli/content.ts';
import type { CompiledPolicy } from '../../src/decision/compile.ts';
import { decideFully } from '../../src/decision/decide.ts';
import { namedUuid } from '../../src/io/uuid.ts';
import type { Answers, Unknown } from '../../src/questionnaire/model.ts';
import { answerRecord } from '../../src/referral/answer-record.ts';
import { exchangedSummary } from '../../src/referral/exchanged.ts';
import { summarize } from '../../src/referral/summarize.ts';
import { fhirBundle } from '../../src/render/fhir-bundle.ts';
import { valueIn } from '../fixtures/read-fixture.ts';
import { shippedContent } from '../fixtures/shipped.ts';
import { documentMaker, type Make, recordOf } from '../referral/documented.ts';
import { type Bundle, bundleFaults } from '../render/fhir-validator.ts';

const CALLS = 1000;

let content: Content;
let compiled: CompiledPolicy;
let make: Make;

beforeAll(async () => {
  content = await shippedContent();
  const policy = content.policies.find(({ id }) => id === 'intake-line');
  if (policy === undefined) throw new Error('no default policy');
  make = await documentMaker(content);
  compiled = valueIn(compileWithinBudget(policy, content, 'the shipped folder'));
});

const EVEN: Marginals = { questions: new Map(), others: 'uniform' } as unknown as Marginals;

/** A caller of whom some answers are missing, for any reason, and whose words hold whatever can be typed. */
function randomAnswers(number: number): Answers {
  const random = randomStream(6, number);
  const { questions } = content.questionnaire;
  const drawn = drawCaller(content.questionnaire, EVEN, random);
  const values = new Map(drawn.values);
  const unknown = new Map<string, Unknown>();
  const unknownOptions = new Map<string, Map<string, Unknown>>();
  const heard = random(3) === 0 ? random(questions.length) : questions.length;
  for (const { id, type, index, options } of questions) {
    if (type === 'text') values.set(id, `what was said ${number} \u0007 <b> & "`);
    if (type === 'date') values.set(id, `2026-12-0${random(9) + 1}`);
    if (type === 'phone') values.set(id, '555-0100');
    if (index > heard || random(8) === 0) {
      values.delete(id);
      if (index <= heard && random(2) === 0) unknown.set(id, random(2) === 0 ? 'unsure' : 'declined');
    } else if (type === 'choices' && random(6) === 0)
      openOptions(
        id,
        options.map((one) => one.id),
        values,
        unknownOptions,
        random,
      );
  }
  return { questionnaire: drawn.questionnaire, values, unknown, unknownOptions };
}

function openOptions(
  id: string,
  options: readonly string[],
  values: Map<string, unknown>,
  unknownOptions: Map<string, Map<string, Unknown>>,
  random: Random,
): void {
  const open = options[random(options.length)] ?? '';
  const said = values.get(id);
  values.set(id, Array.isArray(said) ? said.filter((one) => one !== open) : []);
  unknownOptions.set(id, new Map([[open, 'unsure']]));
}

/** The counselor's own record, or a document's, in turn. */
function bundleOf(answers: Answers, number: number): string {
  const recipient = [undefined, 'program', 'emergency', 'chart'] as const;
  const to = recipient[number % recipient.length];
  if (to !== undefined) return recordOf(make({ answers }, to, number % 8 > 4 ? 'es' : 'en'));
  const { decision } = decideFully(compiled, answers);
  const { policy } = compiled;
  const given = { policy, answers, decision, disagreements: [], override: undefined };
  const summary = summarize({ ...content, ...given, today: '2026-11-22', language: 'en' });
  const exchanged = exchangedSummary(summary, answerRecord(content.questionnaire, answers, 'en'));
  return fhirBundle({
    exchanged: { ...exchanged, basis: number % 2 === 0 ? 'consent' : 'unrestricted', isComplete: number % 3 > 0 },
    author: 'The intake line',
    at: '2026-11-22T10:15:00Z',
    uuid: (name) => namedUuid('documents', name),
  });
}

const parsed = (text: string): Bundle => JSON.parse(text) as Bundle;

describe('bundles', () => {
  test(`are valid for ${CALLS} random calls`, { timeout: 240_000 }, () => {
    const kinds = new Set<string>();
    for (let number = 0; number < CALLS; number++) {
      const bundle = parsed(bundleOf(randomAnswers(number), number));
      expect([number, bundleFaults(bundle)]).toEqual([number, []]);
      for (const { resource } of bundle.entry) kinds.add(resource.resourceType);
    }
    expect([...kinds].sort()).toEqual([
      ...['Composition', 'Organization', 'Patient', 'Questionnaire', 'QuestionnaireResponse', 'RiskAssessment'],
      'ServiceRequest',
    ]);
  });

  test('have the same script whatever was said', () => {
    const scripts = [1, 2, 3].map((number) =>
      parsed(bundleOf(randomAnswers(number), 0)).entry.find(
        ({ resource }) => resource.resourceType === 'Questionnaire',
      ),
    );
    expect(new Set(scripts.map((one) => JSON.stringify(one))).size).toBe(1);
  });

  test('with a fault are found', () => {
    const spoilt = (spoil: (text: string) => string): readonly string[] => {
      const text = bundleOf(randomAnswers(1), 0);
      const other = spoil(text);
      expect(other).not.toBe(text);
      return bundleFaults(parsed(other));
    };
    expect(spoilt((text) => text.replace('"intent": "proposal"', '"intent": "wish"'))).not.toEqual([]);
    expect(spoilt((text) => text.replace('"status": "active"', '"state": "active"'))).not.toEqual([]);
    expect(
      spoilt((text) => text.replace(/"reference": "urn:uuid:[0-9a-f]{8}/, '"reference": "urn:uuid:00000000')),
    ).not.toEqual([]);
    expect(spoilt((text) => text.replace('"valueBoolean": ', '"valueString": '))).not.toEqual([]);
    expect(spoilt((text) => text.replace('"type": "document"', '"type": "paper"'))).not.toEqual([]);
  });
});
