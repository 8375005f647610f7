/** All scripts as one page that needs nothing else: no script, no address, no font. It is made to be printed. */

import type { ScriptEnding, ScriptPage, ScriptQuestion, ScriptSection } from '../analysis/script-page.ts';
import { element, fragment, type Markup, page } from './html.ts';
import { SCRIPT_PAGE_STYLE } from './script-page-style.ts';

/** Renders the page as a complete HTML document, which is well-formed XML too. */
export function renderScriptPage(script: ScriptPage): string {
  return page({
    language: script.language,
    title: `${script.title}: the scripts`,
    style: SCRIPT_PAGE_STYLE,
    meta: { 'color-scheme': 'light dark' },
    body: element(
      'body',
      {},
      opening(script),
      element('main', {}, ...content(script)),
      element('footer', {}, closing(script)),
    ),
  });
}

function opening({ title, sections, emergency }: ScriptPage): Markup {
  const links = sections.map((section, index) =>
    element('li', {}, element('a', { href: `#section-${index + 1}` }, section.title)),
  );
  return element(
    'header',
    {},
    element('h1', {}, `${title}: the scripts`),
    element(
      'p',
      {},
      'What stands in bold is read aloud, word by word, from top to bottom; a question with a line “Only if” is left out where that does not hold. ',
      'An answer marked “stops the call” leads to the emergency steps at once.',
    ),
    element('nav', { 'aria-label': 'Sections' }, element('ul', {}, ...links)),
    element(
      'section',
      { class: 'note' },
      element('p', {}, element('strong', {}, emergency.title)),
      element('ol', {}, ...emergency.steps.map((step) => element('li', {}, step))),
    ),
  );
}

function content({ sections, endings }: ScriptPage): readonly Markup[] {
  return [
    ...sections.map(sectionOf),
    ...(endings.length === 0
      ? []
      : [element('section', {}, element('h2', {}, 'Calls that end without a level'), ...endings.map(endingOf))]),
  ];
}

function sectionOf({ title, questions }: ScriptSection, index: number): Markup {
  const head = element('h2', { id: `section-${index + 1}` }, `${index + 1}. ${title}`);
  return element('section', {}, head, ...questions.map(questionOf));
}

function questionOf(question: ScriptQuestion): Markup {
  const { number, id, marks, onlyIf, say } = question;
  return element(
    'article',
    {},
    element(
      'h3',
      {},
      element('b', {}, `${number}`),
      ` · ${id}`,
      ...marks.map((mark) => element('span', { class: 'mark' }, mark === 'stop' ? 'can stop the call' : mark)),
    ),
    ...(onlyIf === undefined ? [] : [element('p', { class: 'only' }, `Only if ${onlyIf}`)]),
    element('p', { class: 'say' }, say),
    ...wordsOf('For somebody else', question.sayForOther),
    ...wordsOf('If not understood', question.probe),
    ...wordsOf('For you', question.help),
    answersOf(question),
  );
}

function wordsOf(name: string, words: string | undefined): readonly Markup[] {
  return words === undefined ? [] : [element('p', { class: 'words' }, element('b', {}, `${name}: `), words)];
}

function answersOf({ takes, options }: ScriptQuestion): Markup {
  if (options.length === 0) return element('p', { class: 'takes' }, `Answer: ${takes}`);
  const stop = element('span', { class: 'stops' }, ' (stops the call)');
  const items = options.map(({ label, isStop }) => element('li', {}, label, ...(isStop ? [stop] : [])));
  return fragment(element('p', { class: 'takes' }, `Answer: ${takes}`), element('ul', { class: 'options' }, ...items));
}

function endingOf({ title, say, steps, when }: ScriptEnding): Markup {
  return element(
    'article',
    {},
    element('h3', {}, element('b', {}, title)),
    element('p', { class: 'only' }, when),
    element('p', { class: 'say' }, say),
    ...(steps.length === 0 ? [] : [element('ul', {}, ...steps.map((step) => element('li', {}, step)))]),
  );
}

function closing({ made }: ScriptPage): Markup {
  return element('p', {}, `Questionnaire ${made}. Not to be used without the emergency numbers of your own service.`);
}
