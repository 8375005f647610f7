/** The program to call, the fallback and the rest, as the shipped policies and directory give them. */

import { expect, test } from 'vitest';
import { unpainted } from '../../src/render/palette.ts';
import { summaryText } from '../../src/render/summary-text.ts';
import { shippedContent } from '../fixtures/shipped.ts';
import { workedSummaries } from '../render/worked-summaries.ts';

const content = await shippedContent();
const byName = new Map(
  (await workedSummaries(content, ['intake-line', 'inspire-recovery', 'pride-institute'])).map(({ name, summary }) => [
    name,
    summary,
  ]),
);

function worked(id: string, policy: string) {
  const summary = byName.get(`${id} under ${policy}`);
  if (summary === undefined) throw new Error(`no case ${id} under ${policy}`);
  return { summary, text: summaryText(summary, { width: 80, paint: unpainted }).replace(/\s+/g, ' ') };
}

test('a silent page: its own program is called for advice, and no level is said', () => {
  const { summary, text } = worked('pages-nothing', 'pride-institute');
  expect(summary.level.kind).toBe('silent');
  expect(summary.referral).toMatchObject({ title: 'For advice', primary: { id: 'pride-institute' } });
  expect(text).toContain('Talk it over with a licensed counselor before anything is recommended.');
  expect(text).toContain('For advice Pride Institute 888-408-1625');
  expect(text).not.toContain('No program is needed');
});

test('Inspire Recovery refers within its network: it is called for a center, and no facility is picked', () => {
  const { summary, text } = worked('thoughts-of-suicide', 'inspire-recovery');
  expect(summary.fallback).toMatchObject({ status: 'yes', place: 'call-now' });
  expect(summary.fallback.offer).toMatchObject({ primary: { id: 'inspire-recovery', week: null }, alternatives: [] });
  expect(text).toContain('call Inspire Recovery together: 561-899-6088, for a center in their network');
  expect(text).toContain('they refer within their network. Ask for a center in California.');
});

test.each([
  ['pages-drinks-ten-a-day-bipolar', 'php'],
  ['mild-drinker', 'outpatient'],
] as const)('%s: the directory has none for %s, and it is said who can tell', (id, level) => {
  const { summary, text } = worked(id, 'intake-line');
  expect(summary.level.id).toBe(level);
  expect(summary.referral?.primary).toBeNull();
  expect(text).toContain('no program that fits this caller; the line, the finder and the insurer can tell of one');
  expect(text).toContain('1-800-662-4357 · SAMHSA National Helpline FindTreatment.gov: https://findtreatment.gov');
});

test('a settled IOP: the program, its number, the week, and the call to make', () => {
  const { summary, text } = worked('moderate-drinker', 'intake-line');
  expect(summary.level).toMatchObject({ kind: 'settled', id: 'iop' });
  const [phone] = summary.referral?.primary?.phones ?? [];
  expect(summary.now).toEqual([
    `Read the recommendation out, then call ${summary.referral?.primary?.name} together: ${phone?.number}.`,
  ]);
  for (const part of [
    'Hours: 3 or more hours a day',
    'Days: 3 to 5 days a week',
    'Length: ',
    'Therapies: group therapy',
  ])
    expect(text).toContain(part);
});

test('IOP ruled out: a residential program of the caller’s state, licensed on the day, with what to do meanwhile', () => {
  const { summary, text } = worked('thoughts-of-suicide', 'intake-line');
  const { fallback } = summary;
  expect(fallback.status).toBe('yes');
  const program = content.directory.programs.find(({ id }) => id === fallback.offer?.primary?.id);
  expect(program?.levels).toContain('residential');
  expect(program?.states).toContain('CA');
  expect((program?.license?.expires ?? '') >= summary.date).toBe(true);
  expect(text).toContain('While waiting • ');
  expect(text).toContain('If anything turns dangerous: 911 · 988');
});
