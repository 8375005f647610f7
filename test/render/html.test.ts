import fc from 'fast-check';
import { expect, test } from 'vitest';
import { element, escaped, fragment, styleSheet } from '../../src/render/html.ts';
import { readMarkup, textOf } from './read-markup.ts';

const inP = (text: string): string => textOf(readMarkup(element('p', { title: text }, text).markup));

test('a text stays the text that it is, whatever it holds', () => {
  for (const text of [
    '<script>alert(1)</script>',
    '</style>',
    '"><img onerror=x>',
    "' onload='x",
    '&lt;',
    ']]>',
    '<!--',
  ]) {
    expect(inP(text)).toBe(text);
  }
});

test('any text reads back from an element and from an attribute, but for what is spelled out', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const node = readMarkup(element('p', { title: text }, text).markup);
      expect(node.attributes.get('title')).toBe(textOf(node));
      if (!/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\ufffe\uffff]/u.test(text)) expect(textOf(node)).toBe(text);
    }),
  );
});

test('what would not show as itself is spelled out', () => {
  expect(escaped('a\u202eb\u0007\u009bc\u200bd')).toBe('a\\u{202e}b\\u{7}\\u{9b}c\\u{200b}d');
  expect(escaped('\ud800')).toBe('\\u{d800}');
});

test('an empty element is closed as XML and HTML both want it, others have an end', () => {
  expect(element('rect', { x: 1, class: undefined }).markup).toBe('<rect x="1"/>');
  expect(element('td', {}).markup).toBe('<td></td>');
  expect(fragment('a', element('b', {}, 'c')).markup).toBe('a<b>c</b>');
});

test('a style sheet that could end early is refused', () => {
  expect(() => styleSheet('a{}</style><script>')).toThrow();
  expect(styleSheet('a>b{color:red}').markup).toBe('<style>a>b{color:red}</style>');
});
