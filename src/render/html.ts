/** HTML and SVG made of elements, so that no text can become markup: only this file joins angle brackets to anything. */

/** Markup that was made here. Texts are strings and are escaped when they become part of an element. */
export interface Markup {
  readonly markup: string;
}

export type Content = Markup | string;

/** Values of attributes; an attribute that is undefined is left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Elements without content. They are closed as XML wants it, which HTML allows for these alone. */
const EMPTY: ReadonlySet<string> = new Set(['meta', 'br', 'rect', 'line', 'path', 'circle']);

/** Makes an element; names of elements and attributes are ours and never come from a file. */
export function element(name: string, attributes: Attributes, ...content: readonly Content[]): Markup {
  const given = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('');
  if (EMPTY.has(name)) return { markup: `<${name}${given}/>` };
  return { markup: `<${name}${given}>${joined(content)}</${name}>` };
}

/** Puts pieces behind each other. */
export function fragment(...content: readonly Content[]): Markup {
  return { markup: joined(content) };
}

/** A style sheet as it stands. It is ours; what could end it early, or needs escaping in XML, must not be in it. */
export function styleSheet(css: string): Markup {
  if (/[<&]|\]\]>/.test(css)) throw new Error('a style sheet that would not stay one');
  return { markup: `<style>${css}</style>` };
}

/** Nothing may be loaded or run, whatever a text in the page says. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A page that needs nothing else: no script, no address, no font. */
export interface Page {
  readonly language: string;
  readonly title: string;
  /** Its style sheet, which is ours. */
  readonly style: string;
  /** Further `meta` elements: name → content, in their order. */
  readonly meta: Readonly<Record<string, string>>;
  readonly body: Markup;
}

/** Writes a complete HTML document, which is well-formed XML too. */
export function page({ language, title, style, meta, body }: Page): string {
  const named = { viewport: 'width=device-width, initial-scale=1', ...meta };
  const head = element(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
    ...Object.entries(named).map(([name, content]) => element('meta', { name, content })),
    element('title', {}, title),
    styleSheet(style),
  );
  return `<!DOCTYPE html>\n${element('html', { lang: language }, head, body).markup}\n`;
}

function joined(content: readonly Content[]): string {
  return content.map((one) => (typeof one === 'string' ? escaped(one) : one.markup)).join('');
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/** Characters that command, reorder or hide, and halves of characters; none of them may act on a page, and XML forbids most. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\ufffe\uffff]/gu;

/** Text as part of markup, wherever it stands; what would not show as itself is spelled out. */
export function escaped(text: string): string {
  return spelled(text).replace(/[&<>"']/g, (character) => ENTITIES.get(character) ?? '');
}

/** Text as it will be seen: what would not show as itself is spelled out, as `\u{202e}`. */
export function spelled(text: string): string {
  return text.replace(UNSEEN, (character) => (character === '\n' ? character : `\\u{${codeOf(character)}}`));
}

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16);
}
