import { expect, test } from 'vitest';
import { isWebAddress, webAddress } from '../../src/directory/website.ts';

test.each(['http://www.example.org', 'https://example.org/path?a=b#c', 'https://example.org:8080/'])(
  '%s is an address on the web',
  (text) => {
    expect(isWebAddress(text)).toBe(true);
  },
);

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'https://name:word@example.org',
  'https://example.org/"><script>',
  'https:///nothing',
  'ask at the desk',
  '',
])('%s is none, and no record makes it one', (text) => {
  expect(isWebAddress(text)).toBe(false);
  expect(webAddress(text)).toBeUndefined();
});

test('a host alone is an address without its scheme', () => {
  expect(webAddress(' www.example.org/intake ')).toBe('http://www.example.org/intake');
});
