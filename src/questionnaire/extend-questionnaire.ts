/** A site's questionnaire: another one, with what the site says differently. */

import { collect, type Draft, type Report } from '../documents/collect.ts';
import { composedDocument, type Origin } from '../documents/composed.ts';
import type { Document } from '../documents/document.ts';
import { suggest } from '../problems/did-you-mean.ts';
import { extendList, type OwnEntry, type PlacedEntry } from './extend-list.ts';
import type { ExtensionSource } from './extension-schema.ts';
import { withoutLanguages } from './in-languages.ts';
import type { QuestionnaireSource } from './schema.ts';

type Lists = Pick<QuestionnaireSource, 'sections' | 'questions' | 'facts' | 'instruments' | 'dispositions'>;
type Entry<K extends keyof Lists> = NonNullable<Lists[K]>[number];

/** Puts the two together; every problem of the whole is reported in the file where its part was written. */
export function extendQuestionnaire(
  own: Document<ExtensionSource>,
  base: Document<QuestionnaireSource>,
): Draft<Document<QuestionnaireSource>> {
  const { report, problems } = collect(own);
  const lists = extendedLists(own, base, report);
  const { format, id, version, title, languages = base.value.languages } = own.value;
  // Not inherited: whoever reviewed the texts of the base has not seen those of the site.
  const { translations_reviewed_by } = own.value;
  const dropped = droppedLanguages(own.value, base.value);
  const include = [...placed('include', base.value.include, base), ...placed('include', own.value.include, own)];
  const screens = placed('screens', base.value.screens, base);
  const value: QuestionnaireSource = {
    format,
    id,
    version,
    title,
    languages,
    ...(translations_reviewed_by !== undefined && { translations_reviewed_by }),
    sections: values(lists.sections, dropped),
    questions: values(lists.questions, dropped),
    ...(lists.facts.length > 0 && { facts: values(lists.facts, dropped) }),
    ...(lists.instruments.length > 0 && { instruments: values(lists.instruments, dropped) }),
    ...(include.length > 0 && { include: include.map(({ value: entry }) => entry) }),
    ...(screens.length > 0 && { screens: values(screens, dropped) }),
    ...(lists.dispositions.length > 0 && { dispositions: values(lists.dispositions, dropped) }),
  };
  const origins = Object.entries({ ...lists, include, screens }).flatMap(([key, parts]) =>
    parts.map(({ document, at }, index): Origin => ({ path: [key, index], document, at })),
  );
  const inherited: readonly Origin[] =
    own.value.languages === undefined ? [{ path: ['languages'], document: base, at: ['languages'] }] : [];
  return { value: composedDocument(own, value, [...origins, ...inherited]), problems };
}

/** The languages of the base in which the site takes no calls. */
export function droppedLanguages(own: ExtensionSource, base: QuestionnaireSource): readonly string[] {
  const { languages = base.languages } = own;
  return base.languages.filter((language) => !languages.includes(language));
}

type Extended = { readonly [K in keyof Lists]-?: readonly PlacedEntry<Entry<K>>[] };

function extendedLists(own: Document<ExtensionSource>, base: Document<QuestionnaireSource>, report: Report): Extended {
  const { without = [] } = own.value;
  checkWithout(without, base.value, report);
  const kept = <T extends { readonly id: string }>(key: string, entries: readonly T[] = []) =>
    placed(key, entries, base).filter(({ value }) => !without.includes(value.id));
  const questions = kept('questions', base.value.questions);
  const added = own.value.questions ?? [];
  const facts = extendList(
    {
      key: 'facts',
      what: 'fact',
      inherited: kept('facts', base.value.facts),
      own: placed('facts', own.value.facts, own),
      value: bare,
    },
    report,
  );
  const sections = extendList(
    {
      key: 'sections',
      what: 'section',
      inherited: placed('sections', base.value.sections, base).filter(({ value: { id } }) =>
        [...questions.map(({ value }) => value), ...added].some(({ section }) => section === id),
      ),
      own: placed('sections', own.value.sections, own),
      value: bare,
    },
    report,
  );
  const order = sections.map(({ value }) => value.id);
  const asked = extendList(
    {
      key: 'questions',
      what: 'question',
      inherited: questions,
      own: placed('questions', added, own),
      value: bare,
      usualPlace: ({ section }, list) => list.findLastIndex(({ value }) => isUpTo(value.section, section, order)) + 1,
    },
    report,
  );
  const users = [...asked, ...facts].map(({ value }) => value.instrument);
  const instruments = placed('instruments', base.value.instruments, base).filter(({ value: { id } }) =>
    users.includes(id),
  );
  const ownInstruments = placed('instruments', own.value.instruments, own);
  return {
    sections,
    questions: asked,
    facts,
    instruments: extendList(
      { key: 'instruments', what: 'instrument', inherited: instruments, own: ownInstruments, value: bare },
      report,
    ),
    dispositions: extendList(
      {
        key: 'dispositions',
        what: 'disposition',
        inherited: kept('dispositions', base.value.dispositions),
        own: placed('dispositions', own.value.dispositions, own),
        value: bare,
      },
      report,
    ),
  };
}

/** Whether a section stands before another one, or is the same. */
function isUpTo(section: string, last: string, order: readonly string[]): boolean {
  return order.indexOf(section) <= order.indexOf(last);
}

function placed<T>(key: string, entries: readonly T[] = [], document: Document<unknown>): readonly PlacedEntry<T>[] {
  return entries.map((value, index) => ({ value, document, at: [key, index] }));
}

/** An entry without what says where it goes. */
function bare<T extends OwnEntry>({ replaces: _replaces, after: _after, ...entry }: T): Omit<T, 'replaces' | 'after'> {
  return entry;
}

function values<T>(entries: readonly PlacedEntry<T>[], dropped: readonly string[]): T[] {
  return entries.map(({ value }) => withoutLanguages(value, dropped));
}

function checkWithout(without: readonly string[], base: QuestionnaireSource, report: Report): void {
  const known = [base.questions, base.facts ?? [], base.dispositions ?? []].flat().map(({ id }) => id);
  for (const [index, id] of without.entries()) {
    if (known.includes(id)) continue;
    report({
      code: 'unknown-extended',
      path: ['without', index],
      message: `the questionnaire that is extended has no question, fact or disposition \`${id}\``,
      remedy: suggest(id, known),
    });
  }
}
