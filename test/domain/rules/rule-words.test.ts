import { describe, expect, test } from 'vitest';
import { placeInWords } from '../../../src/domain/rules/places.ts';
import { knownRules } from '../../../src/domain/rules/records/index.ts';
import { cap, consent, hours, keep, sender, wayOut } from '../../../src/domain/rules/records/record.ts';
import { basisInWords, ruleInWords, timeInWords } from '../../../src/domain/rules/rule-words.ts';

const says = (id: string): string => ruleInWords(knownRules.find((rule) => rule.id === id)!);

describe('a rule in words', () => {
  test.each([
    ['FR/hours/1', 'Mon–Sat 08:30–20:00, not on public holidays'],
    [
      'US-RI/hours/1',
      'Mon–Fri 09:00–18:00, Sat 10:00–17:00, not on public holidays of the United States and Rhode Island',
    ],
    ['CA/hours/2', 'at any time, not on public holidays of British Columbia'],
    ['US/consent/1', 'express consent in writing'],
    ['IE/consent/1', 'consent; or one’s own customers, for similar goods, who can refuse, for 12 months'],
    ['GB/sender_named/1', 'the text names the sender and says how to reach them'],
    ['FR/opt_out_text/1', 'the text shows a way out: “STOP au 36…” or “STOP SMS au 36…” or “STOP 36…”'],
    ['FR/sender/1', 'the sender may be a name that is registered, people cannot reply'],
    ['US/sender/1', 'the sender is a number: names are not possible'],
    ['AE/sender/1', 'the sender may be a name that is registered, it begins with AD-, people cannot reply'],
    ['US-FL/cap/1', 'at most 3 texts to one number in 24 hours'],
    ['US-VA/keep/1', 'opt-outs are kept for 10 years'],
  ])('%s is “%s”', (id, words) => {
    expect(says(id)).toBe(words);
  });

  test('differs where rules differ', () => {
    const different = [
      hours('Mon-Sat 08:00-20:00'),
      hours('Mon-Sat 08:00-20:00', 'FR'),
      consent('soft'),
      consent('soft', 12),
      wayOut('STOP'),
      { ...wayOut('STOP'), sameChannel: true } as const,
      sender('free', true),
      sender('unknown', true),
      cap(3, 24),
      cap(3, 168),
      keep('sends', 5),
      keep('consent', 5),
    ].map((says) => ruleInWords({ says }));
    expect(new Set(different).size).toBe(different.length);
  });

  test('says when it holds, and on what it rests', () => {
    expect(timeInWords({ from: '2026-10-18' })).toBe('from 2026-10-18');
    expect(timeInWords({ from: '2025-01-01', until: '2026-10-18' })).toBe('from 2025-01-01, before 2026-10-18');
    expect(basisInWords({ basis: 'law', surety: 'likely' })).toBe('law, likely');
    expect(basisInWords({ basis: 'house', surety: 'sure' })).toBe('our own choice');
  });

  test('names its place', () => {
    expect(['FR', 'US-FL', '*'].map(placeInWords)).toEqual(['France', 'Florida', 'everywhere']);
    for (const { place } of knownRules) expect(placeInWords(place)).not.toBe(place);
  });
});
