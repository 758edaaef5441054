import { expect, test } from 'vitest';
import { nothingForeseen, outcomesOf } from '../../../src/domain/answering/answering.ts';
import { contentHash } from '../../../src/domain/campaign/approval.ts';
import { aCampaign } from '../../support/builders.ts';

const yes = { label: 'Yes', words: ['coming'], thankYou: null };

test('a conversation may end with each expected label and each outcome of the campaign, once', () => {
  expect(outcomesOf({ expected: [yes], outcomes: ['Wrong number', 'Yes'] })).toEqual(['Yes', 'Wrong number']);
});

test('how a campaign is answered is approved with it, and one without any keeps the hash it had before', () => {
  const { answering: _none, ...before } = aCampaign();
  expect(contentHash({ ...before, answering: undefined })).toBe(contentHash(before));
  const hashes = [
    before,
    { ...before, answering: nothingForeseen },
    { ...before, answering: { ...nothingForeseen, expected: [yes] } },
    { ...before, answering: { ...nothingForeseen, expected: [{ ...yes, thankYou: 'See you!' }] } },
    { ...before, answering: { ...nothingForeseen, canned: [{ label: 'Where', text: 'At the park' }] } },
    { ...before, answering: { ...nothingForeseen, answerWithinSeconds: 600 } },
  ].map(contentHash);
  expect(new Set(hashes).size).toBe(hashes.length);
});
