import { describe, expect, test } from 'vitest';
import { findCampaign } from '../../../src/domain/campaign/campaign-name.ts';
import { CampaignError } from '../../../src/domain/campaign-error.ts';
import { CampaignId } from '../../../src/domain/ids.ts';
import { ruleInWords, textedSince } from '../../../src/domain/leave-out/leave-out.ts';
import {
  countByRule,
  dayIn,
  leftOutInWords,
  leftOutReason,
  readLeftOutReason,
} from '../../../src/domain/leave-out/left-out-because.ts';
import { readLeaveOut, writeLeaveOut } from '../../../src/domain/leave-out/read-leave-out.ts';

const evening = { id: CampaignId.parse('abcd2345'), name: 'Open evening' };
const reunion = { id: CampaignId.parse('wxyz6789'), name: 'Reunion (copy)' };

function find(query: string) {
  const match = findCampaign([evening, reunion], query);
  if (match.kind === 'found') return match.campaign;
  throw new CampaignError('no_campaign', `No campaign is called “${query}”.`);
}

const read = (text: string) => readLeaveOut(text, find);
const inCampaign = ({ id, name }: typeof evening) => ({ kind: 'in_campaign' as const, campaignId: id, name });

describe('a line', () => {
  test.each([
    ['texted in the last 30 days', 30],
    ['Texted in last 7 days.', 7],
    ['texted within 2 weeks', 14],
    ['texted in the past week', 7],
    ['texted in the last day', 1],
    ['  texted 90d ', 90],
  ])('“%s” leaves out who was texted in %i days', (line, days) => {
    expect(read(line)).toEqual([{ kind: 'texted', days }]);
  });

  test.each([
    'in campaign "Open evening"',
    'in campaign “Open evening”',
    'In campaign open evening',
    'in "Open evening"',
    'in campaign abcd2345',
    'in campaign ab',
    'on campaign Open',
    'in campaign abcd2345 (Called otherwise by now)',
  ])('“%s” leaves out who is in that campaign', (line) => {
    expect(read(line)).toEqual([inCampaign(evening)]);
  });

  test.each([
    [
      'people from Rome\nin campaign Open',
      'Line 1: write “texted in the last 30 days”, or “in campaign” and its name.',
    ],
    ['\ntexted in the last moment', 'Line 2: write “texted in the last 30 days”, with 1 to 365 days.'],
    ['texted in the last 400 days', 'Line 1: write “texted in the last 30 days”, with 1 to 365 days.'],
    ['texted in the last 0 days', 'Line 1: write “texted in the last 30 days”, with 1 to 365 days.'],
    [
      'texted 1 day\ntexted 2 days',
      'Line 2: there is a line about texted people already: keep the one with more days.',
    ],
    ['in campaign', 'Line 1: write the campaign’s name or short id behind “in campaign”.'],
    ['in campaign Nowhere', 'Line 1: No campaign is called “Nowhere”.'],
    ['in campaign ab\nin campaign Open', 'Line 2: “Open evening” stands there twice: take one out.'],
  ])('%j is refused with its number and what to write', (text, message) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code: 'bad_lines', field: 'leaveOut', message }));
  });

  test('is one of ten at most', () => {
    const ids = Array.from({ length: 11 }, (_, no) => `in campaign abcdefg${'abcdefghijk'[no]}`);
    const any = (query: string) => ({ id: CampaignId.parse(query), name: query });
    expect(() => readLeaveOut(ids.join('\n'), any)).toThrow(
      'There is room for 10 lines, and these are 11: take some out.',
    );
    expect(readLeaveOut(ids.slice(1).join('\n'), any)).toHaveLength(10);
  });
});

test('lines read back as they were written, whatever the campaigns are called', () => {
  const rules = [{ kind: 'texted' as const, days: 30 }, inCampaign(evening), inCampaign(reunion)];
  expect(read(writeLeaveOut(rules))).toEqual(rules);
  expect(read(writeLeaveOut([{ kind: 'texted', days: 1 }]))).toEqual([{ kind: 'texted', days: 1 }]);
  expect(read(' \n\n')).toEqual([]);
});

test('rules are said in words', () => {
  expect(
    [{ kind: 'texted' as const, days: 1 }, { kind: 'texted' as const, days: 30 }, inCampaign(evening)].map(ruleInWords),
  ).toEqual(['texted in the last day', 'texted in the last 30 days', 'in “Open evening”']);
});

test('the instant since when nobody may have been texted moves with the clock', () => {
  const now = new Date('2026-05-31T12:00:00Z');
  expect(textedSince([inCampaign(evening), { kind: 'texted', days: 30 }], now)).toEqual(
    new Date('2026-05-01T12:00:00Z'),
  );
  expect([textedSince([], now), textedSince(undefined, now)]).toEqual([null, null]);
});

describe('the reason that a recipient keeps', () => {
  const texted = { kind: 'texted' as const, campaignId: evening.id, day: '2026-05-03' };
  const listed = { kind: 'in_campaign' as const, campaignId: evening.id };

  test('says who texted when, also once that campaign is gone', () => {
    for (const because of [texted, listed]) expect(readLeftOutReason(leftOutReason(because))).toEqual(because);
    expect(leftOutInWords(texted, 'Open evening')).toBe('was texted on 3 May 2026 by “Open evening”');
    expect(leftOutInWords(texted, undefined)).toBe('was texted on 3 May 2026 by campaign abcd2345');
    expect(leftOutInWords(listed, 'Open evening')).toBe('is in “Open evening”');
  });

  test('is told from every other reason', () => {
    for (const other of [
      null,
      'opted_out',
      'missing_first_name',
      '1240',
      'in_time',
      'texted_abcd2345',
      'in_abcd2345_2026-05-03',
    ])
      expect(readLeftOutReason(other)).toBeUndefined();
  });

  test('counts under its rule', () => {
    const rules = [{ kind: 'texted' as const, days: 30 }, inCampaign(evening), inCampaign(reunion)];
    const reasons = {
      [leftOutReason(texted)]: 3,
      [leftOutReason({ ...texted, day: '2026-05-04' })]: 2,
      [leftOutReason(listed)]: 4,
      opted_out: 9,
    };
    expect(countByRule(rules, reasons)).toEqual([5, 4, 0]);
  });

  test('names the day on the campaign’s own clock', () => {
    const at = new Date('2026-05-03T22:30:00Z');
    expect(['Europe/Berlin', 'UTC', 'America/New_York'].map((zone) => dayIn(zone)(at))).toEqual([
      '2026-05-04',
      '2026-05-03',
      '2026-05-03',
    ]);
  });
});
