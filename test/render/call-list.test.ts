import { expect, test } from 'vitest';
import { type CallList, callListJson, callListText } from '../../src/render/call-list.ts';

const FOLDER = '/home/counselor/.local/state/intakeline';
const LIST: CallList = {
  folder: FOLDER,
  calls: [
    {
      id: '1122-7k3f',
      started: '2026-11-22 09:05',
      minutes: 12,
      status: { kind: 'done' },
      hadEmergency: false,
      answered: 31,
      questionnaire: 'adult-intake',
      policy: 'intake-line',
    },
    {
      id: '1121-a2b4',
      started: '2026-11-21 17:40',
      minutes: 3,
      status: { kind: 'ended', disposition: 'dropped' },
      hadEmergency: true,
      answered: 8,
      questionnaire: 'adult-intake',
      policy: 'pride-institute',
    },
  ],
  unread: [{ id: '1120-c3d5', why: 'damaged in line 7' }],
};

test('calls stand in columns, and below them what could not be read', () => {
  expect(callListText(LIST)).toBe(
    [
      'call       started           minutes  answers  state                      policy',
      '1122-7k3f  2026-11-22 09:05       12       31  done                       intake-line',
      '1121-a2b4  2026-11-21 17:40        3        8  ended: dropped, EMERGENCY  pride-institute',
      '1120-c3d5: damaged in line 7',
      '',
    ].join('\n'),
  );
});

test('an empty list says so, and where it looked', () => {
  expect(callListText({ calls: [], unread: [], folder: FOLDER })).toBe(`no saved calls in ${FOLDER}\n`);
});

test('JSON holds the same, with its format', () => {
  const [call] = JSON.parse(callListJson(LIST)).calls;
  expect(JSON.parse(callListJson(LIST))).toMatchObject({
    format: 'intakeline/calls/1',
    folder: FOLDER,
    unread: LIST.unread,
  });
  expect(call).toEqual({
    id: '1122-7k3f',
    started: '2026-11-22 09:05',
    minutes: 12,
    emergency: false,
    state: 'done',
    disposition: null,
    answered: 31,
    questionnaire: 'adult-intake',
    policy: 'intake-line',
  });
});
