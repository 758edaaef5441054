import tlds from 'tlds' with { type: 'json' };
import { expect, test } from 'vitest';
import { linksIn } from '../../../src/domain/message/text-links.ts';
import { links, perhapsLinks } from './samples/links.ts';
import { noLinks } from './samples/no-links.ts';

const kindIn = (text: string) => {
  const kinds = linksIn(text).map(({ kind }) => kind);
  return kinds.includes('sure') ? 'a link' : kinds.length > 0 ? 'perhaps a link' : 'no link';
};

test('makes a link of every ending that exists, however it is written', () => {
  const hidden = tlds.filter((ending) =>
    [
      `Ann pay-pal1.${ending}`,
      `Pay-Pal1.${ending.toUpperCase()}.`,
      `(pay-pal1.${ending}/x)`,
      `x,pay1.${ending}?y`,
    ].some((text) => kindIn(text) !== 'a link'),
  );
  expect(tlds.length).toBeGreaterThan(1_400);
  expect(hidden).toEqual([]);
});

test.each(links)('“%s” is a link', (text) => expect(kindIn(text)).toBe('a link'));

test.each(perhapsLinks)('“%s” is perhaps a link', (text) => expect(kindIn(text)).toBe('perhaps a link'));

test.each(noLinks)('“%s” is no link', (text) => expect(kindIn(text)).toBe('no link'));

test.each([
  '.',
  'a.',
  '://',
  'http://',
  'a.b@',
  'a@',
  '1.',
  'tel:',
  '.-',
  'xn--',
  '。',
  '\u200b.',
  'é.',
  'a.b:',
  '\u2019',
  'com.',
])('looks in one pass, also among thousands of “%s”', (piece) => {
  const startedMs = performance.now();
  linksIn(piece.repeat(100_000));
  expect(performance.now() - startedMs).toBeLessThan(2_000);
});
