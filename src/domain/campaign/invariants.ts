import type { Instant } from '../ids.ts';
import type { StateCounts } from '../recipient/recipient.ts';
import { contentHash } from './approval.ts';
import { approversOf, type Campaign, writersOf } from './campaign.ts';
import { isOver, mayEdit } from './campaign-status.ts';

/** What a campaign's recipients add up to at one moment. */
export type Standing = { counts: StateCounts; batch: { no: number; startedAt: Instant; taken: number } | null };

/** What must always be true of a stored campaign; each broken rule is a sentence. Takes constant time: each tick asks. */
export function checkInvariants(campaign: Campaign, { counts, batch }: Standing): string[] {
  const broken: string[] = [];
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (total !== campaign.list.size)
    broken.push(`${total} recipients are counted, but the list has ${campaign.list.size}.`);
  if (Object.values(counts).some((count) => count < 0)) broken.push('A number of recipients is below zero.');

  const { batchSize } = campaign.throttle;
  // A batch of a former pace may have been larger.
  const isFormer = batch && campaign.paceChanged && batch.startedAt <= campaign.paceChanged.at;
  if (batch && !isFormer && (batch.taken < 0 || batch.taken > batchSize)) {
    broken.push(`Batch ${batch.no} has taken ${batch.taken} recipients, but a batch has ${batchSize}.`);
  }
  const open = counts.queued + counts.claimed;
  const isFinished = campaign.status === 'completed' || (campaign.status === 'cancelled' && campaign.approval !== null);
  if (isFinished && open > 0) {
    broken.push(`It is ${campaign.status}, but ${open} recipients are still to be sent.`);
  }
  if (counts.claimed > 0 && campaign.startedAt === null) broken.push('Somebody was claimed before it started.');
  return [...broken, ...brokenAuthority(campaign)];
}

/** Nothing leaves without the approval of a second person for exactly what is stored. */
function brokenAuthority(campaign: Campaign): string[] {
  const { status, approval } = campaign;
  if (mayEdit(status) || isOver(status)) return [];
  if (!approval) return ['Nobody has approved it.'];
  const broken: string[] = [];
  if (approversOf(campaign).some((by) => writersOf(campaign).includes(by)))
    broken.push('It was approved by who wrote it.');
  if (approval.contentHash !== contentHash(campaign)) broken.push('What is stored is not what was approved.');
  return broken;
}
