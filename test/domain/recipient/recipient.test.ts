import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CampaignId } from '../../../src/domain/ids.ts';
import { clientRef, noCounts, RecipientState, readClientRef } from '../../../src/domain/recipient/recipient.ts';

describe('the reference of a message', () => {
  const campaignId = fc.stringMatching(/^[a-z2-9]{8}$/).map((id) => id as CampaignId);

  test('is read back as it was, and fits the provider’s 40 characters', () => {
    fc.assert(
      fc.property(campaignId, fc.nat(999_999_999), fc.integer({ min: 1, max: 999 }), (id, no, attempt) => {
        const ref = clientRef({ campaignId: id, no, attempt });
        expect(ref.length).toBeLessThanOrEqual(40);
        expect(readClientRef(ref)).toEqual({ campaignId: id, no, attempt });
      }),
    );
  });

  test.each([
    '',
    'v1.abcd2345.1',
    'v2.abcd2345.1.1',
    'v1.abcd234.1.1',
    'v1.abcd2345.-1.1',
    'v1.abcd2345.1.1 ',
    'd1.abcdefghijkm.1',
    'v1.ABCD2345.1.1',
    'v1.abcd2345.1e9.1',
  ])('is not seen in “%s”', (text) => {
    expect(readClientRef(text)).toBeUndefined();
  });

  test('is not seen in other text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readClientRef(text);
        if (read) expect(Number.isSafeInteger(read.no)).toBe(true);
      }),
    );
  });
});

test('counts every state from nothing', () => {
  expect(Object.keys(noCounts())).toEqual(RecipientState.options);
  expect(Object.values(noCounts()).every((count) => count === 0)).toBe(true);
});
