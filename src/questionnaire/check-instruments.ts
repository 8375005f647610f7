/** Whoever ships somebody's instrument says on what terms, and where it comes from. */

import type { Report } from '../documents/collect.ts';
import type { Path } from '../documents/document.ts';
import { suggest } from '../problems/did-you-mean.ts';
import { claimIds } from './claim-ids.ts';
import type { InstrumentSource, QuestionnaireSource } from './schema.ts';

const TERMS = [
  ['licence', 'say on what terms it may be used here, be it that nobody owns it'],
  ['source', 'say where it was published'],
] as const satisfies readonly (readonly [keyof InstrumentSource, string])[];

/** What people write where they do not know, or leave out. */
const SAYS_NOTHING = /^\W*(?:unknown|not known|none|n\W?a|tbd|todo)?\W*$/iu;

/** Reports instruments without terms, those that nothing uses, and uses of one that is not listed. */
export function checkInstruments(source: QuestionnaireSource, report: Report): void {
  const { instruments = [] } = source;
  const claim = claimIds(report);
  const uses = usesOf(source);
  for (const [index, instrument] of instruments.entries()) {
    const path = ['instruments', index];
    claim(instrument.id, [...path, 'id'], 'another instrument');
    checkTerms(instrument, path, report);
    if (uses.some(({ id }) => id === instrument.id)) continue;
    report({
      code: 'unused-instrument',
      path: [...path, 'id'],
      message: `no question and no fact says that it comes from \`${instrument.id}\``,
      remedy: 'write `instrument` where it is used, or delete it here',
      relies: [['questions'], ['facts'], ...uses.map(({ path: use }) => use)],
    });
  }
  const known = instruments.map(({ id }) => id);
  for (const { id, path } of uses) {
    if (known.includes(id)) continue;
    report({
      code: 'unknown-instrument',
      path,
      message: `there is no instrument \`${id}\``,
      remedy: suggest(id, known) ?? 'list it under `instruments`, with its licence and its source',
      relies: [['instruments'], ...known.map((_, index) => ['instruments', index, 'id'])],
    });
  }
}

function checkTerms(instrument: InstrumentSource, path: Path, report: Report): void {
  for (const [key, remedy] of TERMS) {
    const text = instrument[key];
    if (text !== undefined && !SAYS_NOTHING.test(text)) continue;
    report({
      code: 'instrument-terms',
      path: text === undefined ? path : [...path, key],
      message: `the instrument \`${instrument.id}\` has no ${key}`,
      remedy,
      relies: [[...path, key]],
    });
  }
}

function usesOf({
  questions,
  facts = [],
  screens = [],
}: QuestionnaireSource): readonly { readonly id: string; readonly path: Path }[] {
  const lists = { questions, facts, screens };
  return (['questions', 'facts', 'screens'] as const).flatMap((list) =>
    lists[list].flatMap(({ instrument }, index) =>
      instrument === undefined ? [] : [{ id: instrument, path: [list, index, 'instrument'] }],
    ),
  );
}
