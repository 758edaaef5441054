import { expect, test } from 'vitest';
import { readNotAfter, refuseEarlyEnd } from '../../../src/domain/campaign/not-after.ts';
import { CampaignError } from '../../../src/domain/campaign-error.ts';

const now = new Date('2026-11-23T15:00:00.000Z');

function codeOf(attempt: () => unknown): string | undefined {
  try {
    attempt();
    return undefined;
  } catch (error) {
    return error instanceof CampaignError ? error.code : String(error);
  }
}

const inSeconds = (seconds: number) => String(now.getTime() / 1000 + seconds);

test('a campaign’s last moment lies ahead, or there is none', () => {
  expect(readNotAfter(' ', now)).toBeUndefined();
  expect(readNotAfter(inSeconds(60), now)).toBe('2026-11-23T15:01:00.000Z');
  expect(codeOf(() => readNotAfter(inSeconds(0), now))).toBe('bad_not_after');
  expect(codeOf(() => readNotAfter('soon', now))).toBe('bad_not_after');
});

test('a campaign that starts after its last moment is refused', () => {
  const [early, late] = ['2026-11-24T09:00:00.000Z', '2026-11-25T09:00:00.000Z'];
  expect(codeOf(() => refuseEarlyEnd({ startAt: late, notAfter: early }))).toBe('ends_before_start');
  refuseEarlyEnd({ startAt: early, notAfter: late });
  refuseEarlyEnd({ startAt: null, notAfter: early });
});
