import { expect, test } from 'vitest';
import { summaryMarkdown } from '../../src/render/summary-markdown.ts';
import { savedSummary } from './saved-summary.ts';

test('every section has a heading, in the order of the text', () => {
  const headings = [...summaryMarkdown(savedSummary('iop-settled')).matchAll(/^## (.+)$/gm)].map(
    ([, heading]) => heading,
  );
  expect(headings).toEqual([
    'Do now',
    'Level of care',
    'Whom to call',
    'Screening instruments',
    'Why',
    'Programs',
    'Hand-off',
    'What the week looks like',
    'Barriers',
    'What would change it',
    'Supports',
    'Aftercare',
    'Follow-up',
    'Where the sources differ',
  ]);
});

test('emergency actions are a numbered list under the first heading', () => {
  const markdown = summaryMarkdown(savedSummary('emergency-stop'));
  expect(markdown).toMatch(/^# Referral summary\n\n[^#]+\n\n## Emergency\n/);
  expect(markdown).toContain('\n1. I am having an ambulance called.\n2. Please stay on the line with me.');
});

test('text of others stays text: no markup, no HTML, no new line', () => {
  const summary = savedSummary('iop-settled', {
    followUp: { date: null, day: null, callback: '<b>1</b> *2*\n# 3 [x](y)', notes: [] },
  });
  const markdown = summaryMarkdown(summary);
  expect(markdown).toContain('\\<b\\>1\\</b\\> \\*2\\* \\# 3 \\[x\\](y)');
  expect(markdown).not.toMatch(/^# 3/m);
});

test.each([
  ['- not a list', '\\- not a list'],
  ['1. not a list', '1\\. not a list'],
  ['2026-11-24', '2026-11-24'],
])('%s at the start of a line', (note, expected) => {
  const summary = savedSummary('iop-settled', { followUp: { date: null, day: null, callback: null, notes: [note] } });
  expect(summaryMarkdown(summary)).toContain(`\n${expected}`);
});
