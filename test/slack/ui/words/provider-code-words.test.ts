import { describe, expect, test } from 'vitest';
import { providerCodeInWords } from '../../../../src/slack/ui/words/provider-code-words.ts';
import { reasonsInWords } from '../../../../src/slack/ui/words/reason-words.ts';

/** What Vonage documents for SMS, by what it asks of us. */
const documented = {
  'try later': [1000, 1030, 1100, 1180, 1220, 1230, 1241, 1331, 1472, 1460],
  'bad number': [1050, 1170, 1190, 1250, 1251, 1260, 1300, 1310, 1430],
  'opted out': [1240, 1483],
  content: [1210, 1270, 1280, 1282, 1476],
  'our fault': [1010, 1020, 1040, 1090, 1120, 1130, 1140, 1160, 1400, 1410, 1420, 1431, 1440, 1450],
  rules: [1480, 1481, 1482, 1484],
  money: [1060, 1070, 1080],
  fraud: [1470, 1473, 1474, 1475],
  'outcome unknown': [1330, 1360, 1490, 1320],
};
const codes = [
  ...Object.values(documented).flat().map(String),
  ...['http_401', 'http_402', 'http_403', 'http_404', 'http_422', 'http_429', 'http_500', 'unprovisioned'],
];

describe('the provider’s codes', () => {
  test.each(codes)('%s is told in words', (code) => {
    const words = providerCodeInWords(code) ?? '';
    expect(words).toMatch(/^\p{Ll}.{15,90}[\p{L})]$|\(error \d+\)$/u);
    expect(words).not.toMatch(/[.]|_|http/);
    expect(reasonsInWords(code)).toBe(words);
  });

  test('no two say the same', () => {
    const all = codes.map(providerCodeInWords);
    expect(new Set(all).size).toBe(all.length);
  });

  test.each([
    ['1999', 'the SMS provider or the network gave error 1999'],
    ['1421', 'the SMS provider did not understand the request (error 1421)'],
    ['http_418', 'the SMS provider answered with error 418'],
    [
      '1240, timeout',
      'the person opted out or the network blocks this number and the SMS provider did not answer in time',
    ],
    ['invalid-json', 'invalid json'],
    ['constructor', 'constructor'],
    ['Illegal Number', 'Illegal Number'],
  ])('%s reads “%s”', (reasons, words) => {
    expect(reasonsInWords(reasons)).toBe(words);
  });
});
