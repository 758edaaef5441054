import { describe, expect, test } from 'vitest';
import { StorageError } from '../../../src/ports/store.ts';
import { drawReviewCard } from '../../../src/slack/outbox/render-announcement.ts';
import { type LogLine, logInto } from '../slack-bench.ts';
import { adasCampaign } from './outbox-bench.ts';

const campaign = adasCampaign({ status: 'pending_approval' });

function factsOf(error: Error) {
  const log: LogLine[] = [];
  const preview = () => Promise.reject(error);
  return { log, facts: { campaigns: { preview }, log: logInto(log) } };
}

describe('a review card whose list was damaged since it was submitted', () => {
  test('says that nobody can approve it, has nothing to press, and the log names the file', async () => {
    const err = new StorageError('list.abc.json is missing', { isDamage: true });
    const { log, facts } = factsOf(err);
    const card = await drawReviewCard(campaign, facts);
    expect(card.text).toContain('asks for an approval, but the stored list is not the one that was submitted any more');
    expect(JSON.stringify(card.blocks)).not.toContain('"button"');
    expect(log).toMatchObject([{ level: 'error', fields: { campaignId: campaign.id, err } }]);
  });

  test('is tried again where the disk only fails for now', async () => {
    const { facts } = factsOf(new StorageError('EIO: i/o error'));
    await expect(drawReviewCard(campaign, facts)).rejects.toThrow('EIO');
  });
});
