import { describe, expect, test } from 'vitest';
import { fileNamed, findCampaign, readCampaignName } from '../../../src/domain/campaign/campaign-name.ts';
import type { CampaignId } from '../../../src/domain/ids.ts';

describe('a campaign’s name', () => {
  test.each([
    ['  November sale ', 'November sale'],
    ['Ｓale', 'Sale'],
    ['a\u202eb\u200bc\nd\te\u0007', 'abc d e'],
    ['x'.repeat(80), 'x'.repeat(80)],
  ])('%j is kept as %j', (text, name) => {
    expect(readCampaignName(text)).toBe(name);
  });

  test.each([
    ['Spring survey 2026', 'spring-survey-2026-'],
    ['../Réunion: “Zoë”', 'reunion-zoe-'],
    ['春', ''],
  ])('of “%s” begins a file’s name with “%s”', (name, begins) => {
    expect(fileNamed(name)).toBe(begins);
  });

  test.each([
    ['', 'needs a name'],
    ['\u200b \n', 'needs a name'],
    ['x'.repeat(81), 'has 81 characters'],
  ])('%j is refused', (text, wrong) => {
    expect(() => readCampaignName(text)).toThrow(wrong);
    expect(() => readCampaignName(text)).toThrow(expect.objectContaining({ code: 'bad_name', field: 'name' }));
  });
});

describe('a campaign is meant', () => {
  const of = (id: string, name: string) => ({ id: id as CampaignId, name });
  const sale = of('abcd2345', 'November sale');
  const news = of('abef2345', 'News');
  const newsAgain = of('qrst2345', 'News again');
  const twin = of('uvwx2345', 'Twin');
  const otherTwin = of('yzab2345', 'TWIN');
  const campaigns = [sale, news, newsAgain, twin, otherTwin];

  test.each([
    ['by its id', 'abcd2345', { kind: 'found', campaign: sale }],
    ['by its id in capitals', ' ABCD2345 ', { kind: 'found', campaign: sale }],
    ['by the start of its id', 'abc', { kind: 'found', campaign: sale }],
    ['by its whole name, even if another begins like it', 'news', { kind: 'found', campaign: news }],
    ['by the start of its name', 'nov', { kind: 'found', campaign: sale }],
    ['not at all by an empty text', ' ', { kind: 'none' }],
    ['not at all by another name', 'sale', { kind: 'none' }],
    ['not at all by one character of its id', 'q', { kind: 'none' }],
    ['perhaps, when ids begin alike', 'ab', { kind: 'many', campaigns: [sale, news] }],
    ['perhaps, when names begin alike', 'ne', { kind: 'many', campaigns: [news, newsAgain] }],
    ['perhaps, when names are the same', 'twin', { kind: 'many', campaigns: [twin, otherTwin] }],
  ])('%s', (_title, query, expected) => {
    expect(findCampaign(campaigns, query)).toEqual(expected);
  });
});
