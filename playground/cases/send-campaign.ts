import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import type { ListSource } from '../../src/services/list/read-list.ts';
import { approver, author, channel, type Desk, sender } from './desk.ts';

/** Writes the campaign through the same steps as the form, up to the preview. */
export async function draftCampaign(
  { campaigns }: Desk,
  message: string,
  source: ListSource,
): ReturnType<Desk['campaigns']['draft']> {
  const input = {
    name: 'Case',
    sender,
    message,
    batchSize: '100000',
    every: '1s',
    start: '',
    hours: 'any time',
    hold: '',
    channel,
  };
  const content = await campaigns.read(input, author);
  return campaigns.draft({ content, source, by: author, origin: `case-${randomUUID()}` });
}

/** Somebody else approves it, and it is sent: resolves when nobody waits any more. */
export async function sendCampaign(desk: Desk, { id }: Campaign): Promise<void> {
  const { contentHash } = await desk.campaigns.preview(id);
  await desk.campaigns.submit(id, { by: author, contentHash });
  await desk.campaigns.approve(id, { by: approver, contentHash, ticked: ['nobody_said'] });
  for (let turn = 0; turn < mostTurns; turn += 1) {
    await desk.dispatcher.tick();
    const { counts } = await desk.store.recipients.tally(id);
    const isRunning = (await desk.campaigns.get(id)).status !== 'scheduled';
    if (isRunning && counts.queued + counts.claimed === 0) return;
    await wait(5);
  }
  throw new Error('The campaign of this case did not come to its end.');
}

const mostTurns = 20_000;
