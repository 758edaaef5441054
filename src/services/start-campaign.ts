import { contentHash } from '../domain/approval.ts';
import type { Campaign } from '../domain/campaign.ts';
import { createListHash } from '../domain/list/hash.ts';
import { isUncertain, whyNotApprove } from '../domain/permissions.ts';
import { StorageError } from '../ports.ts';
import { changeCampaign, inStatus, note } from './change-campaign.ts';
import type { Deps } from './deps.ts';
import { pauseBecause } from './pause-because.ts';

/** A start that was missed by more than this is not made up for unasked. */
const missedStartMs = 3_600_000;

/**
 * Starts an approved campaign when its time has come, and only if its approver may still approve and what is stored,
 * the list as well, is what they approved.
 */
export async function startWhenDue(deps: Deps, campaign: Campaign, now: Date): Promise<void> {
  const { id, approval } = campaign;
  if (!approval) return;
  // It was approved in the past, even if the clock was set back since.
  const approvedMs = Math.min(Date.parse(approval.at), now.getTime());
  const dueMs = Math.max(campaign.startAt ? Date.parse(campaign.startAt) : approvedMs, approvedMs);
  if (now.getTime() < dueMs) return;
  if (now.getTime() - dueMs > missedStartMs) return pauseBecause(deps, id, 'missed_start', null, 0);

  if (!deps.store.folder.isSound() && !deps.store.folder.question()) return;
  if (deps.store.folder.question()) return pauseBecause(deps, id, 'restored', null, 0);

  const refusal = whyNotApprove(await deps.people.find(approval.by), campaign, deps.settings.roles);
  // Whoever cannot be looked up now is looked up again at the next tick.
  if (refusal && isUncertain(refusal)) return;
  if (refusal) return pauseBecause(deps, id, 'approval_void', null, 0);

  const isAsApproved = await holdsWhatWasApproved(deps, campaign, approval.contentHash);
  if (!isAsApproved) deps.log.error({ campaignId: id }, 'what is stored is not what was approved');
  await changeCampaign(deps, id, (current) => {
    if (current.status !== 'scheduled' || current.version !== campaign.version) return undefined;
    return isAsApproved
      ? {
          campaign: inStatus(current, 'running', { startedAt: current.startedAt ?? now.toISOString() }),
          announcements: [note(id, now, { kind: 'started' })],
        }
      : {
          campaign: inStatus(current, 'failed', { endedAt: now.toISOString() }),
          announcements: [note(id, now, { kind: 'failed', detail: 'What is stored is not what was approved.' })],
        };
  });
}

/** The approval names a hash, the hash names the list's hash, and the stored list must still give that one. */
async function holdsWhatWasApproved({ store }: Deps, campaign: Campaign, approved: string): Promise<boolean> {
  if (contentHash(campaign) !== approved) return false;
  try {
    return (await storedListHash(store, campaign)) === campaign.list.hash;
  } catch (error) {
    if (error instanceof StorageError && error.isDamage) return false;
    throw error;
  }
}

async function storedListHash(store: Deps['store'], { id, list }: Campaign): Promise<string> {
  const hash = createListHash(list.columns);
  for (let from = 0; from < list.size; from += 1_000) {
    for (const recipient of await store.recipients.page(id, { from, limit: 1_000 })) hash.add(recipient);
  }
  return hash.digest();
}
